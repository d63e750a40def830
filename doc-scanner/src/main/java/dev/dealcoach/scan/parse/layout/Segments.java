package dev.dealcoach.scan.parse.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Puts the characters of a page together to {@linkplain Segment segments}. Characters mostly come
 * in reading order within a line, so they are first taken as runs and only the runs are sorted.
 */
final class Segments {
  /** A gap of this many ems that no space character fills parts two columns. */
  private static final float COLUMN_GAP = 1.0f;

  /** A gap of this many ems parts two columns even if spaces fill it. */
  private static final float SPACED_GAP = 3.2f;

  /** Steps back of this many ems begin a new run. */
  private static final float BACK = 0.5f;

  private final Glyphs g;
  private final Grids grids;

  private record Run(int from, int to, int cell, float x0, float x1, float base, float size) {
    float middle() {
      return base - 0.35f * size;
    }
  }

  private Segments(Glyphs glyphs, Grids grids) {
    this.g = glyphs;
    this.grids = grids;
  }

  /** The segments, row after row from top to bottom, within a row from left to right. */
  static List<Segment> of(Glyphs glyphs, Grids grids) {
    return new Segments(glyphs, grids).find();
  }

  private List<Segment> find() {
    List<Run> runs = runs();
    runs.sort(Comparator.comparingDouble(Run::middle));
    List<Segment> segments = new ArrayList<>();
    int row = 0;
    boolean[] used = new boolean[runs.size()];
    List<Run> members = new ArrayList<>();
    for (int i = 0; i < runs.size(); i++) {
      if (used[i]) {
        continue;
      }
      Run first = runs.get(i);
      members.clear();
      for (int j = i; j < runs.size(); j++) {
        Run other = runs.get(j);
        float away = other.middle() - first.middle();
        if (away > first.size) {
          break;
        }
        if (!used[j] && away < 0.38f * Math.max(first.size, Math.min(other.size, 2 * first.size))) {
          used[j] = true;
          members.add(other);
        }
      }
      glue(members, row, segments);
      row++;
    }
    return segments;
  }

  private List<Run> runs() {
    List<Run> runs = new ArrayList<>();
    int from = 0;
    int cell = -1;
    float x0 = 0;
    float x1 = 0;
    float size = 0;
    for (int i = 0; i < g.count; i++) {
      int at = grids.cellAt((g.left[i] + g.right[i]) / 2, g.base[i] - 0.35f * g.size[i]);
      if (i > from && (at != cell || breaks(i, x1, size))) {
        runs.add(new Run(from, i, cell, x0, x1, g.base[from], size));
        from = i;
      }
      if (i == from) {
        cell = at;
        x0 = g.left[i];
        x1 = g.right[i];
        size = g.size[i];
      }
      x1 = Math.max(x1, g.right[i]);
      size = Math.max(size, g.size[i]);
    }
    if (g.count > from) {
      runs.add(new Run(from, g.count, cell, x0, x1, g.base[from], size));
    }
    return runs;
  }

  private boolean breaks(int i, float end, float size) {
    float gap = g.left[i] - end;
    return Math.abs(g.base[i] - g.base[i - 1]) > 0.1f * size
        || gap < -BACK * Math.min(size, g.size[i])
        || apart(gap, g.space[i], Math.max(size, g.size[i]));
  }

  private static boolean apart(float gap, float space, float size) {
    return gap - space > COLUMN_GAP * size || gap > SPACED_GAP * size;
  }

  private void glue(List<Run> row, int number, List<Segment> into) {
    row.sort(Comparator.comparingInt(Run::cell).thenComparingDouble(Run::x0));
    int from = 0;
    float end = 0;
    int first = into.size();
    for (int i = 0; i <= row.size(); i++) {
      boolean ends =
          i == row.size()
              || (i > from
                  && (row.get(i).cell != row.get(from).cell
                      || (apart(
                              row.get(i).x0 - end,
                              g.space[row.get(i).from],
                              Math.max(row.get(i).size, row.get(i - 1).size))
                          && !label(row, from, i))));
      if (ends && i > from) {
        into.add(segment(row.subList(from, i), number));
        from = i;
      }
      if (i < row.size()) {
        end = i == from ? row.get(i).x1 : Math.max(end, row.get(i).x1);
      }
    }
    into.subList(first, into.size()).sort(Comparator.comparingDouble(s -> s.x0));
  }

  /** Whether what precedes the gap is but a list's bullet or number, which may stand well apart. */
  private boolean label(List<Run> row, int from, int to) {
    StringBuilder text = new StringBuilder();
    for (int r = from; r < to; r++) {
      for (int i = row.get(r).from; i < row.get(r).to && text.length() < 12; i++) {
        text.append(g.text[i]);
      }
    }
    return row.get(to).x0 - row.get(to - 1).x1 < 5 * row.get(to).size
        && (Numbering.of(text).marker() || (text.length() == 1 && Chars.bullet(text.charAt(0))));
  }

  private Segment segment(List<Run> runs, int row) {
    int count = 0;
    boolean overlap = false;
    float x0 = Float.MAX_VALUE;
    float x1 = -Float.MAX_VALUE;
    Run main = runs.getFirst();
    for (Run r : runs) {
      overlap |= count > 0 && r.x0 < x1 - 0.1f * r.size;
      count += r.to - r.from;
      x0 = Math.min(x0, r.x0);
      x1 = Math.max(x1, r.x1);
      if (r.size * (r.to - r.from) > main.size * (main.to - main.from)) {
        main = r;
      }
    }
    int[] glyphs = new int[count];
    int n = 0;
    for (Run r : runs) {
      for (int i = r.from; i < r.to; i++) {
        glyphs[n++] = i;
      }
    }
    if (overlap) {
      glyphs = overprinted(glyphs);
    }
    Segment s = new Segment(glyphs, main.cell, x0, x1, main.base, main.size, g.descent[main.from]);
    s.row = row;
    return s;
  }

  /** Sorts by place and drops what is drawn twice at the same place to look bold. */
  private int[] overprinted(int[] glyphs) {
    Integer[] sorted = new Integer[glyphs.length];
    Arrays.setAll(sorted, i -> glyphs[i]);
    Arrays.sort(sorted, Comparator.comparingDouble(i -> g.left[i]));
    int[] kept = new int[glyphs.length];
    int n = 0;
    for (int i : sorted) {
      boolean twice = false;
      for (int k = n - 1; k >= 0 && k >= n - 3; k--) {
        int j = kept[k];
        if (g.text[i].equals(g.text[j])
            && Math.abs(g.left[i] - g.left[j]) < 0.2f * g.size[i]
            && g.right[j] - g.left[i] > 0.5f * (g.right[i] - g.left[i])
            && Math.abs(g.base[i] - g.base[j]) < 0.2f * g.size[i]) {
          g.flags[j] |= Glyphs.BOLD;
          twice = true;
          break;
        }
      }
      if (!twice) {
        kept[n++] = i;
      }
    }
    return Arrays.copyOf(kept, n);
  }
}
