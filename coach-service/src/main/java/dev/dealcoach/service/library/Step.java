package dev.dealcoach.service.library;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that was done with an example. Immutable.
 *
 * @param actor who did it; null if the program did, or the person's data were erased
 * @param actorName as it is shown; empty as above
 * @param version that was the latest afterwards, from 1
 * @param reason given with it; empty if none
 */
public record Step(
    @Nullable UUID actor, String actorName, What what, int version, String reason, Instant at) {
  /** What can be done. */
  public enum What {
    NOMINATED,
    IMPORTED,
    DRAFTED,
    SUBMITTED,
    APPROVED,
    SENT_BACK,
    RETIRED,
    REOPENED;

    /** The name in JSON. */
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** Whether who did this had a hand in what the version says. */
  public boolean wrote() {
    return switch (what) {
      case NOMINATED, IMPORTED, DRAFTED, SUBMITTED -> true;
      case APPROVED, SENT_BACK, RETIRED, REOPENED -> false;
    };
  }
}
