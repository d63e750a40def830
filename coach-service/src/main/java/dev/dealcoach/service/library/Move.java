package dev.dealcoach.service.library;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change of an example. Immutable.
 *
 * @param latest number of the latest version that whoever asks has seen
 * @param from the state that he or she has seen it in
 * @param content of a new version; null to leave the text as it is
 * @param shown what everybody sees afterwards
 * @param reviewBy the new day; null leaves it unless {@code shown} is {@link Shown#LATEST}
 */
public record Move(
    UUID example,
    int latest,
    LibraryState from,
    LibraryState to,
    @Nullable Content content,
    Shown shown,
    @Nullable LocalDate reviewBy,
    UUID actor,
    Step.What what,
    String reason,
    Instant at) {
  /** What everybody sees after a change. */
  public enum Shown {
    /** What was seen before. */
    AS_BEFORE,
    /** The latest version. */
    LATEST,
    /** Nothing. */
    NOTHING
  }
}
