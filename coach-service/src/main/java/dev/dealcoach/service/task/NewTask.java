package dev.dealcoach.service.task;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A task that is to be set. Immutable.
 *
 * @param title 1 to {@value #LONGEST_TITLE} characters
 * @param doneWhen what counts as done, 1 to {@value #LONGEST_TEXT} characters
 * @param due last day on which it is in time
 * @param source where it came from
 * @param at now
 */
public record NewTask(
    UUID owner,
    UUID creator,
    String title,
    String doneWhen,
    LocalDate due,
    TaskSource source,
    Instant at) {
  /** Longest title, in characters. */
  public static final int LONGEST_TITLE = 200;

  /** Longest of the other texts, in characters. */
  public static final int LONGEST_TEXT = 500;

  public NewTask {
    title = title.strip();
    doneWhen = doneWhen.strip();
    if (title.isEmpty() || title.length() > LONGEST_TITLE) {
      throw new IllegalArgumentException("a task's title has 1 to 200 characters");
    }
    if (doneWhen.isEmpty() || doneWhen.length() > LONGEST_TEXT) {
      throw new IllegalArgumentException("what counts as done has 1 to 500 characters");
    }
  }
}
