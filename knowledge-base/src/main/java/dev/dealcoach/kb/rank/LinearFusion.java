package dev.dealcoach.kb.rank;

/** Two weighted sums over the features of a match. Immutable. */
public final class LinearFusion implements Fusion {
  private final double[] order;
  private final double[] fit;

  /**
   * @param order weights of {@link Features#order}
   * @param fit weights of {@link Features#fit}
   */
  public LinearFusion(double[] order, double[] fit) {
    this.order = order.clone();
    this.fit = fit.clone();
  }

  @Override
  public double relevance(Match match) {
    return Features.dot(order, Features.order(match));
  }

  @Override
  public double fits(Match match, double behind) {
    return 1 / (1 + Math.exp(-Features.dot(fit, Features.fit(match, behind))));
  }
}
