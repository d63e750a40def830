package dev.dealcoach.nlp.statement;

import java.util.Locale;

/** The five items of the discovery checklist, in the order in which they are reported. */
public enum DiscoveryItem {
  /** The customer's need. */
  PAIN,
  /** The money for it. */
  BUDGET,
  /** Who decides. */
  DECISION_MAKER,
  /** Other solutions the customer looks at. */
  COMPETITOR,
  /** What both sides do next. */
  NEXT_STEP;

  /** The name in JSON and in the corpora, such as {@code decision_maker}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The item with this id.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static DiscoveryItem ofId(String id) {
    for (DiscoveryItem item : values()) {
      if (item.id().equals(id)) {
        return item;
      }
    }
    throw new IllegalArgumentException("no item of the checklist: " + id);
  }
}
