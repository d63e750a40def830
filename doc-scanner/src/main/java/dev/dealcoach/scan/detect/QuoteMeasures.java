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
 * @param edge most weight of foreign words at a clause's edge that still belong to the quote
 * @param clear weight from which the exact words are a quote even inside another clause
 * @param loose least weight of shared words and concepts in a paraphrase
 */
record QuoteMeasures(
    int leastUnits,
    double leastShared,
    double lightCoverage,
    double lightRun,
    double edge,
    double clear,
    double loose) {
  private static final QuoteMeasures CHINESE = new QuoteMeasures(8, 4, 0.7, 4, 2, 12, 5.4);
  private static final QuoteMeasures ENGLISH = new QuoteMeasures(5, 3, 0.8, 2.6, 1.4, 7, 3.6);

  static QuoteMeasures of(Language language) {
    return language == Language.ZH ? CHINESE : ENGLISH;
  }
}
