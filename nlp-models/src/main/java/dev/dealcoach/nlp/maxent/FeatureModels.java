package dev.dealcoach.nlp.maxent;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Several yes-or-no models asked about the same case at once: each feature is looked up once for
 * all of them. Immutable, thread-safe.
 */
public final class FeatureModels {
  private final Map<String, double[]> weights = new HashMap<>();
  private final int size;

  /** The models, in the order in which their probabilities are told. */
  public FeatureModels(List<FeatureModel> models) {
    size = models.size();
    for (int i = 0; i < size; i++) {
      int model = i;
      models
          .get(i)
          .weights()
          .forEach(
              (feature, weight) ->
                  weights.computeIfAbsent(feature, _ -> new double[size])[model] = weight);
    }
  }

  /**
   * What a case's features add up to in each model; {@link #weight} adds a feature that is true for
   * one model's question only.
   *
   * @param features what is true of the case; features the models do not know are left out
   */
  public double[] sums(List<String> features) {
    double[] sums = new double[size];
    for (String feature : features) {
      double[] row = weights.get(feature);
      if (row != null) {
        for (int i = 0; i < size; i++) {
          sums[i] += row[i];
        }
      }
    }
    return sums;
  }

  /** What a feature adds in one model, 0 if the model does not know it. */
  public double weight(int model, String feature) {
    double[] row = weights.get(feature);
    return row == null ? 0 : row[model];
  }

  /** The probability that a sum stands for, 0 to 1, rounded to a thousandth. */
  public static double probability(double sum) {
    return Math.round(1000 / (1 + Math.exp(-sum))) / 1000.0;
  }
}
