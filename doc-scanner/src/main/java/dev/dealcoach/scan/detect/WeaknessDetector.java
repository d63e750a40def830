package dev.dealcoach.scan.detect;

import dev.dealcoach.nlp.text.Span;
import dev.dealcoach.scan.parse.Passage;
import dev.dealcoach.scan.segment.ReadBlock;
import dev.dealcoach.scan.segment.SegmentedDocument;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds what looks like evidence and is none: proof promised for later, targets among results,
 * praise of ourselves. Stateless, thread-safe.
 */
final class WeaknessDetector {

  /** The weaknesses in reading order; a place that is evidence is none. */
  List<Weakness> detect(SegmentedDocument document, List<Evidence> evidence) {
    List<Weakness> found = new ArrayList<>();
    for (ReadBlock block : document.blocks()) {
      if (block.heading()) {
        continue;
      }
      for (Span sentence : block.sentences()) {
        String rule = rule(block, sentence);
        if (rule == null) {
          continue;
        }
        Span span = Spans.withoutEnd(block.text(), Spans.withoutMark(block.text(), sentence));
        Passage passage = Passage.of(block.block(), span.start(), span.end());
        if (evidence.stream().noneMatch(proof -> proof.passage().overlaps(passage))) {
          found.add(new Weakness(rule, passage));
        }
      }
    }
    return found;
  }

  private static @org.jspecify.annotations.Nullable String rule(ReadBlock block, Span at) {
    boolean proof = block.cues().hasAny(at, "evidence.certificate", "evidence.report");
    if (proof && block.cues().has("evidence.pending", at)) {
      return "evidence.pending";
    }
    if (block.cues().has("evidence.change", at) && block.cues().has("evidence.forecast-word", at)) {
      return "evidence.target";
    }
    return block.cues().has("evidence.bare-claim", at) ? "evidence.bare-claim" : null;
  }
}
