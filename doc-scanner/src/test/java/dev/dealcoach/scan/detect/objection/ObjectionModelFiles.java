package dev.dealcoach.scan.detect.objection;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dealcoach.nlp.pack.RulePack;
import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.scan.eval.LabelledProposal;
import dev.dealcoach.scan.segment.Segmenter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Trains the shipped models that find objections. */
public final class ObjectionModelFiles {
  private ObjectionModelFiles() {}

  /**
   * The models' bytes by file name.
   *
   * @param readings files with what encoders made of the proposals
   */
  public static Map<String, byte[]> train(
      List<LabelledProposal> proposals,
      List<JsonNode> statements,
      List<Path> readings,
      RulePack pack,
      Segmenter segmenter) {
    Map<String, RecordedJudge> judges = RecordedJudge.read(readings);
    List<ObjectionCases> cases =
        proposals.stream()
            .map(proposal -> ObjectionCases.of(proposal, segmenter, judges.get(proposal.id())))
            .toList();
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
