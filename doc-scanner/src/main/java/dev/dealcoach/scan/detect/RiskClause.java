package dev.dealcoach.scan.detect;

import java.util.Locale;

/** The eight risk clauses (SPEC §3). The ids are permanent. */
public enum RiskClause {
  PAYMENT,
  DELIVERY_ACCEPTANCE,
  WARRANTY_SLA,
  CONFIDENTIALITY_DATA,
  LIABILITY_BREACH,
  IP,
  TERMINATION,
  CHANGE_FORCE_MAJEURE;

  private final String id = name().toLowerCase(Locale.ROOT);
  private final String cue = "clause." + id.replace('_', '-');
  private final String label = "clause-label." + id.replace('_', '-');

  /** The name in JSON: {@code payment} … */
  public String id() {
    return id;
  }

  /** The id of the cue that says the clause is there: {@code clause.payment} … */
  public String cue() {
    return cue;
  }

  /**
   * The id of the cue by which a heading or the first cell of a row names the clause: {@code
   * clause-label.payment} …
   */
  public String label() {
    return label;
  }
}
