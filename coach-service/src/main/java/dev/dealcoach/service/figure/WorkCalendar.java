package dev.dealcoach.service.figure;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.EnumSet;
import java.util.Set;

/**
 * The company's days: its zone, the days on which it works, its weeks from Monday on. Immutable.
 *
 * @param zone where a day begins and ends
 * @param workdays days of the week on which people work
 * @param holidays days on which they do not all the same
 * @param makeUpDays days on which they do though the day of the week says no (调休)
 */
public record WorkCalendar(
    ZoneId zone, Set<DayOfWeek> workdays, Set<LocalDate> holidays, Set<LocalDate> makeUpDays) {
  public WorkCalendar {
    workdays = Set.copyOf(workdays);
    holidays = Set.copyOf(holidays);
    makeUpDays = Set.copyOf(makeUpDays);
  }

  /** Monday to Friday, without holidays. */
  public static WorkCalendar of(ZoneId zone) {
    return new WorkCalendar(
        zone, EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), Set.of(), Set.of());
  }

  /** The day at this instant. */
  public LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, zone);
  }

  /** When a day begins; the end of the day before. */
  public Instant start(LocalDate day) {
    return day.atStartOfDay(zone).toInstant();
  }

  /** The Monday of a day's week. */
  public static LocalDate week(LocalDate day) {
    return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  /** A day's month. */
  public static YearMonth month(LocalDate day) {
    return YearMonth.from(day);
  }

  /** Whether people work on this day. */
  public boolean works(LocalDate day) {
    return makeUpDays.contains(day)
        || (workdays.contains(day.getDayOfWeek()) && !holidays.contains(day));
  }
}
