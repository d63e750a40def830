package dev.dealcoach.kb.rank;

/** Makes one number of what both arms say. Implementations are immutable. */
public interface Fusion {
  /** The order's number, as log-odds; larger is better within one query. */
  double relevance(Match match);

  /**
   * The probability that the passage is good enough for the query, 0 to 1.
   *
   * @param behind how far its relevance lies behind the best one's of the query, 0 or more
   */
  double fits(Match match, double behind);
}
