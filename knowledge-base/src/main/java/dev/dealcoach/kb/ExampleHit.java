package dev.dealcoach.kb;

import java.util.List;

/**
 * An example that was found. Immutable.
 *
 * @param example the example
 * @param score decides the order; comparable within one search only
 * @param fits probability that it is good enough to be shown for this query, 0 to 1
 * @param why it was chosen, the weightiest reason first
 */
public record ExampleHit(Example example, double score, double fits, List<Reason> why) {
  public ExampleHit {
    why = List.copyOf(why);
  }
}
