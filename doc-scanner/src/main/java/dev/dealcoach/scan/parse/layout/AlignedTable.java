package dev.dealcoach.scan.parse.layout;

import java.util.ArrayList;
import java.util.List;

/** Finds the rows and cells of a table whose cells are not parted by lines. */
final class AlignedTable {
  private final List<Row> rows;
  private final Columns columns;
  private final Rules rules;
  private final LineText text;

  AlignedTable(List<Row> rows, Columns columns, Rules rules, LineText text) {
    this.rows = rows;
    this.columns = columns;
    this.rules = rules;
    this.text = text;
  }

  Item.Table table() {
    int n = columns.gaps().length + 1;
    List<Item.Cell> cells = new ArrayList<>();
    List<List<Segment>> open = new ArrayList<>();
    for (int c = 0; c < n; c++) {
      open.add(new ArrayList<>());
    }
    boolean[] starts = starts();
    int row = 0;
    for (int i = 0; i < rows.size(); i++) {
      if (i > 0 && starts[i]) {
        close(open, row++, cells);
      }
      for (Placed p : rows.get(i).parts) {
        if (p.segment() != null) {
          open.get(columns.columnOf(p)).add(p.segment());
        }
      }
    }
    close(open, row, cells);
    float[] edges = new float[n + 1];
    System.arraycopy(columns.gaps(), 0, edges, 1, n - 1);
    edges[0] = Float.MAX_VALUE;
    edges[n] = -Float.MAX_VALUE;
    for (Row r : rows) {
      edges[0] = Math.min(edges[0], r.parts.getFirst().x0());
      edges[n] = Math.max(edges[n], r.parts.getLast().x1());
    }
    return new Item.Table(List.copyOf(cells), edges, rows.getFirst().top, rows.getLast().bottom);
  }

  private void close(List<List<Segment>> open, int row, List<Item.Cell> cells) {
    for (int c = 0; c < open.size(); c++) {
      List<Line> lines = PageLayout.lines(open.get(c), text);
      if (!lines.isEmpty()) {
        cells.add(new Item.Cell(row, c, lines));
      }
      open.get(c).clear();
    }
  }

  /** For each printed row, whether a row of the table begins with it. */
  private boolean[] starts() {
    int n = rows.size();
    boolean[] starts = new boolean[n];
    starts[0] = true;
    float smallest = Float.MAX_VALUE;
    for (int i = 1; i < n; i++) {
      float pitch = pitch(i);
      if (pitch > 0.95f * rows.get(i).size) {
        smallest = Math.min(smallest, pitch);
      }
    }
    int wide = 0;
    int partial = 0;
    int tightFull = 0;
    for (int i = 1; i < n; i++) {
      boolean tight = pitch(i) <= 1.2f * smallest;
      if (!tight && i > 1) {
        wide++;
      }
      if (tight && !first(i)) {
        partial++;
      }
      if (tight && first(i)) {
        tightFull++;
      }
    }
    // the space between rows tells cells of several lines apart where it is used throughout
    boolean spaced = wide >= 2 || (wide >= 1 && partial > 0) || (partial > 0 && tightFull == 0);
    for (int i = 1; i < n; i++) {
      boolean tight = pitch(i) <= 1.2f * smallest;
      if (ruled(i)) {
        starts[i] = true;
      } else if (pitch(i) < 0.95f * rows.get(i).size) {
        starts[i] = false; // cells centred beside a taller one
      } else if (spaced && tight && smallest < 1.9f * rows.get(i).size) {
        starts[i] = false;
      } else {
        starts[i] = first(i) || !tight;
      }
    }
    return starts;
  }

  private float pitch(int i) {
    return rows.get(i).base() - rows.get(i - 1).base();
  }

  private boolean first(int i) {
    return columns.columnOf(rows.get(i).parts.getFirst()) == 0;
  }

  private boolean ruled(int i) {
    float from = rows.get(i - 1).base();
    float to = rows.get(i).base() - 0.3f * rows.get(i).size;
    for (Rules.Line line : rules.horizontal) {
      if (line.at() > from
          && line.at() < to
          && line.from() < columns.gaps()[0]
          && line.to() > columns.gaps()[0]) {
        return true;
      }
    }
    return false;
  }
}
