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
 * @param plain the same of its {@code plain.*} cues: what is said in so many words that it holds
 *     whatever a judge thinks. No judge is trained on them
 */
public record Statement(
    Span span, SortedMap<String, List<Span>> facts, SortedMap<String, List<Span>> plain) {
  /** Copies the maps. */
  public Statement {
    facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
    plain = Collections.unmodifiableSortedMap(new TreeMap<>(plain));
  }

  /** Whether the clause says this, plainly or not. */
  public boolean says(String fact) {
    return facts.containsKey(fact) || plain.containsKey(fact);
  }

  /** Whether the clause says one of these. */
  public boolean saysAny(String... ids) {
    for (String id : ids) {
      if (says(id)) {
        return true;
      }
    }
    return false;
  }
}
