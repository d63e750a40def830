package dev.dealcoach.nlp.pack;

import dev.dealcoach.nlp.text.Language;
import java.util.Map;

/**
 * A finding's permanent rule: how grave it is and how it is worded. Immutable.
 *
 * @param id kebab-case, permanent
 * @param severity how grave
 * @param why what the rule is for
 * @param wording message and advice for every language
 */
public record Rule(String id, Severity severity, String why, Map<Language, Wording> wording) {
  public Rule {
    wording = Map.copyOf(wording);
  }

  /** How grave a finding is. */
  public enum Severity {
    /** Something good, or worth knowing. */
    INFO,
    /** Could be better. */
    ADVICE,
    /** Costs part of a score. */
    WARNING,
    /** Costs a point of the gold standard. */
    PROBLEM;

    /** The name in JSON. */
    public String id() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /**
   * What the user reads.
   *
   * @param message what is there or missing; may hold {@code {name}} places
   * @param advice the next step; may hold {@code {name}} places
   */
  public record Wording(String message, String advice) {}
}
