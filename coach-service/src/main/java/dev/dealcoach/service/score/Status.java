package dev.dealcoach.service.score;

import java.util.Locale;

/** How far an item of the discovery checklist was settled, weakest first. */
public enum Status {
  /** Not said, or denied. */
  MISSING(0),
  /** Said, but vague, spoken, unmet, uncompared or one-sided. */
  PARTIAL(10),
  /** Settled. */
  COVERED(20);

  private final int points;

  Status(int points) {
    this.points = points;
  }

  /** What it adds to the discovery score. */
  public int points() {
    return points;
  }

  /** The name in JSON. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
