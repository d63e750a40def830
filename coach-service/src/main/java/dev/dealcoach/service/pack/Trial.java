package dev.dealcoach.service.pack;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A dry run of a pack over past work. Immutable.
 *
 * @param revision of the pack that is tried
 * @param industry that was chosen; empty for all
 * @param ended null before
 * @param total what was chosen and has not been erased since
 * @param done judged, or found to be unreadable
 * @param failed not readable
 * @param changed would get another result
 */
public record Trial(
    UUID id,
    UUID pack,
    int revision,
    UUID askedBy,
    String industry,
    State state,
    Instant created,
    @Nullable Instant ended,
    int total,
    int done,
    int failed,
    int changed) {

  /** How far it has come. */
  public enum State {
    /** It waits, or is under way. */
    RUNNING,
    /** Everything was judged. */
    DONE,
    /** Somebody stopped it, or the pack was edited meanwhile. */
    STOPPED;

    /** The name in JSON. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
