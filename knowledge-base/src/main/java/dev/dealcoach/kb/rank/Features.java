package dev.dealcoach.kb.rank;

/** What the fusion sees of a match. Stateless. */
public final class Features {
  /** Instead of a nearness that is not known: that of texts which have little in common. */
  private static final double FAR = 0.3;

  /**
   * If no passage carries more of the query's information, shared words may be chance. For nine in
   * ten tuning queries that say it in other words the best passage carries less than 0.15.
   */
  private static final double CHANCE = 0.1;

  /**
   * If one carries as much, the query is made of the passages' own words: so it is for nine in ten
   * lexical tuning queries and for none of the paraphrased ones.
   */
  private static final double PLAIN = 0.3;

  /**
   * So far behind the nearest passage a chance word counts for nothing. From 0.15 to 0.3 the tuning
   * queries' figures stay the same within half a point.
   */
  private static final double BESIDE = 0.15;

  private Features() {}

  /** For the order. */
  public static double[] order(Match match) {
    return new double[] {
      (match.words() - match.noted()) * trust(match),
      nearness(match),
      // a query that is made of the labels' words means them; one word of them is nothing
      match.noted() * match.notedBest(),
      match.asked()
    };
  }

  /**
   * How much the words count that passage and query share: fully if some passage carries a good
   * part of the query's information, else the nearer in meaning the passage is. 0 to 1.
   */
  static double trust(Match match) {
    if (Double.isNaN(match.nearest())) {
      return 1;
    }
    double plain = clamped((match.wordsBest() - CHANCE) / (PLAIN - CHANCE));
    double close = clamped(1 - (match.nearest() - nearness(match)) / BESIDE);
    return plain + (1 - plain) * close;
  }

  private static double clamped(double value) {
    return Math.min(1, Math.max(0, value));
  }

  /**
   * For the probability; the first is 1.
   *
   * @param behind how far the relevance lies behind the best one's of the query, 0 or more
   */
  public static double[] fit(Match match, double behind) {
    double nearest = Double.isNaN(match.nearest()) ? FAR : match.nearest();
    return new double[] {
      1,
      match.words(),
      nearness(match),
      match.noted(),
      match.asked(),
      match.wordsBest(),
      nearest,
      match.words() * nearness(match),
      behind
    };
  }

  private static double nearness(Match match) {
    return match.compared() ? match.nearness() : FAR;
  }

  static double dot(double[] weights, double[] features) {
    double sum = 0;
    for (int i = 0; i < features.length; i++) {
      sum += weights[i] * features[i];
    }
    return sum;
  }
}
