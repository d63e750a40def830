package dev.dealcoach.nlp.statement;

import dev.dealcoach.nlp.maxent.TrainedModel;
import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.nlp.text.PerLanguage;
import java.util.ArrayList;
import java.util.List;

/**
 * Judges clauses with OpenNLP's maximum-entropy models, one a language, trained from the corpora in
 * this module. An outcome is {@code none} or an item with a status. Immutable, thread-safe.
 */
public final class MaxentClauseJudge implements ClauseJudge {
  private final StatementReader reader;
  private final PerLanguage<TrainedModel> models = DiscoveryModels.of("clause");

  private MaxentClauseJudge(StatementReader reader) {
    this.reader = reader;
  }

  /**
   * With the models that are shipped; a language's is read when its first text comes, and {@link
   * dev.dealcoach.nlp.maxent.MissingModelException} thrown if it is not in the resources.
   *
   * @param reader reads the facts that the models were trained with
   */
  public static MaxentClauseJudge standard(StatementReader reader) {
    return new MaxentClauseJudge(reader);
  }

  @Override
  public List<ItemJudgement> judge(String text, Language language, List<Statement> statements) {
    String heard = reader.heard(text, language);
    TrainedModel model = models.of(language);
    List<String[]> features = ClauseFeatures.of(heard, language, statements);
    List<ItemJudgement> judgements = new ArrayList<>();
    for (int i = 0; i < statements.size(); i++) {
      double[] p = model.probabilities(features.get(i));
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
  public List<ModelStamp> models(Language language) {
    return List.of(DiscoveryModels.stamp(models.of(language)));
  }

  /** The name of an outcome of the models. */
  static String outcome(DiscoveryItem item, String status) {
    return item.id() + "." + status;
  }

  private static double probability(TrainedModel model, double[] p, String outcome) {
    int index = model.place(outcome);
    return index < 0 ? 0 : p[index];
  }
}
