package dev.dealcoach.service.score;

import org.jspecify.annotations.Nullable;

/**
 * The points of a proposal (SPEC §3). Immutable.
 *
 * @param painQuote whether the customer's words about a pain are quoted
 * @param evidence whether at least {@link ProposalScorer#EVIDENCE_NEEDED} capabilities are backed
 * @param objections whether at least {@link ProposalScorer#OBJECTIONS_NEEDED} objections are
 *     answered
 * @param structure 0 to 100
 * @param customerLanguage 0 to 100, null without statements of the customer's
 * @param riskClauses 0 to 100
 * @param competitorResponse 0 to 100, null where no rival is mentioned
 */
public record Scorecard(
    boolean painQuote,
    boolean evidence,
    boolean objections,
    int structure,
    @Nullable Integer customerLanguage,
    int riskClauses,
    @Nullable Integer competitorResponse) {

  /** The gold standard: 0 to 3, a point each. */
  public int gold() {
    return (painQuote ? 1 : 0) + (evidence ? 1 : 0) + (objections ? 1 : 0);
  }
}
