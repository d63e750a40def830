package dev.dealcoach.service.lesson;

import dev.dealcoach.service.figure.Improvement;

/**
 * Something that can be lacking. Immutable.
 *
 * @param kind of what it is lacking in
 * @param id an item of the checklist in contacts, a rule in proposals
 */
public record Flaw(Improvement.Kind kind, String id) implements Comparable<Flaw> {
  /** The permanent id of the rule that words it. */
  public String rule() {
    return kind == Improvement.Kind.CONTACT ? "ask." + id.replace('_', '-') + "-missing" : id;
  }

  @Override
  public int compareTo(Flaw other) {
    int kinds = kind.compareTo(other.kind);
    return kinds != 0 ? kinds : id.compareTo(other.id);
  }
}
