package dev.dealcoach.scan.detect.objection;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dealcoach.nlp.pack.RulePack;
import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.scan.eval.LabelledProposal;
import dev.dealcoach.scan.segment.Segmenter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Trains the shipped models that find objections. */
public final class ObjectionModelFiles {
  private ObjectionModelFiles() {}

  /** The models' bytes by file name. */
  public static Map<String, byte[]> train(
      List<LabelledProposal> proposals,
      List<JsonNode> statements,
      RulePack pack,
      Segmenter segmenter) {
    List<ObjectionCases> cases =
        proposals.stream().map(proposal -> ObjectionCases.of(proposal, segmenter)).toList();
    List<ObjectionTraining.Statement> sentences =
        statements.stream()
            .map(statement -> ObjectionTraining.Statement.of(statement, pack))
            .toList();
    Map<String, byte[]> files = new TreeMap<>();
    for (Language language : Language.values()) {
      new ObjectionTraining(language, cases, sentences)
          .trainToBytes()
          .forEach((model, bytes) -> files.put(ObjectionModels.file(language, model), bytes));
    }
    return files;
  }
}
