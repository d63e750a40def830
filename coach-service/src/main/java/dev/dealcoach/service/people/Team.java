package dev.dealcoach.service.people;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A team in the tree of teams. Immutable.
 *
 * @param name 1 to 200 characters
 * @param parent the team above; null at the top
 */
public record Team(UUID id, String name, @Nullable UUID parent) {}
