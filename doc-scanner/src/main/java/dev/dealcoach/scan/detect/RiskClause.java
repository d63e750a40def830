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

  /** The name in JSON: {@code payment} … */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The id of the cue that says the clause is there: {@code clause.payment} … */
  public String cue() {
    return "clause." + id().replace('_', '-');
  }

  /**
   * The id of the cue by which a heading or the first cell of a row names the clause: {@code
   * clause-label.payment} …
   */
  public String label() {
    return "clause-label." + id().replace('_', '-');
  }
}
