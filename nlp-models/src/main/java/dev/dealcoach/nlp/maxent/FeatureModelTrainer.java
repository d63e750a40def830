package dev.dealcoach.nlp.maxent;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import opennlp.tools.ml.maxent.io.BinaryQNModelWriter;
import opennlp.tools.ml.maxent.quasinewton.QNModel;
import opennlp.tools.ml.maxent.quasinewton.QNTrainer;
import opennlp.tools.ml.model.Event;
import opennlp.tools.ml.model.OnePassDataIndexer;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.TrainingParameters;

/**
 * Trains yes-or-no models by limited-memory BFGS with an L2 penalty on one thread: the same cases
 * in the same order give the same bytes. Not thread-safe.
 */
public final class FeatureModelTrainer {
  private final List<Event> events = new ArrayList<>();
  private final double penalty;
  private final int cutoff;

  /**
   * @param penalty weight of the L2 penalty; more keeps weights smaller
   * @param cutoff how often a feature must occur to be used
   */
  public FeatureModelTrainer(double penalty, int cutoff) {
    this.penalty = penalty;
    this.cutoff = cutoff;
  }

  /** Adds a case. */
  public void add(boolean answer, List<String> features) {
    events.add(
        new Event(answer ? FeatureModel.YES : FeatureModel.NO, features.toArray(String[]::new)));
  }

  /** Trains with all cases added so far. */
  public FeatureModel train() {
    return new FeatureModel(model());
  }

  /** Trains; the bytes are what {@link FeatureModel#read} takes. */
  public byte[] trainToBytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(bytes))) {
      new BinaryQNModelWriter(model(), out).persist();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private QNModel model() {
    TrainingParameters parameters = new TrainingParameters();
    parameters.put(TrainingParameters.CUTOFF_PARAM, cutoff);
    parameters.put(TrainingParameters.ITERATIONS_PARAM, 60);
    parameters.put(QNTrainer.L1COST_PARAM, 0.0);
    parameters.put(QNTrainer.L2COST_PARAM, penalty);
    parameters.put(QNTrainer.THREADS_PARAM, 1);
    try {
      OnePassDataIndexer indexer = new OnePassDataIndexer();
      indexer.init(parameters, null);
      indexer.index(ObjectStreamUtils.createObjectStream(events));
      QNTrainer trainer = new QNTrainer();
      trainer.init(parameters, null);
      return trainer.trainModel(60, indexer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
