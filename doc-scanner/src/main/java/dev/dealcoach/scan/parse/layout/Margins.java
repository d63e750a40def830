package dev.dealcoach.scan.parse.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Between which edges the text of a column runs, in its frame's points. Immutable.
 *
 * @param left where its lines begin but for indents
 * @param right where full lines end
 */
record Margins(float left, float right) {
  /** Edges of lines that are this near (in ems) support each other. */
  private static final float NEAR = 1.2f;

  private record Key(int page, int column) {}

  /** The margins of every column of a document, by page and column number. */
  static final class Book {
    private final Map<Key, Margins> margins = new HashMap<>();

    /** Works out the margins of all columns of running text. */
    static Book of(List<LaidPage> pages) {
      Book book = new Book();
      Map<Key, List<Item.Flow>> columns = new java.util.LinkedHashMap<>();
      for (LaidPage page : pages) {
        for (Item item : page.items()) {
          if (item instanceof Item.Flow flow) {
            columns
                .computeIfAbsent(new Key(page.page(), flow.column()), k -> new ArrayList<>())
                .add(flow);
          }
        }
      }
      Map<Integer, Float> rights = new HashMap<>();
      List<Map.Entry<Key, List<Item.Flow>>> open = new ArrayList<>();
      for (Map.Entry<Key, List<Item.Flow>> e : columns.entrySet()) {
        Margins found = supported(e.getValue());
        book.margins.put(e.getKey(), found);
        if (Float.isNaN(found.right)) {
          open.add(e);
        } else {
          rights.merge(Math.round(found.left / 6), found.right, Math::max);
        }
      }
      for (Map.Entry<Key, List<Item.Flow>> e : open) {
        Margins found = book.margins.get(e.getKey());
        float right = 0;
        for (Item.Flow flow : e.getValue()) {
          right = Math.max(right, flow.line().x1());
        }
        Item.Flow any = e.getValue().getFirst();
        Float known = null;
        for (int d = -1; d <= 1 && known == null; d++) {
          known = rights.get(Math.round(found.left / 6) + d);
        }
        float mirrored =
            e.getKey().column() == 0 ? any.line().frame().length() - found.left : any.right();
        float guess = known != null ? known : mirrored;
        book.margins.put(e.getKey(), new Margins(found.left, Math.max(right, guess)));
      }
      return book;
    }

    Margins of(int page, int column) {
      return margins.get(new Key(page, column));
    }

    private static Margins supported(List<Item.Flow> flows) {
      int n = flows.size();
      float[] x0 = new float[n];
      float[] x1 = new float[n];
      float size = 0;
      for (int i = 0; i < n; i++) {
        x0[i] = flows.get(i).line().x0();
        x1[i] = flows.get(i).line().x1();
        size += flows.get(i).line().size() / n;
      }
      java.util.Arrays.sort(x0);
      java.util.Arrays.sort(x1);
      float left = x0[0];
      for (int i = 0; i + 1 < n; i++) {
        if (x0[i + 1] - x0[i] < 0.5f * size) {
          left = x0[i];
          break;
        }
      }
      float right = Float.NaN;
      for (int i = n - 1; i > 0; i--) {
        if (x1[i] - x1[i - 1] < NEAR * size && x1[i] - left > 8 * size) {
          right = x1[i];
          break;
        }
      }
      return new Margins(left, right);
    }
  }
}
