package dev.dealcoach.service.web.team;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Lays out a small line without axes, in the units of a drawing of 72 by 24. Stateless. */
final class Spark {
  private static final double WIDTH = 72;
  private static final double HEIGHT = 24;
  private static final double EDGE = 3;

  private Spark() {}

  /**
   * The line's path; a gap does not break it. Empty for fewer than two values.
   *
   * @param values the earliest first; null where there was nothing
   * @param most what lies at the top; 0 for the largest of the values
   */
  static String path(List<@Nullable Double> values, double most) {
    double top = most;
    int count = 0;
    for (Double each : values) {
      if (each != null) {
        count++;
        top = most > 0 ? top : Math.max(top, each);
      }
    }
    if (count < 2) {
      return "";
    }
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < values.size(); i++) {
      Double value = values.get(i);
      if (value == null) {
        continue;
      }
      double x = EDGE + (WIDTH - 2 * EDGE) * i / (values.size() - 1.0);
      double y = HEIGHT - EDGE - (HEIGHT - 2 * EDGE) * (top == 0 ? 0 : value / top);
      path.append(path.isEmpty() ? 'M' : 'L').append(String.format(Locale.ROOT, "%.1f %.1f", x, y));
    }
    return path.toString();
  }
}
