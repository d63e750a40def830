package dev.dealcoach.service.web.team;

import dev.dealcoach.service.web.team.Progress.Figure;
import dev.dealcoach.service.web.team.Progress.Four;
import dev.dealcoach.service.web.team.Progress.Improved;
import dev.dealcoach.service.web.team.Progress.Missed;
import dev.dealcoach.service.web.team.Progress.Share;
import dev.dealcoach.service.web.team.Progress.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Figures as templates show them: texts, with nothing left to reckon. Stateless. */
final class Shown {
  /** From fewer than this a figure says how few. */
  private static final int FEW = 3;

  private Shown() {}

  /** The four figures, each with its name in the messages. */
  static List<Map<String, Object>> four(Four four) {
    return List.of(
        figure("discovery", four.discovery(), 0, 1, 100),
        figure("gold", four.gold(), 1, 1, 3),
        figure("actions", four.effectiveActions(), 0, 100, 1),
        figure("warm-up", four.warmUp(), 1, 1, 0));
  }

  private static Map<String, Object> figure(
      String id, Figure figure, int decimals, int times, double most) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("id", id);
    shown.put("value", number(figure.value(), decimals, times));
    shown.put("sort", figure.value() == null ? "-1" : number(figure.value(), 3, times));
    shown.put("count", Integer.toString(figure.count()));
    shown.put("few", figure.count() > 0 && figure.count() < FEW);
    shown.put("light", figure.light());
    shown.put("path", Spark.path(figure.trend(), most));
    shown.put(
        "points",
        figure.trend().stream()
            .filter(Objects::nonNull)
            .map(value -> number(value, decimals, times))
            .collect(Collectors.joining(", ")));
    return shown;
  }

  static List<Map<String, Object>> improved(List<Improved> all) {
    return all.stream()
        .map(
            each -> {
              Map<String, Object> shown = new LinkedHashMap<>();
              shown.put("kind", each.kind());
              shown.put("month", each.month());
              shown.put("rate", number(each.rate(), 0, 100));
              shown.put("before", Integer.toString(each.submissionsBefore()));
              shown.put("after", Integer.toString(each.submissions()));
              shown.put("light", each.light());
              shown.put("coaching", each.coaching());
              return shown;
            })
        .toList();
  }

  static List<Map<String, Object>> missed(List<Missed> all) {
    return all.stream()
        .map(
            each -> {
              Map<String, Object> shown = new LinkedHashMap<>();
              shown.put("item", each.item());
              shown.put("times", Integer.toString(each.times()));
              shown.put("of", Integer.toString(each.of()));
              shown.put("ask", each.ask());
              return shown;
            })
        .toList();
  }

  /** How often items are missing, as shares of what counts. */
  static List<Map<String, Object>> shares(List<Share> all) {
    return all.stream()
        .map(
            each -> {
              Map<String, Object> shown = new LinkedHashMap<>();
              boolean any = each.of() > 0;
              long missing = any ? Math.round(100.0 * each.missing() / each.of()) : 0;
              shown.put("item", each.item());
              shown.put("missing", any ? Long.toString(missing) : "");
              shown.put(
                  "partial",
                  any ? Long.toString(Math.round(100.0 * each.partial() / each.of())) : "");
              shown.put("count", Integer.toString(each.missing()));
              shown.put("of", Integer.toString(each.of()));
              shown.put(
                  "level",
                  !any ? "empty" : missing >= 50 ? "most" : missing >= 25 ? "some" : "few");
              return shown;
            })
        .toList();
  }

  static List<Map<String, Object>> spans(List<Span> all) {
    return all.stream()
        .map(
            each -> {
              Map<String, Object> shown = new LinkedHashMap<>();
              shown.put("first", each.first().toString());
              shown.put("discovery", number(each.discovery(), 0, 1));
              shown.put("summaries", Integer.toString(each.summaries()));
              shown.put("gold", number(each.gold(), 1, 1));
              shown.put("reviews", Integer.toString(each.reviews()));
              return shown;
            })
        .toList();
  }

  /** A number, or nothing. */
  static String number(@Nullable Double value, int decimals, int times) {
    return value == null ? "" : String.format(Locale.ROOT, "%." + decimals + "f", value * times);
  }
}
