package dev.dealcoach.scan.detect;

import dev.dealcoach.nlp.text.Language;

/**
 * The thresholds between verbatim, lightly edited and other words. Weights are sums over units: 1
 * for a Han character or English word with content, 0.3 for particles and pronouns. Chosen on the
 * training proposals; the shortest quote is SPEC §3's.
 *
 * @param leastUnits a quote's shortest length: Han characters, or English words
 * @param leastShared least weight of shared words
 * @param lightCoverage least share of a light edit's weight that is the statement's
 * @param lightRun least weight of a light edit's longest run
 * @param looseCoverage least share in a paraphrase
 * @param edge most weight of foreign words at a clause's edge that still belong to the quote
 */
record QuoteMeasures(
    int leastUnits,
    double leastShared,
    double lightCoverage,
    double lightRun,
    double looseCoverage,
    double edge) {
  private static final QuoteMeasures CHINESE = new QuoteMeasures(8, 4, 0.7, 3, 0.5, 2);
  private static final QuoteMeasures ENGLISH = new QuoteMeasures(5, 2.6, 0.7, 2, 0.5, 1.4);

  static QuoteMeasures of(Language language) {
    return language == Language.ZH ? CHINESE : ENGLISH;
  }
}
