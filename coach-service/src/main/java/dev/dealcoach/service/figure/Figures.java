package dev.dealcoach.service.figure;

import dev.dealcoach.service.people.Sight;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;

/**
 * Tells figures, up to the last change that was committed. Thread-safe. Periods run from a first
 * day, inclusive, to a last, exclusive, in the company's zone.
 */
public interface Figures {
  /** The company's days. */
  WorkCalendar calendar();

  /** The thresholds in force. */
  Lights lights();

  /**
   * What was done on each day, as far as it is seen: a rep's day counts for the team the rep was in
   * on it. By rep, then day; days without anything are left out.
   */
  List<RepDay> days(Sight sight, LocalDate from, LocalDate until);

  /** The same of one rep, for the service's own work: nobody may see it unasked. */
  List<RepDay> days(UUID account, LocalDate from, LocalDate until);

  /** Figures of all reps of whom something is seen in the period, by account. */
  List<RepFigures> figures(Sight sight, LocalDate from, LocalDate until);

  /** One rep's figures, for the service's own work: nobody may see them unasked. */
  RepFigures figures(UUID account, LocalDate from, LocalDate until);

  /** How much a {@link Stretch} holds. */
  enum Grain {
    /** One day each. */
    DAY,
    /** Whole weeks in one, cut where a month begins; days at the edges of the period. */
    WEEK,
    /** Whole months in one; weeks and days at the edges of the period. */
    MONTH
  }

  /**
   * What was done, as far as it is seen, with what tells whose team it counts for; in no order.
   * What is to be mended of proposals is left out: it is much, and {@link #improvement} alone needs
   * it.
   */
  List<Stretch> stretches(Sight sight, LocalDate from, LocalDate until, Grain grain);

  /** The same of one rep. */
  List<Stretch> stretches(Sight sight, UUID account, LocalDate from, LocalDate until, Grain grain);

  /**
   * How far a rep improved on the month before, for the service's own work: nobody may see it
   * unasked.
   *
   * @return one of each kind
   */
  List<Improvement> improvement(UUID account, YearMonth month);

  /**
   * The same of all reps of whom something is seen in either month, by account; of a rep who
   * changed teams, what is seen alone is compared.
   */
  List<Improvement> improvement(Sight sight, YearMonth month);

  /** The same of two months that follow each other, in one go: of {@code month} and before it. */
  Running improvements(Sight sight, YearMonth month);

  /** The same of one rep; empty lists if nothing is seen. */
  Running improvements(Sight sight, UUID account, YearMonth month);

  /**
   * Two months that follow each other.
   *
   * @param before the earlier month's, by account, one of each kind
   * @param after the later month's
   */
  record Running(List<Improvement> before, List<Improvement> after) {}
}
