package dev.dealcoach.service.alert;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who looks after an alert from now on. Immutable.
 *
 * @param due until when; null if that was not said
 * @param note what shall be done, at most {@value #LONGEST} characters; may be empty
 */
public record Assignment(
    UUID alert, UUID assignee, UUID by, @Nullable LocalDate due, String note, Instant at) {
  /** Longest note, in characters. */
  public static final int LONGEST = 1000;

  public Assignment {
    note = note.strip();
    if (note.length() > LONGEST) {
      throw new IllegalArgumentException("note: at most " + LONGEST + " characters");
    }
  }
}
