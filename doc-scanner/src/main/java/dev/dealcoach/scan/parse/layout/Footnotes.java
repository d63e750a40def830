package dev.dealcoach.scan.parse.layout;

import java.util.List;
import java.util.regex.Pattern;

/** Finds the footnotes of a page: small lines at its foot, the first with a footnote's sign. */
final class Footnotes {
  private static final float SMALL = 0.9f;
  private static final float LOWER_PART = 0.55f;
  private static final Pattern SIGN =
      Pattern.compile("(\\[\\d{1,3}\\]|\\d{1,3}(?![\\d.．、%％])|[①-⑳]|\\*|†|‡|注[：:\\d]).*");

  private Footnotes() {}

  /** Index of the item at which the footnotes begin; the number of items if there are none. */
  static int from(LaidPage page, float bodySize) {
    List<Item> items = page.items();
    int from = items.size();
    for (int i = items.size() - 1; i >= 0; i--) {
      if (!(items.get(i) instanceof Item.Flow flow)
          || flow.line().size() > SMALL * bodySize
          || flow.line().top() < LOWER_PART * flow.line().frame().depth()) {
        break;
      }
      if (SIGN.matcher(flow.line().text()).matches()) {
        from = i;
      }
    }
    return from;
  }
}
