package dev.dealcoach.service.alert;

import dev.dealcoach.nlp.pack.Rule;
import dev.dealcoach.nlp.text.Language;

/** What the rule pack says about an item of the checklist. Thread-safe. */
@FunctionalInterface
public interface ItemWording {
  /**
   * Why it matters, and what to ask.
   *
   * @param rule id, as {@link Missed#rule} gives it
   */
  Rule.Wording of(String rule, Language language);
}
