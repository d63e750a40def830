package dev.dealcoach.nlp.statement;

import dev.dealcoach.nlp.text.Span;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One clause of a summary and what the rule pack reads in it. Immutable.
 *
 * @param span where the clause stands
 * @param facts ids of the pack's {@code say.*} cues that touch the clause, each with the places
 *     that say so, in text order
 */
public record Statement(Span span, SortedMap<String, List<Span>> facts) {
  /** Copies the facts. */
  public Statement {
    facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
  }

  /** Whether the clause says this. */
  public boolean says(String fact) {
    return facts.containsKey(fact);
  }

  /** Whether the clause says one of these. */
  public boolean saysAny(String... ids) {
    for (String id : ids) {
      if (facts.containsKey(id)) {
        return true;
      }
    }
    return false;
  }
}
