package dev.dealcoach.scan.detect;

import dev.dealcoach.nlp.text.Sentences;
import dev.dealcoach.nlp.text.Span;
import dev.dealcoach.scan.segment.ReadBlock;

/** Narrows a sentence down to the clauses that matter. Stateless. */
final class Clauses {
  private Clauses() {}

  /**
   * From the first to the last clause that one of the cues touches, without the comma at the end;
   * the whole span if none does.
   */
  static Span holding(ReadBlock block, Span span, String... cues) {
    Span first = null;
    Span last = null;
    for (Span relative : Sentences.clauses(span.of(block.text()))) {
      Span clause = relative.shift(span.start());
      if (touches(block, clause, cues)) {
        first = first == null ? clause : first;
        last = clause;
      }
    }
    return first == null
        ? span
        : Spans.withoutEnd(block.text(), new Span(first.start(), last.end()));
  }

  /** A cue may reach over a comma: "if we are late, 220 comes off". */
  private static boolean touches(ReadBlock block, Span clause, String... cues) {
    for (String cue : cues) {
      if (block.cues().of(cue).stream().anyMatch(clause::overlaps)) {
        return true;
      }
    }
    return false;
  }
}
