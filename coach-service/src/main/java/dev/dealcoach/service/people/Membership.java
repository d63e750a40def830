package dev.dealcoach.service.people;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That somebody was in a team for a time. Immutable.
 *
 * @param leads whether the person leads the team
 * @param since from when, inclusive
 * @param until to when, exclusive; null while it lasts
 */
public record Membership(
    UUID id, UUID account, UUID team, boolean leads, Instant since, @Nullable Instant until) {
  public Membership {
    if (until != null && until.isBefore(since)) {
      throw new IllegalArgumentException("a membership cannot end before it begins");
    }
  }

  /** Whether it held at this instant. */
  public boolean at(Instant instant) {
    return !instant.isBefore(since) && (until == null || instant.isBefore(until));
  }
}
