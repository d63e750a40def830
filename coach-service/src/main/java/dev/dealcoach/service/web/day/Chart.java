package dev.dealcoach.service.web.day;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Lays out weekly means as a line, in the units of a drawing of 600 by 160. Stateless. */
final class Chart {
  private static final double LEFT = 34;
  private static final double RIGHT = 590;
  private static final double TOP = 14;
  private static final double BOTTOM = 132;

  private Chart() {}

  /** Both charts as the template draws them. */
  static List<Map<String, Object>> of(History.Content history) {
    return List.of(
        chart("discovery", history.weeks(), History.Week::discovery, 100),
        chart("gold", history.weeks(), History.Week::gold, 3));
  }

  private static Map<String, Object> chart(
      String id,
      List<History.Week> weeks,
      Function<History.Week, @Nullable Double> value,
      int most) {
    List<Map<String, Object>> dots = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < weeks.size(); i++) {
      Double mean = value.apply(weeks.get(i));
      if (mean == null) {
        continue;
      }
      String x = number(LEFT + (RIGHT - LEFT) * i / (weeks.size() - 1.0));
      String y = number(BOTTOM - (BOTTOM - TOP) * mean / most);
      // a week without contacts neither breaks nor bends the line
      line.append(line.isEmpty() ? "M" : "L").append(x).append(' ').append(y);
      dots.add(
          Map.of(
              "x",
              x,
              "y",
              y,
              "monday",
              weeks.get(i).monday().toString(),
              "value",
              String.format(Locale.ROOT, most > 9 ? "%.0f" : "%.1f", mean)));
    }
    List<Map<String, Object>> levels = new ArrayList<>();
    for (int level = 0; level <= most; level += most > 9 ? 20 : 1) {
      levels.add(Map.of("y", number(BOTTOM - (BOTTOM - TOP) * level / most), "value", level));
    }
    return Map.of("id", id, "line", line.toString(), "dots", dots, "levels", levels);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
