package dev.dealcoach.scan.parse.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * Finds lines, columns and tables on one page and puts them in reading order. The writing direction
 * with the most characters comes first, the others after it. Stateless.
 */
public final class PageLayout {
  private PageLayout() {}

  /** Lays out what was drawn on a page. */
  public static LaidPage of(PageContent content) {
    List<Item> items = new ArrayList<>();
    List<Integer> turns = new ArrayList<>(List.of(0, 1, 2, 3));
    turns.sort(Comparator.comparingInt(t -> -content.glyphs(t).count));
    boolean first = true;
    for (int turn : turns) {
      Glyphs glyphs = content.glyphs(turn);
      if (glyphs.count == 0) {
        break;
      }
      Frame frame = content.frame(turn);
      Grids grids = first ? Grids.of(content.rules().in(frame), glyphs) : Grids.NONE;
      LineText text = new LineText(content, frame, glyphs);
      List<Segment> segments = Segments.of(glyphs, grids);
      items.addAll(lay(segments, grids, text, first ? content.rules().in(frame) : new Rules()));
      first = false;
    }
    return new LaidPage(content.page(), content.width(), content.height(), items);
  }

  private static List<Item> lay(List<Segment> segments, Grids grids, LineText text, Rules rules) {
    List<Segment> free = new ArrayList<>();
    TreeMap<Integer, List<Segment>> cells = new TreeMap<>();
    for (Segment s : segments) {
      if (s.cell < 0) {
        free.add(s);
      } else {
        cells.computeIfAbsent(s.cell, k -> new ArrayList<>()).add(s);
      }
    }
    List<Placed> placed = new ArrayList<>();
    for (Segment s : free) {
      placed.add(Placed.of(s));
    }
    for (int i = 0; i < grids.grids.size(); i++) {
      Item.Table table = ruled(grids.grids.get(i), cells.subMap(i << 16, (i + 1) << 16), text);
      if (!table.cells().isEmpty()) {
        placed.add(Placed.of(grids.grids.get(i), table));
      }
    }
    return new Regions(text, rules).items(placed);
  }

  private static Item.Table ruled(
      Grid grid, java.util.SortedMap<Integer, List<Segment>> cells, LineText text) {
    List<Item.Cell> out = new ArrayList<>();
    cells.forEach(
        (id, segments) -> {
          List<Line> lines = lines(segments, text);
          if (!lines.isEmpty()) {
            int cell = id & 0xFFFF;
            out.add(new Item.Cell(grid.row(cell), grid.column(cell), lines));
          }
        });
    return new Item.Table(List.copyOf(out), grid.xs(), grid.top(), grid.bottom());
  }

  /** One line a row. */
  static List<Line> lines(List<Segment> segments, LineText text) {
    List<Line> lines = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= segments.size(); i++) {
      if (i == segments.size() || segments.get(i).row != segments.get(from).row) {
        Line line = text.of(segments.subList(from, i));
        if (line != null) {
          lines.add(line);
        }
        from = i;
      }
    }
    return lines;
  }
}
