package dev.dealcoach.scan.detect;

import dev.dealcoach.nlp.maxent.FeatureModel;
import dev.dealcoach.nlp.text.Language;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * How likely a sentence with certain features is evidence, 0 to 1, by language. Immutable,
 * thread-safe.
 */
final class EvidenceModel {
  /** From here on a sentence counts; chosen in cross-validation across writers. */
  static final double ENOUGH = 0.4;

  private final Map<Language, ToDoubleFunction<List<String>>> models;

  EvidenceModel(Map<Language, ToDoubleFunction<List<String>>> models) {
    this.models = Map.copyOf(models);
  }

  /** The shipped models. */
  static EvidenceModel standard() {
    return new EvidenceModel(
        Map.of(
            Language.ZH, load("evidence-zh")::probability,
            Language.EN, load("evidence-en")::probability));
  }

  /** How likely a candidate alone is evidence. */
  double alone(EvidenceCandidate candidate, Language language) {
    return models.get(language).applyAsDouble(candidate.features());
  }

  /** How likely it is evidence together with what follows its semicolon; 0 without one. */
  double joined(EvidenceCandidate candidate, Language language) {
    return candidate.joined().isEmpty()
        ? 0
        : models.get(language).applyAsDouble(candidate.joined());
  }

  /** A shipped model by its name. */
  static FeatureModel load(String name) {
    return FeatureModel.shipped("/dev/dealcoach/scan/models/" + name + ".bin.gz");
  }
}
