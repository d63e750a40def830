package dev.dealcoach.service.trend;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Weekly means of scores. Stateless. */
public final class Trend {
  private Trend() {}

  /** Something that was scored. */
  public record Scored(Instant at, int score) {}

  /**
   * A week from Monday on.
   *
   * @param mean of its scores; null without any
   * @param count how many were scored
   */
  public record Week(LocalDate monday, @Nullable Double mean, int count) {}

  /**
   * The weeks up to now, the earliest first. A week without scores is there, without a mean.
   *
   * @param now in the last week
   * @param weeks how many, at least 1
   */
  public static List<Week> weeks(List<Scored> all, Instant now, int weeks, ZoneId zone) {
    LocalDate last = monday(now, zone);
    List<Week> result = new ArrayList<>();
    for (int back = weeks - 1; back >= 0; back--) {
      LocalDate monday = last.minusWeeks(back);
      List<Scored> of =
          all.stream().filter(each -> monday(each.at(), zone).equals(monday)).toList();
      Double mean =
          of.isEmpty() ? null : of.stream().mapToInt(Scored::score).average().orElseThrow();
      result.add(new Week(monday, mean, of.size()));
    }
    return List.copyOf(result);
  }

  /** When the first of these weeks begins. */
  public static Instant begin(Instant now, int weeks, ZoneId zone) {
    return monday(now, zone).minusWeeks(weeks - 1L).atStartOfDay(zone).toInstant();
  }

  private static LocalDate monday(Instant at, ZoneId zone) {
    return LocalDate.ofInstant(at, zone).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }
}
