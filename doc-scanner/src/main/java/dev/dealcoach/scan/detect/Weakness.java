package dev.dealcoach.scan.detect;

import dev.dealcoach.scan.parse.Passage;

/**
 * A place in the proposal that looks like a strength and is none, or harms. Immutable.
 *
 * @param rule id of the rule it falls under, as in the rule pack
 * @param passage where
 */
public record Weakness(String rule, Passage passage) {}
