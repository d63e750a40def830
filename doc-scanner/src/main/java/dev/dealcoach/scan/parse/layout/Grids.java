package dev.dealcoach.scan.parse.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The ruled tables of a page. */
final class Grids {
  static final Grids NONE = new Grids(List.of());

  /** Lines nearer to each other than this, in points, are the same line. */
  static final float SNAP = 3f;

  /** Grids of more lines than this in one direction are drawings. */
  private static final int MOST_LINES = 400;

  final List<Grid> grids;

  private Grids(List<Grid> grids) {
    this.grids = grids;
  }

  /** Which cell holds the place, -1 for none. */
  int cellAt(float x, float y) {
    for (int i = 0; i < grids.size(); i++) {
      Grid grid = grids.get(i);
      if (grid.contains(x, y)) {
        return i << 16 | grid.cellAt(x, y);
      }
    }
    return -1;
  }

  /** The grid that a cell's number speaks of. */
  Grid of(int cell) {
    return grids.get(cell >> 16);
  }

  /** Finds the tables whose cells are parted by lines and hold at least two cells with text. */
  static Grids of(Rules rules, Glyphs glyphs) {
    if (rules.horizontal.size() < 2) {
      return NONE;
    }
    List<Rules.Line> h = merged(rules.horizontal);
    List<Rules.Line> v = new ArrayList<>(rules.vertical);
    v.addAll(joints(rules.horizontal));
    v = merged(v);
    if (v.isEmpty() || h.size() > MOST_LINES || v.size() > MOST_LINES) {
      return NONE;
    }
    List<Grid> found = new ArrayList<>();
    for (List<List<Rules.Line>> part : connected(h, v)) {
      Grid grid = Grid.of(part.get(0), part.get(1));
      if (grid != null && grid.cells() > 1) {
        found.add(grid);
      }
    }
    found.sort(Comparator.comparingDouble(Grid::area));
    Grids all = new Grids(found);
    return found.isEmpty() ? NONE : all.withText(glyphs);
  }

  /** Keeps the grids in which at least two cells have text. */
  private Grids withText(Glyphs g) {
    java.util.BitSet[] filled = new java.util.BitSet[grids.size()];
    java.util.Arrays.setAll(filled, i -> new java.util.BitSet());
    for (int i = 0; i < g.count; i++) {
      int cell = cellAt((g.left[i] + g.right[i]) / 2, g.base[i] - 0.35f * g.size[i]);
      if (cell >= 0) {
        filled[cell >> 16].set(cell & 0xFFFF);
      }
    }
    List<Grid> kept = new ArrayList<>();
    for (int i = 0; i < grids.size(); i++) {
      int cells = filled[i].cardinality();
      if (cells >= 2 && cells * 5 >= grids.get(i).cells() && !grids.get(i).singleColumn()) {
        kept.add(grids.get(i));
      }
    }
    return kept.isEmpty() ? NONE : new Grids(kept);
  }

  /** Lines on the same axis that touch, put together. */
  private static List<Rules.Line> merged(List<Rules.Line> lines) {
    List<Rules.Line> sorted = new ArrayList<>(lines);
    sorted.sort(Comparator.comparingDouble(Rules.Line::at).thenComparingDouble(Rules.Line::from));
    List<Rules.Line> out = new ArrayList<>();
    for (Rules.Line line : sorted) {
      boolean joined = false;
      for (int k = out.size() - 1; k >= 0 && line.at() - out.get(k).at() < 1.5f; k--) {
        Rules.Line last = out.get(k);
        if (line.from() <= last.to() + SNAP && line.to() >= last.from() - SNAP) {
          out.set(
              k,
              new Rules.Line(
                  last.at(), Math.min(last.from(), line.from()), Math.max(last.to(), line.to())));
          joined = true;
          break;
        }
      }
      if (!joined) {
        out.add(line);
      }
    }
    return out;
  }

  /**
   * Vertical lines that are not drawn but shown by where the cells' own lower borders meet: at the
   * same place in at least two heights.
   */
  private static List<Rules.Line> joints(List<Rules.Line> lines) {
    List<Rules.Line> sorted = new ArrayList<>(lines);
    sorted.sort(Comparator.comparingDouble(Rules.Line::at).thenComparingDouble(Rules.Line::from));
    List<float[]> meets = new ArrayList<>(); // x, first y, last y, times
    for (int i = 1; i < sorted.size() && meets.size() < MOST_LINES; i++) {
      Rules.Line a = sorted.get(i - 1);
      Rules.Line b = sorted.get(i);
      if (b.at() - a.at() > 0.6f || Math.abs(b.from() - a.to()) > 1f) {
        continue;
      }
      boolean known = false;
      for (float[] m : meets) {
        if (Math.abs(m[0] - b.from()) < 1f) {
          if (b.at() - m[2] > SNAP) {
            m[2] = b.at();
            m[3]++;
          }
          known = true;
        }
      }
      if (!known) {
        meets.add(new float[] {b.from(), b.at(), b.at(), 1});
      }
    }
    List<Rules.Line> out = new ArrayList<>();
    for (float[] m : meets) {
      if (m[3] >= 2) {
        out.add(new Rules.Line(m[0], m[1], m[2]));
      }
    }
    return out;
  }

  private static List<List<List<Rules.Line>>> connected(List<Rules.Line> h, List<Rules.Line> v) {
    int[] parent = new int[h.size() + v.size()];
    java.util.Arrays.setAll(parent, i -> i);
    for (int i = 0; i < h.size(); i++) {
      Rules.Line a = h.get(i);
      for (int j = 0; j < v.size(); j++) {
        Rules.Line b = v.get(j);
        if (b.at() >= a.from() - SNAP
            && b.at() <= a.to() + SNAP
            && a.at() >= b.from() - SNAP
            && a.at() <= b.to() + SNAP) {
          parent[root(parent, i)] = root(parent, h.size() + j);
        }
      }
    }
    List<List<List<Rules.Line>>> parts = new ArrayList<>();
    java.util.Map<Integer, Integer> index = new java.util.HashMap<>();
    for (int i = 0; i < parent.length; i++) {
      int root = root(parent, i);
      Integer at = index.get(root);
      if (at == null) {
        at = parts.size();
        index.put(root, at);
        parts.add(List.of(new ArrayList<>(), new ArrayList<>()));
      }
      parts.get(at).get(i < h.size() ? 0 : 1).add(i < h.size() ? h.get(i) : v.get(i - h.size()));
    }
    return parts;
  }

  private static int root(int[] parent, int i) {
    int at = i;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }
}
