package dev.dealcoach.scan.parse.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Takes away what is printed on page after page: headers, footers, page numbers. What repeats must
 * stand at the same height near the edge of at least two pages, alike but for the page's number.
 */
final class RunningMatter {
  /** The part of a page's height, at top and bottom, in which headers and footers stand. */
  private static final float ZONE = 0.13f;

  /** Page numbers without anything else to know them by stand this near to the edge. */
  private static final float NUMBER_ZONE = 0.1f;

  /** Running matter on a few pages only keeps this many times the usual distance from the text. */
  private static final float APART = 1.5f;

  private static final Pattern PAGE_NUMBER =
      Pattern.compile(
          "[-–—~·|\\s]*\\d{1,4}[-–—~·|\\s]*|第?\\s*\\d{1,4}\\s*页?\\s*[/／,，]?\\s*共\\s*\\d{1,4}\\s*页"
              + "|第\\s*\\d{1,4}\\s*页|(?i:page)\\s*\\d{1,4}(\\s*(of|/)\\s*\\d{1,4})?|\\d{1,4}\\s*[/／]\\s*\\d{1,4}"
              + "|[ivxIVX]{1,5}");

  private RunningMatter() {}

  /** The pages without it. */
  static List<LaidPage> removed(List<LaidPage> pages, float bodySize) {
    Map<String, List<Integer>> seen = new HashMap<>();
    for (LaidPage page : pages) {
      for (Item item : page.items()) {
        for (String key : keys(page, item)) {
          List<Integer> on = seen.computeIfAbsent(key, k -> new ArrayList<>());
          if (on.isEmpty() || on.getLast() != page.page()) {
            on.add(page.page());
          }
        }
      }
    }
    List<LaidPage> out = new ArrayList<>();
    for (LaidPage page : pages) {
      List<Item> kept = new ArrayList<>();
      List<Item> items = page.items();
      float usual = usualGap(items);
      for (int i = 0; i < items.size(); i++) {
        boolean apart =
            gap(items, i, i + 1) > APART * usual && gap(items, i, i - 1) > APART * usual;
        if (!running(page, items.get(i), seen, pages.size(), bodySize, apart)) {
          kept.add(items.get(i));
        }
      }
      out.add(new LaidPage(page.page(), page.width(), page.height(), kept));
    }
    return out;
  }

  /** The median distance of neighbours. */
  private static float usualGap(List<Item> items) {
    List<Float> gaps = new ArrayList<>();
    for (int i = 1; i < items.size(); i++) {
      float gap = gap(items, i, i - 1);
      if (gap > 0 && gap < Float.MAX_VALUE) {
        gaps.add(gap);
      }
    }
    gaps.sort(null);
    return gaps.isEmpty() ? 0 : gaps.get(gaps.size() / 2);
  }

  private static float gap(List<Item> items, int a, int b) {
    if (b < 0 || b >= items.size()) {
      return Float.MAX_VALUE;
    }
    Item above = items.get(Math.min(a, b));
    Item below = items.get(Math.max(a, b));
    return below.top() - above.bottom();
  }

  private static boolean running(
      LaidPage page,
      Item item,
      Map<String, List<Integer>> seen,
      int pages,
      float bodySize,
      boolean apart) {
    if (item instanceof Item.Flow flow && numberOnly(page, flow.line())) {
      return true;
    }
    int most = 0;
    for (String key : keys(page, item)) {
      most = Math.max(most, seen.get(key).size());
    }
    boolean large = item instanceof Item.Flow flow && flow.line().size() > 1.25f * bodySize;
    // a slide's title may stand on a few slides running; a header stands on nearly all pages
    // a line of text may by chance come twice at the same height, but not on so many pages
    boolean often = most * 10 >= pages * 4 || apart;
    return most >= 2 && often && (!large || (most >= 3 && most * 10 >= pages * 8));
  }

  private static boolean numberOnly(LaidPage page, Line line) {
    boolean edge =
        line.top() < NUMBER_ZONE * line.frame().depth()
            || line.bottom() > (1 - NUMBER_ZONE) * line.frame().depth();
    return edge
        && line.frame().turn() == 0
        && page.page() > 0
        && PAGE_NUMBER.matcher(line.text()).matches();
  }

  /** By what an item at a page's edge is known on other pages; empty for one within the page. */
  private static List<String> keys(LaidPage page, Item item) {
    StringBuilder text = new StringBuilder();
    float depth;
    if (item instanceof Item.Flow flow) {
      depth = flow.line().frame().depth();
      text.append(flow.line().text());
    } else {
      Item.Table table = (Item.Table) item;
      depth = table.cells().getFirst().lines().getFirst().frame().depth();
      for (Item.Cell cell : table.cells()) {
        for (Line line : cell.lines()) {
          text.append(line.text()).append('|');
        }
        if (text.length() > 300) {
          return List.of();
        }
      }
    }
    boolean head = item.bottom() < ZONE * depth;
    boolean foot = item.top() > (1 - ZONE) * depth;
    if (!head && !foot) {
      return List.of();
    }
    int height = Math.round((head ? item.top() : depth - item.bottom()) / 4);
    String pattern = numberless(text, page.page());
    return List.of(pattern + '\u0000' + head + height, pattern + '\u0000' + head + (height + 1));
  }

  /** The text with numbers near the page's own number (a cover may not count) left open. */
  private static String numberless(CharSequence text, int page) {
    StringBuilder out = new StringBuilder();
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        out.append(c);
        i++;
        continue;
      }
      int from = i;
      while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
        i++;
      }
      String digits = text.subSequence(from, i).toString();
      if (digits.length() <= 4 && Math.abs(Integer.parseInt(digits) - page) <= 4) {
        out.append('#');
      } else {
        out.append(digits);
      }
    }
    return out.toString();
  }
}
