package dev.dealcoach.service.people;

import java.util.Set;
import java.util.UUID;

/**
 * Whose work somebody may see: the own, and what others did while they were in certain teams.
 * Immutable. Only the authorisation point makes one.
 *
 * @param self the person who looks
 * @param teams the teams whose work is seen, those below included
 */
public record Sight(UUID self, Set<UUID> teams) {
  public Sight {
    teams = Set.copyOf(teams);
  }
}
