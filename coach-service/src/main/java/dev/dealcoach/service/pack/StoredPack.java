package dev.dealcoach.service.pack;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A rule pack that is kept, without its files. Immutable.
 *
 * @param number counts published packs from 1; null for others
 * @param name that trainers know it by, 1 to {@value #LONGEST_NAME} characters; empty if it came
 *     with the program
 * @param origin the pack that it was copied from; null if it came with the program
 * @param revision counts what was written, from 1
 * @param note of what it changes, by who handed it on; empty before
 * @param packId the id in its files
 * @param sha256 of its files as it stays with scores; null while it is worked on
 * @param published when it was put in force first; null before
 */
public record StoredPack(
    UUID id,
    @Nullable Integer number,
    String name,
    @Nullable UUID origin,
    PackState state,
    int revision,
    String note,
    String packId,
    @Nullable String sha256,
    Instant created,
    Instant touched,
    @Nullable Instant published) {
  /** Most characters of a name. */
  public static final int LONGEST_NAME = 100;

  /** Most characters of a note. */
  public static final int LONGEST_NOTE = 500;

  /** Whether it may be put in force as it is: two people, or its makers, have looked at it. */
  public boolean enforceable() {
    return state == PackState.PUBLISHED || state == PackState.SHIPPED;
  }
}
