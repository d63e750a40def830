package dev.dealcoach.scan.parse;

/**
 * One line of a block as it is printed on a page: which part of the block's text, and where each
 * character stands. Points from the page's top left corner as the page is seen (rotation applied).
 * Immutable; the arrays are never changed after construction.
 *
 * @param page from 1
 * @param start offset in the block's text of the line's first character
 * @param end offset after its last one
 * @param top upper edge of the line
 * @param bottom lower edge; equal to the upper one for a lone space of a line that runs up or down
 * @param left left edge of each UTF-16 unit, {@code end - start} values; a unit without ink (a
 *     space, a low surrogate) has its predecessor's right edge
 * @param right right edge of each unit
 */
@SuppressWarnings(
    "ArrayRecordComponent") // a page has thousands of characters; boxed floats would cost more than
// parsing
public record PrintedLine(
    int page, int start, int end, float top, float bottom, float[] left, float[] right) {
  public PrintedLine {
    if (left.length != end - start || right.length != end - start) {
      throw new IllegalArgumentException("a printed line needs an edge for every character");
    }
  }
}
