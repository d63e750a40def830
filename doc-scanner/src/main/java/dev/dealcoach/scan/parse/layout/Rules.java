package dev.dealcoach.scan.parse.layout;

import java.util.ArrayList;
import java.util.List;

/**
 * The straight lines and filled boxes drawn on a page, as seen (points from the top left). Mutable,
 * used by one thread.
 */
public final class Rules {
  /** A rectangle thinner than this, in points, is a line. */
  private static final float THIN = 3f;

  /** Shorter lines (parts of drawings, underlined single characters) are not looked at. */
  private static final float SHORTEST = 4f;

  /** More lines than this make a page a drawing; the rest is ignored. */
  private static final int MOST = 6000;

  /** A line parallel to one of the axes: {@code at} is its fixed coordinate. */
  record Line(float at, float from, float to) {}

  final List<Line> horizontal = new ArrayList<>();
  final List<Line> vertical = new ArrayList<>();

  /** Adds a line from one point to another; one that is not parallel to an axis is ignored. */
  public void line(float x0, float y0, float x1, float y1) {
    if (horizontal.size() + vertical.size() > MOST) {
      return;
    }
    float dx = Math.abs(x1 - x0);
    float dy = Math.abs(y1 - y0);
    if (dy < 0.5f && dx >= SHORTEST) {
      horizontal.add(new Line((y0 + y1) / 2, Math.min(x0, x1), Math.max(x0, x1)));
    } else if (dx < 0.5f && dy >= SHORTEST) {
      vertical.add(new Line((x0 + x1) / 2, Math.min(y0, y1), Math.max(y0, y1)));
    }
  }

  /** Adds a rectangle that is stroked or filled: a thin one is a line, another one four. */
  public void rectangle(float x0, float y0, float x1, float y1) {
    float w = Math.abs(x1 - x0);
    float h = Math.abs(y1 - y0);
    float left = Math.min(x0, x1);
    float top = Math.min(y0, y1);
    if (h <= THIN && w > h) {
      line(left, top + h / 2, left + w, top + h / 2);
    } else if (w <= THIN) {
      line(left + w / 2, top, left + w / 2, top + h);
    } else {
      line(left, top, left + w, top);
      line(left, top + h, left + w, top + h);
      line(left, top, left, top + h);
      line(left + w, top, left + w, top + h);
    }
  }

  /** Forgets everything. */
  public void clear() {
    horizontal.clear();
    vertical.clear();
  }

  /** The same lines in a frame's coordinates. */
  Rules in(Frame frame) {
    if (frame.turn() == 0) {
      return this;
    }
    Rules turned = new Rules();
    for (Line h : horizontal) {
      turned.line(
          frame.u(h.from, h.at), frame.v(h.from, h.at), frame.u(h.to, h.at), frame.v(h.to, h.at));
    }
    for (Line l : vertical) {
      turned.line(
          frame.u(l.at, l.from), frame.v(l.at, l.from), frame.u(l.at, l.to), frame.v(l.at, l.to));
    }
    return turned;
  }
}
