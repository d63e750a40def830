package dev.dealcoach.service.recording;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A flag on a recording. Immutable.
 *
 * @param contact the earlier contact that is repeated; null if none
 */
public record Raised(Flag flag, @Nullable UUID contact) {}
