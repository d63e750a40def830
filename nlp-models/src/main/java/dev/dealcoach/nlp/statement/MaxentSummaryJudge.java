package dev.dealcoach.nlp.statement;

import dev.dealcoach.nlp.maxent.TrainedModel;
import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.nlp.text.PerLanguage;
import java.util.ArrayList;
import java.util.List;

/**
 * Judges clauses with OpenNLP's maximum-entropy models, trained from the corpora in this module: of
 * each language one for clauses, whose outcome is {@code none} or an item with a status, and one
 * that tells filler. The whole text is to an item what its surest clauses are. Immutable,
 * thread-safe.
 */
public final class MaxentSummaryJudge implements SummaryJudge {
  /** The outcome of the filler models for filler. */
  static final String FILLER = "filler";

  /** A clause beside a surer one speaks with it from this chance on. */
  private static final double JOINS = 0.2;

  private final StatementReader reader;
  private final PerLanguage<TrainedModel> clauses = DiscoveryModels.of("clause");
  private final PerLanguage<TrainedModel> fillers = DiscoveryModels.of("filler");

  private MaxentSummaryJudge(StatementReader reader) {
    this.reader = reader;
  }

  /**
   * With the models that are shipped; a language's are read when its first text comes, and {@link
   * dev.dealcoach.nlp.maxent.MissingModelException} thrown if one is not in the resources.
   *
   * @param reader reads the facts that the models were trained with
   */
  public static MaxentSummaryJudge standard(StatementReader reader) {
    return new MaxentSummaryJudge(reader);
  }

  @Override
  public SummaryJudgement judge(String text, Language language, List<Statement> statements) {
    String heard = reader.heard(text, language);
    TrainedModel model = clauses.of(language);
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
    List<ItemJudgement> whole = new ArrayList<>();
    for (DiscoveryItem item : DiscoveryItem.values()) {
      whole.add(whole(item, judgements.stream().filter(j -> j.item() == item).toList()));
    }
    return new SummaryJudgement(judgements, whole, filler(heard, language, statements));
  }

  @Override
  public List<ModelStamp> models(Language language) {
    return List.of(
        DiscoveryModels.stamp(clauses.of(language)), DiscoveryModels.stamp(fillers.of(language)));
  }

  /** The name of an outcome of the clause models. */
  static String outcome(DiscoveryItem item, String status) {
    return item.id() + "." + status;
  }

  /** As sure as the surest clause; how strong, say it and the clauses around it together. */
  private static ItemJudgement whole(DiscoveryItem item, List<ItemJudgement> clauses) {
    int surest = -1;
    double some = 0;
    for (int i = 0; i < clauses.size(); i++) {
      if (clauses.get(i).some() > some) {
        surest = i;
        some = clauses.get(i).some();
      }
    }
    if (surest < 0) {
      return new ItemJudgement(0, item, 1, 0, 0);
    }
    int from = surest;
    while (from > 0 && clauses.get(from - 1).some() >= JOINS) {
      from--;
    }
    int to = surest + 1;
    while (to < clauses.size() && clauses.get(to).some() >= JOINS) {
      to++;
    }
    List<ItemJudgement> around = clauses.subList(from, to);
    double covered = around.stream().mapToDouble(ItemJudgement::covered).sum();
    double all = around.stream().mapToDouble(ItemJudgement::some).sum();
    double share = covered / all;
    return new ItemJudgement(0, item, 1 - some, some * (1 - share), some * share);
  }

  private double filler(String heard, Language language, List<Statement> statements) {
    if (statements.isEmpty()) {
      return 1;
    }
    TrainedModel model = fillers.of(language);
    return model
        .probabilities(CommitmentFeatures.of(heard, language, statements))[model.place(FILLER)];
  }

  private static double probability(TrainedModel model, double[] p, String outcome) {
    int index = model.place(outcome);
    return index < 0 ? 0 : p[index];
  }
}
