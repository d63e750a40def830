package dev.dealcoach.service.store;

import dev.dealcoach.service.figure.WorkCalendar;
import java.time.LocalDate;

/**
 * A week as its sums are kept: cut where a month begins, so that a month that is counted anew has
 * whole weeks, and named by its first day.
 */
final class RepWeek {
  private RepWeek() {}

  /** The first day of the week that a day is in. */
  static LocalDate of(LocalDate day) {
    LocalDate monday = WorkCalendar.week(day);
    LocalDate first = day.withDayOfMonth(1);
    return monday.isBefore(first) ? first : monday;
  }
}
