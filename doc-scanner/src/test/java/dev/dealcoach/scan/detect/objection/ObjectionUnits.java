package dev.dealcoach.scan.detect.objection;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dealcoach.nlp.pack.RulePack;
import dev.dealcoach.scan.eval.LabelledProposal;
import dev.dealcoach.scan.segment.Segmenter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the units of labelled proposals for the training of the encoder, a JSON object a proposal:
 * {@code main OUT FOLDER…}. Places are counted in code points, as Python does.
 */
public final class ObjectionUnits {
  private ObjectionUnits() {}

  public static void main(String[] args) throws IOException {
    Segmenter segmenter = new Segmenter(RulePack.standard());
    ObjectMapper json = new ObjectMapper();
    List<String> lines = new ArrayList<>();
    for (String folder : List.of(args).subList(1, args.length)) {
      for (LabelledProposal proposal : LabelledProposal.folder(Path.of(folder))) {
        ObjectionCases cases = ObjectionCases.of(proposal, segmenter, null);
        ObjectNode line = json.createObjectNode();
        line.put("id", proposal.id());
        line.put("lang", ObjectionTraining.language(cases).code());
        ArrayNode blocks = line.putArray("blocks");
        cases.document().blocks().forEach(block -> blocks.add(block.text()));
        ArrayNode units = line.putArray("units");
        for (int i = 0; i < cases.units().size(); i++) {
          Unit unit = cases.units().get(i);
          String text = unit.block().text();
          units
              .addObject()
              .put("block", unit.block().index())
              .put("kind", unit.kind().name())
              .put("from", text.codePointCount(0, unit.span().start()))
              .put("to", text.codePointCount(0, unit.span().end()))
              .put("worry", cases.worries()[i])
              .put("answered", cases.answered()[i]);
        }
        lines.add(json.writeValueAsString(line));
      }
    }
    Files.write(Path.of(args[0]), lines);
  }
}
