package dev.dealcoach.scan.parse.layout;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A segment or a ruled table on its place. Immutable. */
record Placed(
    float x0,
    float x1,
    float top,
    float bottom,
    float size,
    @Nullable Segment segment,
    Item.@Nullable Table table) {
  /** Cells of a row may come this near to each other, in ems. */
  private static final float SPLIT_GAP = 0.3f;

  /** Cells of a column begin within so many ems of the same place. */
  private static final float ALIGNED = 0.35f;

  static Placed of(Segment s) {
    return new Placed(s.x0, s.x1, s.top(), s.bottom(), s.size, s, null);
  }

  /**
   * Parts the segment where a column begins: at a gap inside that ends within the given place.
   *
   * @return the two parts, null if there is no such gap
   */
  Placed @Nullable [] split(float from, float to, Glyphs g) {
    if (segment == null) {
      return null;
    }
    int[] all = segment.glyphs;
    for (int k = 1; k < all.length; k++) {
      float left = g.left[all[k]];
      float gap = left - g.right[all[k - 1]];
      if (gap > SPLIT_GAP * size
          && Math.abs(left - to) < ALIGNED * size
          && g.right[all[k - 1]] > from - size) {
        return new Placed[] {
          of(part(Arrays.copyOf(all, k), g)), of(part(Arrays.copyOfRange(all, k, all.length), g))
        };
      }
    }
    return null;
  }

  private Segment part(int[] glyphs, Glyphs g) {
    Segment whole = java.util.Objects.requireNonNull(segment);
    Segment part =
        new Segment(
            glyphs,
            whole.cell,
            g.left[glyphs[0]],
            g.right[glyphs[glyphs.length - 1]],
            whole.base,
            whole.size,
            whole.descent);
    part.row = whole.row;
    return part;
  }

  static Placed of(Grid grid, Item.Table table) {
    float size = table.cells().getFirst().lines().getFirst().size();
    return new Placed(grid.left(), grid.right(), grid.top(), grid.bottom(), size, null, table);
  }
}
