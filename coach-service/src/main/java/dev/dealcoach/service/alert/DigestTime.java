package dev.dealcoach.service.alert;

import dev.dealcoach.service.figure.WorkCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

/**
 * The time that a day's digest tells of: since the one of the working day before. Immutable.
 *
 * @param from first instant
 * @param until first instant after it
 */
public record DigestTime(Instant from, Instant until) {
  /** The longest holiday that is looked back over, in days. */
  private static final int LONGEST_HOLIDAY = 60;

  /** The time that the digest of this day tells of. */
  public static DigestTime of(LocalDate day, LocalTime at, WorkCalendar calendar) {
    LocalDate before = day.minusDays(1);
    for (int i = 0; i < LONGEST_HOLIDAY && !calendar.works(before); i++) {
      before = before.minusDays(1);
    }
    return new DigestTime(
        before.atTime(at).atZone(calendar.zone()).toInstant(),
        day.atTime(at).atZone(calendar.zone()).toInstant());
  }
}
