package dev.dealcoach.nlp.statement;

import dev.dealcoach.nlp.text.Language;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import opennlp.tools.ml.model.MaxentModel;

/**
 * Tells how likely it is that a summary is filler: words of good cheer and nothing that could be
 * checked. A maximum-entropy model over the whole text. Immutable, thread-safe.
 */
public final class FillerJudge {
  /** The outcome of the models for filler. */
  static final String FILLER = "filler";

  private final StatementReader reader;
  private final Map<Language, MaxentModel> models = new EnumMap<>(Language.class);
  private final List<ClauseJudge.ModelStamp> stamps = new ArrayList<>();

  private FillerJudge(StatementReader reader) {
    this.reader = reader;
    for (Language language : Language.values()) {
      TrainedModel model = TrainedModel.load("filler-" + language.code());
      models.put(language, model.model());
      stamps.add(model.stamp());
    }
  }

  /**
   * With the models that are shipped.
   *
   * @throws MissingModelException if a model is not in the resources
   */
  public static FillerJudge standard(StatementReader reader) {
    return new FillerJudge(reader);
  }

  /** The models behind it. */
  public List<ClauseJudge.ModelStamp> models() {
    return List.copyOf(stamps);
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
    MaxentModel model = models.get(language);
    String[] features = CommitmentFeatures.of(reader.heard(text, language), language, statements);
    return Math.round(model.eval(features)[model.getIndex(FILLER)] * 1000) / 1000.0;
  }
}
