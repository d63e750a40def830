package dev.dealcoach.scan.parse.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One ruled table: its column and row edges, and which of the small cells form one. */
final class Grid {
  private static final float OPEN = 8f;

  /** Grids of more cells are drawings. */
  private static final int MOST_CELLS = 8000;

  private final float[] xs;
  private final float[] ys;

  /** For each small cell the number of the first small cell of the cell it belongs to. */
  private final int[] cell;

  private Grid(float[] xs, float[] ys, int[] cell) {
    this.xs = xs;
    this.ys = ys;
    this.cell = cell;
  }

  static @Nullable Grid of(List<Rules.Line> h, List<Rules.Line> v) {
    if (h.size() < 2 || v.isEmpty()) {
      return null;
    }
    float[] xs = edges(v, h);
    float[] ys = edges(h, v);
    int columns = xs.length - 1;
    int rows = ys.length - 1;
    if (columns < 1 || rows < 1 || columns * rows > MOST_CELLS) {
      return null;
    }
    int[] cell = new int[rows * columns];
    Arrays.setAll(cell, i -> i);
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < columns; c++) {
        int at = r * columns + c;
        if (c + 1 < columns && !drawn(v, xs[c + 1], ys[r], ys[r + 1])) {
          join(cell, at, at + 1);
        }
        if (r + 1 < rows && !drawn(h, ys[r + 1], xs[c], xs[c + 1])) {
          join(cell, at, at + columns);
        }
      }
    }
    return new Grid(xs, ys, cell);
  }

  private static void join(int[] cell, int a, int b) {
    int from = Math.max(cell[a], cell[b]);
    int to = Math.min(cell[a], cell[b]);
    if (from != to) {
      for (int i = 0; i < cell.length; i++) {
        if (cell[i] == from) {
          cell[i] = to;
        }
      }
    }
  }

  /** Whether a line stands at a place along most of a stretch. */
  private static boolean drawn(List<Rules.Line> lines, float at, float from, float to) {
    float covered = 0;
    for (Rules.Line line : lines) {
      if (Math.abs(line.at() - at) < Grids.SNAP) {
        covered += Math.max(0, Math.min(line.to(), to) - Math.max(line.from(), from));
      }
    }
    return covered >= 0.55f * (to - from);
  }

  /** The places of these lines, with the ends of the crossing ones where the table is open. */
  private static float[] edges(List<Rules.Line> lines, List<Rules.Line> crossing) {
    List<Float> at = new ArrayList<>();
    float first = Float.MAX_VALUE;
    float last = -Float.MAX_VALUE;
    for (Rules.Line line : lines) {
      at.add(line.at());
    }
    for (Rules.Line line : crossing) {
      first = Math.min(first, line.from());
      last = Math.max(last, line.to());
    }
    at.sort(null);
    List<Float> out = new ArrayList<>();
    if (first < at.getFirst() - OPEN) {
      out.add(first);
    }
    for (float x : at) {
      if (out.isEmpty() || x - out.getLast() > Grids.SNAP) {
        out.add(x);
      }
    }
    if (last > at.getLast() + OPEN) {
      out.add(last);
    }
    float[] edges = new float[out.size()];
    for (int i = 0; i < edges.length; i++) {
      edges[i] = out.get(i);
    }
    return edges;
  }

  boolean contains(float x, float y) {
    return x > xs[0] && x < xs[xs.length - 1] && y > ys[0] && y < ys[ys.length - 1];
  }

  int cellAt(float x, float y) {
    return cell[slot(ys, y) * (xs.length - 1) + slot(xs, x)];
  }

  private static int slot(float[] edges, float at) {
    int i = Arrays.binarySearch(edges, at);
    return Math.clamp(i >= 0 ? i : -i - 2, 0, edges.length - 2);
  }

  int row(int cell) {
    return cell / (xs.length - 1);
  }

  int column(int cell) {
    return cell % (xs.length - 1);
  }

  int cells() {
    int n = 0;
    for (int i = 0; i < cell.length; i++) {
      if (cell[i] == i) {
        n++;
      }
    }
    return n;
  }

  boolean singleColumn() {
    return xs.length == 2;
  }

  double area() {
    return (double) (xs[xs.length - 1] - xs[0]) * (ys[ys.length - 1] - ys[0]);
  }

  float[] xs() {
    return xs;
  }

  float left() {
    return xs[0];
  }

  float right() {
    return xs[xs.length - 1];
  }

  float top() {
    return ys[0];
  }

  float bottom() {
    return ys[ys.length - 1];
  }
}
