package dev.dealcoach.scan.detect;

import dev.dealcoach.nlp.maxent.FeatureModels;
import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.nlp.text.PerLanguage;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How likely a sentence is a certain risk clause, 0 to 1. Immutable, thread-safe. */
final class ClauseModel {
  /**
   * From here on a sentence counts; the best over the writers left out in turn and the tuning part.
   */
  static final double ENOUGH = 0.2;

  private static final List<RiskClause> CLAUSES = List.of(RiskClause.values());

  private static final PerLanguage<FeatureModels> MODELS =
      new PerLanguage<>(
          language ->
              new FeatureModels(
                  CLAUSES.stream()
                      .map(clause -> EvidenceModel.load(name(language, clause)))
                      .toList()));

  /** The file's name without its ending: {@code clause-payment-zh} … */
  static String name(Language language, RiskClause clause) {
    return "clause-" + clause.id().replace('_', '-') + "-" + language.code();
  }

  /** The probability of each clause. */
  Map<RiskClause, Double> probabilities(ClauseCandidates.Candidate candidate, Language language) {
    FeatureModels all = MODELS.of(language);
    double[] sums = all.sums(candidate.features());
    Map<RiskClause, Double> probabilities = new EnumMap<>(RiskClause.class);
    for (int i = 0; i < sums.length; i++) {
      RiskClause clause = CLAUSES.get(i);
      double sum = sums[i];
      for (String feature : candidate.about(clause)) {
        sum += all.weight(i, feature);
      }
      probabilities.put(clause, FeatureModels.probability(sum));
    }
    return probabilities;
  }
}
