package dev.dealcoach.service.alert;

import dev.dealcoach.service.figure.RepDay;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An item of the checklist that was not covered. Immutable.
 *
 * @param missing in how many contacts it was missing
 * @param partial in how many it was partial
 */
public record Missed(String item, int missing, int partial) {
  /** How many questions an alert names. */
  public static final int NAMED = 3;

  /** The checklist's order, for items that were missed as often. */
  private static final List<String> ORDER =
      List.of("pain", "budget", "decision_maker", "competitor", "next_step");

  /** The status that the question to ask is for. */
  public String status() {
    return missing >= partial ? "missing" : "partial";
  }

  /** The rule that holds the question. */
  public String rule() {
    return "ask." + item.replace('_', '-') + "-" + status();
  }

  /** The items that were missed most on these days, the most missed first. */
  public static List<Missed> most(List<RepDay> days, Set<LocalDate> on) {
    Map<String, Integer> missing = new HashMap<>();
    Map<String, Integer> partial = new HashMap<>();
    for (RepDay day : days) {
      if (on.contains(day.day())) {
        day.missing().forEach((item, n) -> missing.merge(item, n, Integer::sum));
        day.partial().forEach((item, n) -> partial.merge(item, n, Integer::sum));
      }
    }
    return ORDER.stream()
        .map(item -> new Missed(item, missing.getOrDefault(item, 0), partial.getOrDefault(item, 0)))
        .filter(each -> each.missing() + each.partial() > 0)
        // twenty points are lost by a missing item, ten by a partial one
        .sorted(Comparator.comparingInt((Missed each) -> -(2 * each.missing() + each.partial())))
        .limit(NAMED)
        .toList();
  }
}
