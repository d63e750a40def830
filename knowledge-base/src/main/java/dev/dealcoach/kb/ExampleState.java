package dev.dealcoach.kb;

import java.util.Locale;

/** How far an example has come. Only approved ones are shown to reps. */
public enum ExampleState {
  DRAFT,
  APPROVED,
  RETIRED;

  /** As it stands in JSON: {@code draft}, {@code approved} or {@code retired}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
