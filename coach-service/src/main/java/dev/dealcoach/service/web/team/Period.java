package dev.dealcoach.service.web.team;

import dev.dealcoach.service.figure.Figures.Grain;
import dev.dealcoach.service.figure.WorkCalendar;
import jakarta.ws.rs.BadRequestException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/**
 * What a manager looks at: the days up to today, and the weeks or months of the trend lines.
 * Immutable.
 *
 * @param days how many
 * @param from the first
 * @param until the one after the last, which is today
 * @param spans when the weeks or months of the trend begin, the earliest first
 * @param grain months for a year, else weeks
 */
record Period(int days, LocalDate from, LocalDate until, List<LocalDate> spans, Grain grain) {
  /** Periods that can be looked at, in days. */
  static final List<Integer> OFFERED = List.of(7, 30, 90, 365);

  /** How many weeks or months a trend has. */
  static final int SPANS = 12;

  /**
   * The period up to today.
   *
   * @throws BadRequestException if it is not offered
   */
  static Period of(int days, LocalDate today) {
    if (!OFFERED.contains(days)) {
      throw new BadRequestException();
    }
    boolean year = days > 90;
    LocalDate last = year ? today.withDayOfMonth(1) : WorkCalendar.week(today);
    List<LocalDate> spans = new ArrayList<>();
    for (int back = SPANS - 1; back >= 0; back--) {
      spans.add(year ? last.minusMonths(back) : last.minusWeeks(back));
    }
    LocalDate until = today.plusDays(1);
    return new Period(
        days, until.minusDays(days), until, List.copyOf(spans), year ? Grain.MONTH : Grain.WEEK);
  }

  /** The first day of all that is looked at. */
  LocalDate first() {
    return from.isBefore(spans.getFirst()) ? from : spans.getFirst();
  }

  /** Whether a day counts in the period's figures. */
  boolean has(LocalDate day) {
    return !day.isBefore(from) && day.isBefore(until);
  }

  /** The week or month that a day is in; -1 if it is before all of them. */
  int span(LocalDate day) {
    for (int i = spans.size() - 1; i >= 0; i--) {
      if (!day.isBefore(spans.get(i))) {
        return i;
      }
    }
    return -1;
  }

  /** The last whole month, of which improvement is told. */
  YearMonth month() {
    return YearMonth.from(until.minusDays(1)).minusMonths(1);
  }
}
