package dev.dealcoach.scan.detect;

import dev.dealcoach.scan.parse.Passage;
import org.jspecify.annotations.Nullable;

/**
 * A worry of the customer's that the proposal raises, and its answer. Immutable.
 *
 * @param objection the worry
 * @param response what answers it; null if nothing does
 */
public record Objection(Passage objection, @Nullable Passage response) {}
