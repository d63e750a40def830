package dev.dealcoach.service.dispatch;

import java.time.Instant;
import java.util.Set;

/**
 * What somebody's messages go out by. Immutable.
 *
 * @param channels names; none for the pages alone
 * @param due when they may be sent
 */
public record Mailing(Set<String> channels, Instant due) {
  public Mailing {
    channels = Set.copyOf(channels);
  }
}
