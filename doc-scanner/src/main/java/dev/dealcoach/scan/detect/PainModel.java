package dev.dealcoach.scan.detect;

import dev.dealcoach.nlp.maxent.FeatureModel;
import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.nlp.text.PerLanguage;
import dev.dealcoach.scan.detect.quote.Statement;
import dev.dealcoach.scan.parse.TextPart;
import dev.dealcoach.scan.segment.SegmentedDocument;
import java.util.List;

/**
 * Whether words of the customer's tell of a pain, or of a wish, a doubt, a question, a courtesy.
 * Immutable, thread-safe.
 */
final class PainModel {
  /**
   * From here on they do. Over the writers left out in turn 0.3 is best in Chinese and 0.5 in
   * English; this one threshold is within 0.015 of either's F1 ({@code PainCrossCheck}).
   */
  static final double ENOUGH = 0.4;

  /** A question of the proposal's own that resembles a statement is no quote. */
  private static final double ASKED_COVERAGE = 0.9;

  private static final PerLanguage<FeatureModel> MODELS =
      new PerLanguage<>(language -> EvidenceModel.load("pain-" + language.code()));

  /** Whether a quotation of a statement is one of a pain. */
  boolean pain(SegmentedDocument document, QuoteCandidate candidate, Statement statement) {
    if (asked(document, candidate) && candidate.stretch().coverage() < ASKED_COVERAGE) {
      return false;
    }
    Language language = document.document().language();
    List<String> features = PainFeatures.of(document, candidate, statement);
    return !features.contains(PainFeatures.BESIDE)
        && MODELS.of(language).probability(features) >= ENOUGH;
  }

  /** Whether the proposal puts the words as a question. */
  private static boolean asked(SegmentedDocument document, QuoteCandidate candidate) {
    TextPart last = candidate.passage().parts().getLast();
    String text = document.blocks().get(last.block()).text();
    for (int i = last.end() - 1; i < Math.min(text.length(), last.end() + 12); i++) {
      char c = text.charAt(i);
      if (c == '?' || c == '？') {
        return true;
      }
      if (i >= last.end() && "。！!，,；;“\"".indexOf(c) >= 0) {
        return false;
      }
    }
    return false;
  }
}
