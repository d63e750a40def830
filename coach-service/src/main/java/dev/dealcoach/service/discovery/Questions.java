package dev.dealcoach.service.discovery;

import dev.dealcoach.nlp.text.Language;

/** The questions that bring out what an item of the checklist lacks. Thread-safe. */
@FunctionalInterface
public interface Questions {
  /**
   * The question to ask next about an item, as it is asked in general.
   *
   * @param item id of the checklist's item
   * @param status {@code partial} or {@code missing}
   */
  String question(String item, String status, Language wording);
}
