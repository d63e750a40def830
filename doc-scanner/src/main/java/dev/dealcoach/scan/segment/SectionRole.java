package dev.dealcoach.scan.segment;

import java.util.Locale;

/** The ten sections of a complete proposal (SPEC §3 "structure"). The ids are permanent. */
public enum SectionRole {
  CUSTOMER_SITUATION,
  PAIN_POINTS,
  SOLUTION,
  VALUE_ROI,
  EVIDENCE_CASES,
  PRICING,
  IMPLEMENTATION_PLAN,
  OBJECTIONS_QA,
  RISK_TERMS,
  NEXT_STEPS;

  private final String id = name().toLowerCase(Locale.ROOT);
  private final String headingCue = "heading." + id.replace('_', '-');

  /** The name in JSON: {@code customer_situation} … */
  public String id() {
    return id;
  }

  /**
   * The id of the cue by which a heading announces this section: {@code heading.customer-situation}
   * …
   */
  public String headingCue() {
    return headingCue;
  }
}
