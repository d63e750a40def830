package dev.dealcoach.service.pack;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that was done with a pack. Immutable.
 *
 * @param actor who did it; null for the program itself
 * @param actorName as it is shown; empty for the program itself
 * @param revision that it was done with
 * @param note what was said about it; empty if nothing
 */
public record PackStep(
    @Nullable UUID actor, String actorName, What what, int revision, String note, Instant at) {

  /** What can be done. */
  public enum What {
    /** It came with the program. */
    SHIPPED,
    /** It was copied from another. */
    COPIED,
    /** Files were written. */
    EDITED,
    /** It was handed to a second person. */
    SUBMITTED,
    /** It was given back. */
    SENT_BACK,
    /** A second person put it in force. */
    PUBLISHED,
    /** It was put in force again. */
    ENFORCED,
    /** It shall not come back. */
    RETIRED;

    /** The name in JSON. */
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** Whether the actor had a hand in the files; who copied has not. */
  public boolean wrote() {
    return what == What.EDITED || what == What.SUBMITTED;
  }
}
