package dev.dealcoach.scan.parse;

import java.util.ArrayList;
import java.util.List;

/**
 * A rectangle on a page: points from the page's top left corner as the page is seen. Immutable.
 *
 * @param page from 1
 * @param x0 left edge
 * @param y0 upper edge
 * @param x1 right edge, greater than {@code x0}
 * @param y1 lower edge, greater than {@code y0}
 */
public record PageBox(int page, float x0, float y0, float x1, float y1) {
  /**
   * How far a box stays inside the outermost characters' edges, in points. Neighbouring characters
   * share an edge; a cropping tool that counts a touch as an overlap would take in the neighbour.
   */
  private static final float INSET = 0.05f;

  /**
   * Where a stretch of a block is printed.
   *
   * @param block any block; one that does not stand on pages has no boxes
   * @param start offset in the block's text
   * @param end offset after the last unit
   * @return one box for each printed line that the stretch touches, in text order; lines of a
   *     single character that stand one below the other (vertical writing) share a box
   */
  public static List<PageBox> of(Block block, int start, int end) {
    if (!(block.origin() instanceof BlockOrigin.Page page)) {
      return List.of();
    }
    List<PageBox> boxes = new ArrayList<>();
    boolean single = false;
    for (PrintedLine line : page.lines()) {
      PageBox box = on(line, start, end);
      if (box == null) {
        continue;
      }
      boolean one = line.end() - line.start() == 1;
      if (one && single && box.continues(boxes.getLast())) {
        boxes.set(boxes.size() - 1, box.join(boxes.getLast()));
      } else {
        boxes.add(box);
      }
      single = one;
    }
    return boxes;
  }

  private static @org.jspecify.annotations.Nullable PageBox on(
      PrintedLine line, int start, int end) {
    float x0 = Float.MAX_VALUE;
    float x1 = -Float.MAX_VALUE;
    int last = Math.min(end, line.end()) - line.start();
    for (int i = Math.max(start, line.start()) - line.start(); i < last; i++) {
      if (line.right()[i] > line.left()[i]) {
        x0 = Math.min(x0, line.left()[i]);
        x1 = Math.max(x1, line.right()[i]);
      }
    }
    if (x1 <= x0 || line.bottom() <= line.top()) {
      return null;
    }
    float inset = Math.min(INSET, (x1 - x0) / 4);
    return new PageBox(line.page(), x0 + inset, line.top(), x1 - inset, line.bottom());
  }

  /** Whether this stands right beside the other on a line that runs upwards, down or backwards. */
  private boolean continues(PageBox other) {
    float acrossX = Math.min(x1, other.x1) - Math.max(x0, other.x0);
    float acrossY = Math.min(y1, other.y1) - Math.max(y0, other.y0);
    float w = Math.min(x1 - x0, other.x1 - other.x0);
    float h = Math.min(y1 - y0, other.y1 - other.y0);
    return page == other.page
        && ((acrossX > 0.8f * w && -acrossY < 0.6f * (x1 - x0))
            || (acrossY > 0.8f * h && -acrossX < 0.6f * (y1 - y0)));
  }

  private PageBox join(PageBox other) {
    return new PageBox(
        page,
        Math.min(x0, other.x0),
        Math.min(y0, other.y0),
        Math.max(x1, other.x1),
        Math.max(y1, other.y1));
  }
}
