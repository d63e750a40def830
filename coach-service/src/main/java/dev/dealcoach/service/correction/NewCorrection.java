package dev.dealcoach.service.correction;

import java.time.Instant;
import java.util.UUID;

/**
 * What a person says of an item and is to be kept. Immutable.
 *
 * @param held what held when the person looked
 * @param given what the person says
 * @param at now
 */
public record NewCorrection(
    Held held, Correction.Kind kind, String given, String reason, UUID author, Instant at) {
  /** Whether something else holds afterwards. */
  public boolean changes() {
    return kind != Correction.Kind.BLIND && !given.equals(held.value());
  }
}
