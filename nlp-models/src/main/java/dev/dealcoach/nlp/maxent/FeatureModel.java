package dev.dealcoach.nlp.maxent;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Context;
import org.jspecify.annotations.Nullable;

/** A trained answer to one yes-or-no question. Immutable, thread-safe. */
public final class FeatureModel {
  /** The outcome whose probability is told. */
  static final String YES = "yes";

  static final String NO = "no";

  private final Map<String, Double> weights;
  private volatile @Nullable WeightTable table;

  FeatureModel(AbstractModel model) {
    this.weights = weights(model);
  }

  /** By how much each feature speaks for yes more than for no. */
  private static Map<String, Double> weights(AbstractModel model) {
    int yes = model.getIndex(YES);
    Map<String, Double> weights = new HashMap<>();
    Map<?, ?> contexts = (Map<?, ?>) model.getDataStructures()[1];
    contexts.forEach(
        (feature, parameters) -> {
          Context context = (Context) parameters;
          double sum = 0;
          for (int i = 0; i < context.getOutcomes().length; i++) {
            double parameter = context.getParameters()[i];
            sum += context.getOutcomes()[i] == yes ? parameter : -parameter;
          }
          weights.put((String) feature, sum);
        });
    return weights;
  }

  Map<String, Double> weights() {
    return weights;
  }

  /** Made when the model is first asked alone: in {@link FeatureModels} it never is. */
  private WeightTable table() {
    WeightTable made = table;
    if (made == null) {
      made = new WeightTable(List.of(weights));
      table = made;
    }
    return made;
  }

  /**
   * Reads a model.
   *
   * @param in gzip of OpenNLP's binary format; read to its end, not closed
   * @throws IOException if it is damaged
   */
  public static FeatureModel read(InputStream in) throws IOException {
    return new FeatureModel(TrainedModel.of("read", in.readAllBytes()).model());
  }

  /**
   * A model that is shipped in a module's resources.
   *
   * @param path absolute, such as {@code /dev/dealcoach/scan/models/evidence-zh.bin.gz}
   * @throws MissingModelException if it is missing; the message says how it is made again
   * @throws java.io.UncheckedIOException if it is damaged
   */
  public static FeatureModel shipped(String path) {
    return new FeatureModel(TrainedModel.shipped(path, "./mvnw -Ptrain verify").model());
  }

  /**
   * The probability of yes, 0 to 1, rounded to a thousandth, so that no decision hangs on the last
   * bits of a sum.
   *
   * @param features what is true of the case; features the model does not know are left out
   */
  public double probability(List<String> features) {
    return FeatureModels.probability(table().sums(features)[0]);
  }
}
