package dev.dealcoach.service.pack;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A past review or summary in a dry run, as trainers may see it: without names. Immutable.
 *
 * @param place in the run, from 1
 * @param review null for a summary
 * @param summary null for a review
 * @param deal that it belongs to
 * @param industry of the customer, as somebody typed it
 * @param at when it was handed in or written
 * @param difference null until judged, and if it cannot be read
 */
public record TrialItem(
    int place,
    @Nullable UUID review,
    @Nullable UUID summary,
    UUID deal,
    String industry,
    Instant at,
    State state,
    @Nullable Difference difference) {

  /** How far it has come. */
  public enum State {
    /** Not yet judged. */
    WAITING,
    /** Judged. */
    DONE,
    /** Its document cannot be read any more. */
    FAILED;

    /** The name in JSON. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
