package dev.dealcoach.nlp.statement;

import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.nlp.text.Span;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import opennlp.tools.ml.model.MaxentModel;

/**
 * Judges clauses with OpenNLP's maximum-entropy models, one a language, trained from the corpora in
 * this module. An outcome is {@code none} or an item with a status. Immutable, thread-safe.
 */
public final class MaxentClauseJudge implements ClauseJudge {
  private final StatementReader reader;
  private final Map<Language, MaxentModel> models = new EnumMap<>(Language.class);
  private final List<ModelStamp> stamps;

  MaxentClauseJudge(
      StatementReader reader, Map<Language, MaxentModel> models, List<ModelStamp> stamps) {
    this.reader = reader;
    this.models.putAll(models);
    this.stamps = List.copyOf(stamps);
  }

  /**
   * With the models that are shipped.
   *
   * @param reader reads the facts that the models were trained with
   * @throws MissingModelException if a model is not in the resources
   */
  public static MaxentClauseJudge standard(StatementReader reader) {
    Map<Language, MaxentModel> models = new EnumMap<>(Language.class);
    List<ModelStamp> stamps = new ArrayList<>();
    for (Language language : Language.values()) {
      TrainedModel model = TrainedModel.load("clause-" + language.code());
      models.put(language, model.model());
      stamps.add(model.stamp());
    }
    return new MaxentClauseJudge(reader, models, stamps);
  }

  @Override
  public List<ItemJudgement> judge(String text, Language language, List<Span> clauses) {
    String heard = reader.heard(text, language);
    MaxentModel model = models.get(language);
    List<String[]> features =
        ClauseFeatures.of(heard, language, reader.read(heard, language, clauses));
    List<ItemJudgement> judgements = new ArrayList<>();
    for (int i = 0; i < clauses.size(); i++) {
      double[] p = model.eval(features.get(i));
      for (DiscoveryItem item : DiscoveryItem.values()) {
        double partial = probability(model, p, outcome(item, "partial"));
        double covered = probability(model, p, outcome(item, "covered"));
        judgements.add(
            new ItemJudgement(i, item, Math.max(0, 1 - partial - covered), partial, covered));
      }
    }
    return judgements;
  }

  @Override
  public List<ModelStamp> models() {
    return stamps;
  }

  /** The name of an outcome of the models. */
  static String outcome(DiscoveryItem item, String status) {
    return item.id() + "." + status;
  }

  private static double probability(MaxentModel model, double[] p, String outcome) {
    int index = model.getIndex(outcome);
    return index < 0 ? 0 : p[index];
  }
}
