package dev.dealcoach.scan.parse.layout;

import dev.dealcoach.scan.parse.PrintedLine;
import java.util.List;

/**
 * The text of one printed line (or of its part in a column or cell) with the edges of each unit, in
 * a frame's coordinates. The text is in normal form. Immutable.
 */
record Line(
    int page,
    Frame frame,
    String text,
    @SuppressWarnings("ArrayRecordComponent") float[] left,
    @SuppressWarnings("ArrayRecordComponent") float[] right,
    float base,
    float size,
    float descent,
    boolean bold,
    boolean boldStart,
    boolean ocr,
    boolean leader,
    boolean softHyphen,
    boolean afterSpace) {
  /** How far the box of a line reaches above the baseline, in ems: Chinese characters' ink. */
  static final float ASCENT = 0.80f;

  /** How far it reaches below. Together they leave the neighbours of tightly set lines out. */
  static final float DESCENT = 0.15f;

  private static final float HIGHEST = 1.0f;
  private static final float DEEPEST = 0.3f;

  float x0() {
    return left[0];
  }

  float x1() {
    return right[right.length - 1];
  }

  float top() {
    return base - ASCENT * size;
  }

  float bottom() {
    return base + DESCENT * size;
  }

  /** How wide its first word is, with the closing punctuation that may not begin a line. */
  float firstWord() {
    int end = 1;
    if (Chars.inWord(text.charAt(0))) {
      while (end < text.length() && Chars.inWord(text.charAt(end))) {
        end++;
      }
    }
    while (end < text.length() && Chars.closing(text.charAt(end))) {
      end++;
    }
    return right[end - 1] - left[0];
  }

  /**
   * Upper edge of its box: as high as the em square of its font, which other tools take for the
   * character's height, and as the ink of Chinese characters.
   */
  private float boxTop() {
    return base - Math.clamp(1 - descent, ASCENT, HIGHEST) * size;
  }

  private float boxBottom() {
    return base + Math.clamp(descent, DESCENT, DEEPEST) * size;
  }

  /**
   * Appends where the units {@code from..} of this line stand, as units {@code start..} of a block.
   */
  void print(int from, int to, int start, List<PrintedLine> into) {
    if (to <= from) {
      return;
    }
    if (frame.turn() == 0) {
      boolean whole = from == 0 && to == left.length;
      into.add(
          new PrintedLine(
              page,
              start,
              start + to - from,
              boxTop(),
              boxBottom(),
              whole ? left : java.util.Arrays.copyOfRange(left, from, to),
              whole ? right : java.util.Arrays.copyOfRange(right, from, to)));
      return;
    }
    for (int i = from; i < to; i++) {
      float xa = frame.x(left[i], boxTop());
      float xb = frame.x(right[i], boxBottom());
      float ya = frame.y(left[i], boxTop());
      float yb = frame.y(right[i], boxBottom());
      into.add(
          new PrintedLine(
              page,
              start + i - from,
              start + i - from + 1,
              Math.min(ya, yb),
              Math.max(ya, yb),
              new float[] {Math.min(xa, xb)},
              new float[] {Math.max(xa, xb)}));
    }
  }
}
