package dev.dealcoach.service.correction;

import java.util.List;

/** Which values something that is judged can have, the best first. */
public enum Scale {
  /** An item of the discovery checklist (SPEC §2). */
  STATUS,
  /** A point of the gold standard (SPEC §3). */
  POINT,
  /** Whether a summary is scored. */
  MODE;

  /** A point that is earned. */
  public static final String MET = "met";

  /** A point that is not earned. */
  public static final String NOT_MET = "not_met";

  /** A summary that is scored. */
  public static final String COUNTS = "counts";

  /** A summary that is kept and not scored: filler, a copy, or nothing to hear. */
  public static final String ASIDE = "aside";

  /** The values, the best first. */
  public List<String> grades() {
    return switch (this) {
      case STATUS -> List.of("covered", "partial", "missing");
      case POINT -> List.of(MET, NOT_MET);
      case MODE -> List.of(COUNTS, ASIDE);
    };
  }
}
