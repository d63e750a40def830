package dev.dealcoach.scan.detect.objection;

import dev.dealcoach.nlp.text.Span;
import dev.dealcoach.scan.segment.ReadBlock;

/**
 * A stretch of a block that may raise a worry: a heading, a cell, a sentence, or the part of a
 * sentence before it turns to the answer. Immutable.
 *
 * @param block it stands in
 * @param span in the block's text, without list mark, label and quotation marks
 * @param kind where in its block it stands
 * @param end where in the block the sentence or part ends, marks included
 */
record Unit(ReadBlock block, Span span, Kind kind, int end) {
  enum Kind {
    HEADING,
    CELL,
    /** A block that is one sentence. */
    WHOLE,
    /** The first sentence of several, or the part of the first before it turns. */
    OPENING,
    /** A later sentence with more behind it. */
    INNER,
    /** The last sentence of several. */
    CLOSING
  }

  String text() {
    return span.of(block.text());
  }

  boolean asks() {
    String text = block.text();
    int at = Math.min(end, text.length());
    while (at > span.start() && "”\"’'」』）)。*… ".indexOf(text.charAt(at - 1)) >= 0) {
      at--;
    }
    return at > span.start() && (text.charAt(at - 1) == '？' || text.charAt(at - 1) == '?');
  }
}
