package dev.dealcoach.kb.rank;

/** What the fusion sees of a match. Stateless. */
public final class Features {
  /** Instead of a nearness that is not known: that of texts which have little in common. */
  private static final double FAR = 0.3;

  private Features() {}

  /** For the order. */
  public static double[] order(Match match) {
    double said = match.words() - match.noted();
    return new double[] {
      said,
      // two words in ten may be chance, six in ten are not
      said * said,
      nearness(match),
      // a query that is made of the labels' words means them; one word of them is nothing
      match.noted() * match.notedBest(),
      match.asked()
    };
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
