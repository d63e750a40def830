package dev.dealcoach.scan.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A table of a document as rows and columns of blocks. A cell of several paragraphs has several
 * blocks. Immutable.
 *
 * @param number of the table in the document
 * @param rows by row number, each by column number; empty cells are missing
 */
public record TableView(int number, Map<Integer, Map<Integer, List<ReadBlock>>> rows) {

  /** All tables of a document, in order. */
  public static List<TableView> of(SegmentedDocument document) {
    Map<Integer, Map<Integer, Map<Integer, List<ReadBlock>>>> tables = new TreeMap<>();
    for (ReadBlock block : document.blocks()) {
      if (block.block().cell() != null) {
        tables
            .computeIfAbsent(block.block().cell().table(), _ -> new TreeMap<>())
            .computeIfAbsent(block.block().cell().row(), _ -> new TreeMap<>())
            .computeIfAbsent(block.block().cell().column(), _ -> new ArrayList<>())
            .add(block);
      }
    }
    List<TableView> views = new ArrayList<>();
    tables.forEach((number, rows) -> views.add(new TableView(number, rows)));
    return views;
  }

  /** The first row, which in business documents nearly always is the head. */
  public Map<Integer, List<ReadBlock>> head() {
    return rows.values().iterator().next();
  }

  /** The first block of the head's cell over a column, null if there is none. */
  public @Nullable ReadBlock headOver(int column) {
    List<ReadBlock> cell = head().get(column);
    return cell == null ? null : cell.getFirst();
  }

  /** The number of the first row. */
  public int headRow() {
    return rows.keySet().iterator().next();
  }
}
