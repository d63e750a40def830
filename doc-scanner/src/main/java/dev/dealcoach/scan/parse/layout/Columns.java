package dev.dealcoach.scan.parse.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of rows that share the same white gaps from top to bottom: text in columns, or a table
 * whose cells are only aligned. Immutable.
 *
 * @param rows how many rows
 * @param gaps the middle of each gap, ascending, at least one
 * @param text whether it is running text in columns, to be read column by column
 */
record Columns(int rows, @SuppressWarnings("ArrayRecordComponent") float[] gaps, boolean text) {
  /** A gap between columns is at least this many ems wide. */
  private static final float GUTTER = 0.7f;

  /** In single rows it may be this narrow, if the next column begins where it does elsewhere. */
  private static final float NEAR = 0.28f;

  /** A column of text has lines at least this many ems long and so many of them. */
  private static final float TEXT_WIDTH = 9f;

  private static final int TEXT_LINES = 3;

  /** More space than this, in ems, is more than between paragraphs of a column. */
  private static final float APART = 1.4f;

  private record Gap(float from, float to) {}

  /** The columns that begin with this row, null if none do. */
  static @Nullable Columns from(List<Row> rows, int start, Glyphs glyphs) {
    Row first = rows.get(start);
    if (first.parts.size() < 2 || first.table()) {
      return null;
    }
    List<Gap> free = new ArrayList<>();
    for (int k = 1; k < first.parts.size(); k++) {
      free.add(new Gap(first.parts.get(k - 1).x1(), first.parts.get(k).x0()));
    }
    int shared = 1;
    int end = start + 1;
    int lastShared = end;
    for (; end < rows.size(); end++) {
      Row row = rows.get(end);
      if (row.table() || Regions.far(rows.get(end - 1), row)) {
        break;
      }
      List<Gap> next = narrowed(free, row);
      if (next.size() < free.size()) {
        parted(free, row, glyphs);
        next = narrowed(free, row);
      }
      if (next.isEmpty() || (next.size() < free.size() && (shared > 1 || row.parts.size() < 2))) {
        break;
      }
      free = next;
      if (row.parts.size() > 1) {
        shared++;
        lastShared = end + 1;
      }
    }
    if (shared < 2) {
      return null;
    }
    float[] gaps = new float[free.size()];
    for (int i = 0; i < gaps.length; i++) {
      gaps[i] = (free.get(i).from + free.get(i).to) / 2;
    }
    Columns trial = new Columns(end - start, gaps, false);
    boolean text = trial.looksLikeText(rows.subList(start, end));
    int stop =
        text ? trial.textEnd(rows, start, lastShared, end) : trimmed(rows, lastShared, end, gaps);
    return new Columns(stop - start, gaps, text);
  }

  /** Parts what reaches over a gap where the column after it begins. */
  private static void parted(List<Gap> free, Row row, Glyphs glyphs) {
    for (Gap gap : free) {
      for (int k = 0; k < row.parts.size(); k++) {
        Placed p = row.parts.get(k);
        if (p.x0() < gap.from && p.x1() > gap.to) {
          Placed[] two = p.split(gap.from, gap.to, glyphs);
          if (two != null) {
            row.parts.set(k, two[0]);
            row.parts.add(k + 1, two[1]);
          }
        }
      }
    }
  }

  /** The gaps that stay white in this row too. */
  private static List<Gap> narrowed(List<Gap> free, Row row) {
    List<Gap> out = new ArrayList<>();
    for (Gap gap : free) {
      float from = gap.from;
      for (int k = 0; k <= row.parts.size(); k++) {
        float to = k < row.parts.size() ? Math.min(gap.to, row.parts.get(k).x0()) : gap.to;
        if (to - from >= GUTTER * row.size || (to == gap.to && to - from > NEAR * row.size)) {
          out.add(new Gap(from, to));
        }
        if (k < row.parts.size()) {
          from = Math.max(from, row.parts.get(k).x1());
        }
      }
    }
    return out;
  }

  /**
   * Where a table ends: rows after the last one with two columns belong to it only while they
   * continue a cell closely in another column than the first.
   */
  private static int trimmed(List<Row> rows, int lastShared, int end, float[] gaps) {
    int stop = lastShared;
    while (stop < end
        && rows.get(stop).parts.getFirst().x0() > gaps[0]
        && rows.get(stop).top - rows.get(stop - 1).bottom < 0.8f * rows.get(stop).size) {
      stop++;
    }
    return stop;
  }

  /**
   * Where columns of text end: before a row that has gaps of its own, and before what follows after
   * a space on the left alone.
   */
  private int textEnd(List<Row> rows, int start, int lastShared, int end) {
    int stop = end;
    int shared = start;
    for (int i = start; i < stop; i++) {
      List<Placed> parts = rows.get(i).parts;
      for (int k = 1; k < parts.size(); k++) {
        if (columnOf(parts.get(k)) == columnOf(parts.get(k - 1))) {
          stop = i;
        }
      }
      if (i < stop && parts.size() > 1) {
        shared = i;
      }
    }
    for (int i = Math.min(shared, lastShared) + 1; i < stop; i++) {
      Row row = rows.get(i);
      if (columnOf(row.parts.getFirst()) == 0
          && row.top - rows.get(i - 1).bottom > APART * row.size) {
        stop = i;
      }
    }
    // a heading alone at the end belongs to what follows
    float usual = rows.get(start + (stop - start) / 2).size;
    while (stop - 1 > start
        && rows.get(stop - 1).parts.size() == 1
        && rows.get(stop - 1).size > 1.1f * usual) {
      stop--;
    }
    return stop;
  }

  /** Whether a row that stands before these columns begins one of them but the first. */
  boolean begunBy(Row row, Row next) {
    return text
        && row.parts.size() == 1
        && row.parts.getFirst().segment() != null
        && columnOf(row.parts.getFirst()) > 0
        && row.parts.getFirst().x0() > gaps[0]
        && next.top - row.bottom < APART * row.size;
  }

  int columnOf(Placed p) {
    int at = Arrays.binarySearch(gaps, (p.x0() + p.x1()) / 2);
    return at < 0 ? -at - 1 : at + 1;
  }

  /** The rows of each column by itself. */
  List<List<Row>> split(List<Row> rows) {
    List<List<Row>> out = new ArrayList<>();
    for (int c = 0; c <= gaps.length; c++) {
      out.add(new ArrayList<>());
    }
    for (Row row : rows) {
      Row[] part = new Row[gaps.length + 1];
      for (Placed p : row.parts) {
        int c = columnOf(p);
        if (part[c] == null) {
          part[c] = new Row();
          out.get(c).add(part[c]);
        }
        part[c].add(p);
      }
    }
    return out;
  }

  /** Whether lines mostly fill their column, in every column. */
  private boolean looksLikeText(List<Row> rows) {
    if (gaps.length > 3) {
      return false;
    }
    List<List<Row>> columns = split(rows);
    int lines = 0;
    for (List<Row> column : columns) {
      float x0 = Float.MAX_VALUE;
      float x1 = -Float.MAX_VALUE;
      float size = 0;
      for (Row row : column) {
        x0 = Math.min(x0, row.parts.getFirst().x0());
        x1 = Math.max(x1, row.parts.getLast().x1());
        size = Math.max(size, row.size);
      }
      int full = 0;
      for (Row row : column) {
        if (row.parts.getLast().x1() - row.parts.getFirst().x0() > 0.72f * (x1 - x0)) {
          full++;
        }
      }
      if (column.size() < TEXT_LINES || x1 - x0 < TEXT_WIDTH * size || full * 2 < column.size()) {
        return false;
      }
      lines += column.size();
    }
    return lines >= 2 * TEXT_LINES && !startsTogether(rows);
  }

  /**
   * Whether several rows begin in all columns at the same height after a space: these are the rows
   * of a table with long cells.
   */
  private boolean startsTogether(List<Row> rows) {
    int together = 0;
    int tight = 0;
    for (int i = 1; i < rows.size(); i++) {
      Row a = rows.get(i - 1);
      Row b = rows.get(i);
      if (b.top - a.bottom > 0.9f * b.size) {
        if (b.parts.size() == gaps.length + 1) {
          together++;
        }
      } else {
        tight++;
      }
    }
    return together >= 2 && tight > 0;
  }
}
