package dev.dealcoach.scan.parse.layout;

import java.util.List;

/** What stands on a page in reading order: lines of running text, and tables. Immutable. */
sealed interface Item {
  /** Upper edge in its frame. */
  float top();

  /** Lower edge in its frame. */
  float bottom();

  /**
   * A line of running text.
   *
   * @param left left edge of its column of text
   * @param right right edge of its column of text
   * @param column which column of the page; a new one begins a new paragraph only if the text does
   */
  record Flow(Line line, float left, float right, int column) implements Item {
    @Override
    public float top() {
      return line.top();
    }

    @Override
    public float bottom() {
      return line.bottom();
    }
  }

  /**
   * A table.
   *
   * @param cells row after row
   * @param edges where its columns begin and the last one ends
   */
  record Table(
      List<Cell> cells,
      @SuppressWarnings("ArrayRecordComponent") float[] edges,
      float top,
      float bottom)
      implements Item {}

  /** A cell with text. */
  record Cell(int row, int column, List<Line> lines) {}
}
