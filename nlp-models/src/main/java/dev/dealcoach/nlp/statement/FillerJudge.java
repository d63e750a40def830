package dev.dealcoach.nlp.statement;

import dev.dealcoach.nlp.maxent.TrainedModel;
import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.nlp.text.PerLanguage;
import java.util.List;

/**
 * Tells how likely it is that a summary is filler: words of good cheer and nothing that could be
 * checked. A maximum-entropy model over the whole text. Immutable, thread-safe.
 */
public final class FillerJudge {
  /** The outcome of the models for filler. */
  static final String FILLER = "filler";

  private final StatementReader reader;
  private final PerLanguage<TrainedModel> models = DiscoveryModels.of("filler");

  private FillerJudge(StatementReader reader) {
    this.reader = reader;
  }

  /**
   * With the models that are shipped; a language's is read when its first text comes, and {@link
   * dev.dealcoach.nlp.maxent.MissingModelException} thrown if it is not in the resources.
   */
  public static FillerJudge standard(StatementReader reader) {
    return new FillerJudge(reader);
  }

  /** The model behind it for a language. */
  public ClauseJudge.ModelStamp model(Language language) {
    return DiscoveryModels.stamp(models.of(language));
  }

  /**
   * The chance that the text is filler, 0 to 1, rounded to 1e-3.
   *
   * @param statements of the text, all of them; without any there is nothing to check: 1
   */
  public double judge(String text, Language language, List<Statement> statements) {
    if (statements.isEmpty()) {
      return 1;
    }
    TrainedModel model = models.of(language);
    String[] features = CommitmentFeatures.of(reader.heard(text, language), language, statements);
    return Math.round(model.probabilities(features)[model.place(FILLER)] * 1000) / 1000.0;
  }
}
