package dev.dealcoach.scan.detect;

import dev.dealcoach.nlp.maxent.FeatureModel;
import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.nlp.text.PerLanguage;
import java.util.EnumMap;
import java.util.Map;

/** How likely a sentence is a certain risk clause, 0 to 1. Immutable, thread-safe. */
final class ClauseModel {
  /** From here on a sentence counts; chosen in cross-validation across writers. */
  static final double ENOUGH = 0.25;

  private final PerLanguage<Map<RiskClause, FeatureModel>> models =
      new PerLanguage<>(ClauseModel::load);

  private static Map<RiskClause, FeatureModel> load(Language language) {
    Map<RiskClause, FeatureModel> clauses = new EnumMap<>(RiskClause.class);
    for (RiskClause clause : RiskClause.values()) {
      clauses.put(clause, EvidenceModel.load(name(language, clause)));
    }
    return clauses;
  }

  /** The file's name without its ending: {@code clause-payment-zh} … */
  static String name(Language language, RiskClause clause) {
    return "clause-" + clause.id().replace('_', '-') + "-" + language.code();
  }

  double probability(ClauseCandidates.Candidate candidate, RiskClause clause, Language language) {
    return models.of(language).get(clause).probability(candidate.features(clause));
  }
}
