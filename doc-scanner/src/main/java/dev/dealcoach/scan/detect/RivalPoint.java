package dev.dealcoach.scan.detect;

import dev.dealcoach.scan.parse.Passage;
import org.jspecify.annotations.Nullable;

/**
 * A point about a rival that the customer or the proposal raises. Immutable.
 *
 * @param text the point as it was raised
 * @param raised where the proposal raises it; null if the customer did
 * @param source index of the customer's statement that raises it; null if the proposal did
 * @param answer where the proposal says what it means for the customer; null if nowhere
 */
public record RivalPoint(
    String text, @Nullable Passage raised, @Nullable Integer source, @Nullable Passage answer) {}
