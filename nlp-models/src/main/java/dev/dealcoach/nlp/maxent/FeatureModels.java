package dev.dealcoach.nlp.maxent;

import java.util.List;

/**
 * Several yes-or-no models asked about the same case at once: each feature is looked up once for
 * all of them. Immutable, thread-safe.
 */
public final class FeatureModels {
  private final WeightTable table;

  /** The models, in the order in which their probabilities are told. */
  public FeatureModels(List<FeatureModel> models) {
    table = new WeightTable(models.stream().map(FeatureModel::weights).toList());
  }

  /**
   * What a case's features add up to in each model; {@link #weight} adds a feature that is true for
   * one model's question only.
   *
   * @param features what is true of the case; features the models do not know are left out
   */
  public double[] sums(List<String> features) {
    return table.sums(features);
  }

  /** What a feature adds in one model, 0 if the model does not know it. */
  public double weight(int model, String feature) {
    return table.weight(model, feature);
  }

  /** The probability that a sum stands for, 0 to 1, rounded to a thousandth. */
  public static double probability(double sum) {
    return Math.round(1000 / (1 + Math.exp(-sum))) / 1000.0;
  }
}
