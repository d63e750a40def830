package dev.dealcoach.scan.parse.layout;

/**
 * Characters that stand beside each other on one line, without a gap as wide as between columns.
 * Coordinates are the frame's.
 */
final class Segment {
  /** Indexes of the characters, from left to right. */
  final int[] glyphs;

  /** Table cell it lies in, -1 for none; see {@link Grid#id}. */
  final int cell;

  /** Number of the row of segments with the same height on the page that it belongs to. */
  int row;

  float x0;
  float x1;
  final float base;
  final float size;
  final float descent;

  Segment(int[] glyphs, int cell, float x0, float x1, float base, float size, float descent) {
    this.glyphs = glyphs;
    this.cell = cell;
    this.x0 = x0;
    this.x1 = x1;
    this.base = base;
    this.size = size;
    this.descent = descent;
  }

  float top() {
    return base - Line.ASCENT * size;
  }

  float bottom() {
    return base + Line.DESCENT * size;
  }

  float middle() {
    return base - 0.35f * size;
  }
}
