package dev.dealcoach.scan.parse.text;

import dev.dealcoach.scan.parse.CellPosition;
import java.util.HashMap;
import java.util.Map;

/** Counts rows and columns of an HTML table, spanning cells included. For one table. */
final class HtmlGrid {
  private final int table;
  private int row = -1;
  private int column;
  // columns that a cell further up still covers, with the last row it covers
  private final Map<Integer, Integer> covered = new HashMap<>();

  HtmlGrid(int table) {
    this.table = table;
  }

  /** Goes to the next row. */
  void nextRow() {
    row++;
    column = 0;
  }

  /** The place of the next cell of this row. */
  CellPosition next(int columns, int rows) {
    if (row < 0) {
      row = 0;
    }
    while (covered.getOrDefault(column, -1) >= row) {
      column++;
    }
    CellPosition cell = new CellPosition(table, row, column);
    for (int i = 0; i < columns; i++) {
      if (rows > 1) {
        covered.put(column + i, row + rows - 1);
      }
    }
    column += columns;
    return cell;
  }
}
