package dev.dealcoach.scan.detect;

import dev.dealcoach.scan.parse.Passage;

/**
 * A place where a capability of the seller's is backed. Immutable.
 *
 * @param passage the clause or sentence that carries the proof
 * @param kind what sort of proof it is
 */
public record Evidence(Passage passage, Kind kind) {
  /** The sorts of proof that count (SPEC §3). */
  public enum Kind {
    CASE_RESULT,
    CERTIFICATE,
    TEST_REPORT,
    REFERENCE_CUSTOMER,
    SLA_FIGURE,
    OWN_TRIAL
  }
}
