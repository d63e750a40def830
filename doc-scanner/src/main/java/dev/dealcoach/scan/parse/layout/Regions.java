package dev.dealcoach.scan.parse.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Parts a page into running text, columns of text and tables without lines, by the white space
 * between what stands at the same height.
 */
final class Regions {
  /** Rows further apart than this many ems do not share columns. */
  private static final float FAR = 5f;

  private final LineText text;
  private final Rules rules;
  private int column;

  Regions(LineText text, Rules rules) {
    this.text = text;
    this.rules = rules;
  }

  /** The items in reading order. */
  List<Item> items(List<Placed> placed) {
    List<Item> out = new ArrayList<>();
    flow(rows(placed), 0, out);
    return out;
  }

  private static List<Row> rows(List<Placed> placed) {
    List<Placed> sorted = new ArrayList<>(placed);
    sorted.sort(
        Comparator.comparingInt((Placed p) -> p.segment() == null ? 0 : p.segment().row)
            .thenComparingDouble(Placed::x0));
    List<Row> rows = new ArrayList<>();
    int last = -1;
    for (Placed p : sorted) {
      if (p.segment() == null) {
        Row row = new Row();
        row.add(p);
        rows.add(row);
        continue;
      }
      if (p.segment().row != last || rows.isEmpty()) {
        rows.add(new Row());
        last = p.segment().row;
      }
      rows.getLast().add(p);
    }
    rows.sort(Comparator.comparingDouble(r -> r.top));
    return rows;
  }

  private void flow(List<Row> rows, int depth, List<Item> out) {
    float left = Float.MAX_VALUE;
    float right = -Float.MAX_VALUE;
    for (Row row : rows) {
      for (Placed p : row.parts) {
        left = Math.min(left, p.x0());
        right = Math.max(right, p.x1());
      }
    }
    int here = column++;
    for (int i = 0; i < rows.size(); ) {
      Columns columns = depth < 4 ? columns(rows, i) : null;
      if (columns == null) {
        Row row = rows.get(i++);
        plain(row, left, right, here, out);
        continue;
      }
      List<Row> part = rows.subList(i, i + columns.rows());
      if (columns.text()) {
        for (List<Row> one : columns.split(part)) {
          flow(one, depth + 1, out);
        }
      } else {
        out.add(new AlignedTable(part, columns, rules, text).table());
      }
      i += columns.rows();
    }
  }

  /** The columns that begin with this row, or with the next one if this belongs to them. */
  private @Nullable Columns columns(List<Row> rows, int i) {
    Columns columns = Columns.from(rows, i, text.glyphs());
    if (columns == null && i + 1 < rows.size() && rows.get(i).parts.size() == 1) {
      Columns next = Columns.from(rows, i + 1, text.glyphs());
      if (next != null && next.begunBy(rows.get(i), rows.get(i + 1))) {
        return new Columns(next.rows() + 1, next.gaps(), true);
      }
    }
    return columns;
  }

  private void plain(Row row, float left, float right, int here, List<Item> out) {
    List<Segment> segments = new ArrayList<>();
    for (Placed p : row.parts) {
      if (p.table() != null) {
        out.add(p.table());
      } else {
        segments.add(p.segment());
      }
    }
    Line line = segments.isEmpty() ? null : text.of(segments);
    if (line != null) {
      out.add(new Item.Flow(line, left, right, here));
    }
  }

  static boolean far(Row a, Row b) {
    return b.top - a.bottom > FAR * Math.max(a.size, b.size);
  }
}
