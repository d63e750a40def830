package dev.dealcoach.service.replay;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Deals that were drawn to be played back. Immutable.
 *
 * @param month ISO 8601
 * @param seed that they were drawn with
 * @param pool of how many
 * @param drawnByName who drew them, as it is shown
 * @param deals in the order in which they are played; a deal that was erased is missing
 */
public record Replay(
    UUID id,
    UUID team,
    String teamName,
    String month,
    long seed,
    int pool,
    String drawnByName,
    Instant at,
    List<UUID> deals) {
  public Replay {
    deals = List.copyOf(deals);
  }
}
