package dev.dealcoach.scan.detect;

import dev.dealcoach.nlp.maxent.FeatureModels;
import dev.dealcoach.nlp.text.Language;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/** How likely a sentence is a certain risk clause, 0 to 1. Immutable, thread-safe. */
final class ClauseModel {
  /** From here on a sentence counts; chosen in cross-validation across writers. */
  static final double ENOUGH = 0.2;

  private final Map<Language, FeatureModels> models;

  ClauseModel(Map<Language, FeatureModels> models) {
    this.models = Map.copyOf(models);
  }

  /** The shipped models. */
  static ClauseModel standard() {
    Map<Language, FeatureModels> models = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      models.put(
          language,
          new FeatureModels(
              Arrays.stream(RiskClause.values())
                  .map(clause -> EvidenceModel.load(name(language, clause)))
                  .toList()));
    }
    return new ClauseModel(models);
  }

  /** The file's name without its ending: {@code clause-payment-zh} … */
  static String name(Language language, RiskClause clause) {
    return "clause-" + clause.id().replace('_', '-') + "-" + language.code();
  }

  /** The probability of each clause, in the order of {@link RiskClause}. */
  double[] probabilities(ClauseCandidates.Candidate candidate, Language language) {
    FeatureModels all = models.get(language);
    double[] sums = all.sums(candidate.features());
    for (RiskClause clause : RiskClause.values()) {
      int i = clause.ordinal();
      for (String feature : candidate.about(clause)) {
        sums[i] += all.weight(i, feature);
      }
      sums[i] = FeatureModels.probability(sums[i]);
    }
    return sums;
  }
}
