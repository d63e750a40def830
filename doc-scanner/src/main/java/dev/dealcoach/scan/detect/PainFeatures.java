package dev.dealcoach.scan.detect;

import dev.dealcoach.nlp.pack.CueHits;
import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.nlp.text.Span;
import dev.dealcoach.scan.detect.quote.Nature;
import dev.dealcoach.scan.detect.quote.Statement;
import dev.dealcoach.scan.parse.TextPart;
import dev.dealcoach.scan.segment.ReadBlock;
import dev.dealcoach.scan.segment.SegmentedDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What is true of words of the customer's that a proposal quotes: their wording, what the rules
 * take their clauses for, how they begin and end. Stateless.
 */
final class PainFeatures {
  /** The rules take nearly all of it for something else than a pain. */
  static final String BESIDE = "beside";

  private static final double MOSTLY = 0.8;

  private static final List<String> CUES =
      List.of(
          "content.problem",
          "content.future",
          "content.conditional",
          "content.money",
          "content.step-time",
          "grammar.past",
          "grammar.modal",
          "grammar.seller",
          "grammar.buyer",
          "grammar.condition",
          "grammar.absence",
          "grammar.duty");

  private PainFeatures() {}

  /** The features of a quotation of a statement. */
  static List<String> of(
      SegmentedDocument document, QuoteCandidate candidate, Statement statement) {
    Language language = document.document().language();
    String text = candidate.passage().text();
    List<String> features = new ArrayList<>();
    features.add("always");
    Wording.add(features, "w=", text, language, true);
    opening(features, text, language);
    Map<Nature, Double> natures = statement.natures(candidate.stretch());
    List<String> facts = new ArrayList<>();
    natures.forEach(
        (nature, share) -> {
          features.add("some=" + nature);
          if (share >= 0.5) {
            facts.add("most=" + nature);
          }
        });
    if (statement.beside(candidate.stretch()) > MOSTLY) {
      facts.add(BESIDE);
    }
    if (text.endsWith("?") || text.endsWith("？") || statement.text().endsWith("?")) {
      facts.add("asks");
    }
    cues(facts, document, candidate);
    for (int i = 0; i < facts.size(); i++) {
      features.add(facts.get(i));
      for (int k = i + 1; k < facts.size(); k++) {
        features.add(facts.get(i) + "&" + facts.get(k));
      }
    }
    for (Nature nature : Nature.values()) {
      if (statement.has(nature)) {
        features.add("has=" + nature);
      }
    }
    features.add("length=" + Math.min(6, text.length() / (language == Language.ZH ? 8 : 24)));
    return features;
  }

  /** How it begins, up to three words (English) or four characters: "I like", "能不能". */
  private static void opening(List<String> features, String text, Language language) {
    if (language == Language.ZH) {
      for (int n = 1; n <= 4 && n <= text.length(); n++) {
        features.add("first=" + text.substring(0, n));
      }
      features.add("last=" + text.substring(Math.max(0, text.length() - 2)));
      return;
    }
    String[] words = text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\d'’]+", 4);
    StringBuilder first = new StringBuilder();
    for (int i = 0; i < Math.min(3, words.length); i++) {
      first.append(' ').append(words[i]);
      features.add("first=" + first);
    }
  }

  private static void cues(
      List<String> facts, SegmentedDocument document, QuoteCandidate candidate) {
    for (String cue : CUES) {
      for (TextPart part : candidate.passage().parts()) {
        ReadBlock block = document.blocks().get(part.block());
        CueHits hits = block.cues();
        if (hits.has(cue, new Span(part.start(), part.end()))) {
          facts.add(cue);
          break;
        }
      }
    }
  }
}
