package dev.dealcoach.scan.detect;

import dev.dealcoach.nlp.maxent.FeatureModel;
import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.nlp.text.PerLanguage;

/**
 * How likely a sentence with certain features is evidence, 0 to 1, by language. Immutable,
 * thread-safe.
 */
final class EvidenceModel {
  /**
   * From here on a sentence counts; the best over the writers left out in turn and the tuning part.
   */
  static final double ENOUGH = 0.4;

  private static final PerLanguage<FeatureModel> MODELS =
      new PerLanguage<>(language -> load("evidence-" + language.code()));

  /** How likely a candidate alone is evidence. */
  double alone(EvidenceCandidate candidate, Language language) {
    return MODELS.of(language).probability(candidate.features());
  }

  /** How likely it is evidence together with what follows its semicolon; 0 without one. */
  double joined(EvidenceCandidate candidate, Language language) {
    return candidate.joined().isEmpty() ? 0 : MODELS.of(language).probability(candidate.joined());
  }

  /** A shipped model by its name. */
  static FeatureModel load(String name) {
    return FeatureModel.shipped("/dev/dealcoach/scan/models/" + name + ".bin.gz");
  }
}
