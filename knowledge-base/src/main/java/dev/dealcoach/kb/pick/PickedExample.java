package dev.dealcoach.kb.pick;

import dev.dealcoach.kb.Example;
import dev.dealcoach.kb.Reason;
import dev.dealcoach.nlp.text.Span;
import java.util.List;

/**
 * An example chosen for a finding. Immutable.
 *
 * @param example the example
 * @param finding the rule id of what it answers
 * @param answer the place in the example's text that does
 * @param why it was chosen, the weightiest reason first
 */
public record PickedExample(Example example, String finding, Span answer, List<Reason> why) {
  public PickedExample {
    why = List.copyOf(why);
  }
}
