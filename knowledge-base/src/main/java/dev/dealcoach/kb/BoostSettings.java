package dev.dealcoach.kb;

/**
 * How much who sold and when counts beside what the text says. In units of the fused relevance's
 * log-odds: 0.7 makes odds twice as good. Immutable.
 *
 * @param topRank sellers up to this rank are top sellers, from 1
 * @param topSeller for a top seller's example
 * @param recent for an example of the day itself; it halves every {@code halfLifeDays}
 * @param halfLifeDays days until a half is left, above 0
 * @param recentDays an example counts as recent, and says so, up to this age in days
 */
public record BoostSettings(
    int topRank, double topSeller, double recent, double halfLifeDays, int recentDays) {
  /**
   * Enough to decide between examples that answer about equally well. Chosen on the tuning queries
   * so that no figure falls; see docs/retrieval.md.
   */
  public static final BoostSettings STANDARD = new BoostSettings(3, 0.15, 0.15, 180, 183);

  /** What the text says alone decides. */
  public static final BoostSettings NONE = new BoostSettings(3, 0, 0, 180, 183);
}
