package dev.dealcoach.scan.detect;

import dev.dealcoach.nlp.text.Sentences;
import dev.dealcoach.nlp.text.Span;
import dev.dealcoach.scan.segment.ReadBlock;

/** Narrows a sentence down to the clauses that matter. Stateless. */
final class Clauses {
  private Clauses() {}

  /**
   * From the first to the last clause in which one of the cues stands, without the comma at the
   * end; the whole span if none does.
   */
  static Span holding(ReadBlock block, Span span, String... cues) {
    Span first = null;
    Span last = null;
    for (Span relative : Sentences.clauses(span.of(block.text()))) {
      Span clause = relative.shift(span.start());
      if (touched(block, clause, cues)) {
        first = first == null ? clause : first;
        last = clause;
      }
    }
    return first == null
        ? span
        : Spans.withoutEnd(block.text(), new Span(first.start(), last.end()));
  }

  /** Whether part of a cue lies in the clause; cues may reach over commas. */
  private static boolean touched(ReadBlock block, Span clause, String... cues) {
    for (String cue : cues) {
      for (Span hit : block.cues().of(cue)) {
        if (hit.overlaps(clause)) {
          return true;
        }
      }
    }
    return false;
  }
}
