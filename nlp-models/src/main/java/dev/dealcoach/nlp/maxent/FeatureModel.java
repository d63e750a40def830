package dev.dealcoach.nlp.maxent;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import opennlp.tools.ml.model.MaxentModel;

/** A trained answer to one yes-or-no question. Immutable, thread-safe. */
public final class FeatureModel {
  /** The outcome whose probability is told. */
  static final String YES = "yes";

  static final String NO = "no";

  private final MaxentModel model;
  private final int yes;

  FeatureModel(MaxentModel model) {
    this.model = model;
    this.yes = model.getIndex(YES);
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
    double[] p = model.eval(features.toArray(String[]::new));
    return Math.round(p[yes] * 1000) / 1000.0;
  }
}
