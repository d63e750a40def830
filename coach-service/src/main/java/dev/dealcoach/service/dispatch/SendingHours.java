package dev.dealcoach.service.dispatch;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.function.Predicate;

/**
 * When messages may be sent. Immutable.
 *
 * @param zone whose clock counts
 * @param works whether people work on a day; nothing is sent on others
 */
public record SendingHours(ZoneId zone, Predicate<LocalDate> works) {
  /** A company that does not work for so many days has closed: its people are told all the same. */
  private static final int LONGEST_HOLIDAY = 60;

  /** The first instant, from this one on, at which a message may be sent. */
  public Instant next(Instant from, Wishes.Quiet quiet) {
    ZonedDateTime now = from.atZone(zone);
    if (works.test(now.toLocalDate()) && !quiet.at(now.toLocalTime())) {
      return from;
    }
    LocalDate day = now.toLocalDate();
    for (int i = 0; i < LONGEST_HOLIDAY; i++) {
      if (works.test(day)) {
        for (LocalTime begin : new LocalTime[] {LocalTime.MIN, quiet.until()}) {
          // a time that a clock skips in spring is the first one after it
          ZonedDateTime at = day.atTime(begin).atZone(zone);
          if (!at.toInstant().isBefore(from) && !quiet.at(at.toLocalTime())) {
            return at.toInstant();
          }
        }
      }
      day = day.plusDays(1);
    }
    return from;
  }
}
