package dev.dealcoach.scan.detect;

import dev.dealcoach.nlp.text.Language;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** How likely a sentence is a certain risk clause, 0 to 1. Immutable, thread-safe. */
final class ClauseModel {
  /** From here on a sentence counts; chosen in cross-validation across writers. */
  static final double ENOUGH = 0.2;

  private final Map<Language, Map<RiskClause, ToDoubleFunction<List<String>>>> models;

  ClauseModel(Map<Language, Map<RiskClause, ToDoubleFunction<List<String>>>> models) {
    this.models = Map.copyOf(models);
  }

  /** The shipped models. */
  static ClauseModel standard() {
    Map<Language, Map<RiskClause, ToDoubleFunction<List<String>>>> models =
        new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      Map<RiskClause, ToDoubleFunction<List<String>>> clauses = new EnumMap<>(RiskClause.class);
      for (RiskClause clause : RiskClause.values()) {
        clauses.put(clause, EvidenceModel.load(name(language, clause))::probability);
      }
      models.put(language, clauses);
    }
    return new ClauseModel(models);
  }

  /** The file's name without its ending: {@code clause-payment-zh} … */
  static String name(Language language, RiskClause clause) {
    return "clause-" + clause.id().replace('_', '-') + "-" + language.code();
  }

  double probability(ClauseCandidates.Candidate candidate, RiskClause clause, Language language) {
    return models.get(language).get(clause).applyAsDouble(candidate.features(clause));
  }
}
