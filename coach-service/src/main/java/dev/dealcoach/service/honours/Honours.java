package dev.dealcoach.service.honours;

import dev.dealcoach.service.figure.Figures;
import dev.dealcoach.service.figure.WorkCalendar;
import dev.dealcoach.service.lesson.Submission;
import dev.dealcoach.service.lesson.Submissions;
import dev.dealcoach.service.people.Sight;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.List;

/** Makes boards. Thread-safe. */
public final class Honours {
  /** What is repeated may have begun so many months before. */
  private static final int MONTHS_BACK = 2;

  private final Figures figures;
  private final Submissions submissions;
  private final InstantSource clock;

  public Honours(Figures figures, Submissions submissions, InstantSource clock) {
    this.figures = figures;
    this.submissions = submissions;
    this.clock = clock;
  }

  /** The month that is under way. */
  public YearMonth thisMonth() {
    return WorkCalendar.month(figures.calendar().day(clock.instant()));
  }

  /**
   * The board of a month.
   *
   * @param branch everything in a branch of the tree
   */
  public HonoursBoard of(Sight branch, YearMonth month) {
    WorkCalendar calendar = figures.calendar();
    HonoursBoard.Times times =
        new HonoursBoard.Times(
            calendar.start(month.minusMonths(1).atDay(1)),
            calendar.start(month.atDay(1)),
            calendar.start(month.plusMonths(1).atDay(1)));
    List<Submission> all =
        submissions.of(
            branch, calendar.start(month.minusMonths(MONTHS_BACK).atDay(1)), times.until());
    return HonoursBoard.of(figures.improvement(branch, month), all, times);
  }
}
