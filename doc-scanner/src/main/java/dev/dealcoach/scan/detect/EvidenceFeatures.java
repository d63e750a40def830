package dev.dealcoach.scan.detect;

import dev.dealcoach.nlp.pack.CueHits;
import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.nlp.text.Span;
import dev.dealcoach.scan.segment.ReadBlock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is true of a sentence that may prove something: its wording, what the rules make of it, who
 * is spoken of and where it stands. Stateless.
 */
final class EvidenceFeatures {
  /** Cues whose presence alone is told. */
  private static final List<String> CUES =
      List.of(
          "evidence.bare-claim",
          "evidence.person",
          "evidence.site-label",
          "evidence.site-anonymous",
          "evidence.certificate-held",
          "evidence.availability",
          "evidence.trial",
          "evidence.trial-plan",
          "evidence.reference-own",
          "evidence.sla-not",
          "evidence.metric-label",
          "content.money",
          "content.price",
          "content.fact",
          "content.deliver",
          "content.problem",
          "content.step-time",
          "content.step",
          "content.future",
          "content.market-talk",
          "content.conditional",
          "content.customer",
          "clause.empty");

  /** Cues that mean something together: every pair that occurs is a feature. */
  private static final List<String> PAIRED =
      List.of(
          "evidence.change",
          "evidence.zero-incident",
          "evidence.few-incidents",
          "evidence.measured",
          "evidence.done",
          "evidence.source",
          "evidence.forecast",
          "evidence.forecast-weak",
          "evidence.pending",
          "evidence.customer-own",
          "evidence.certificate",
          "evidence.report",
          "evidence.number-id",
          "evidence.issuer",
          "evidence.reference",
          "evidence.sla-event",
          "evidence.sla-time",
          "evidence.sla-remedy",
          "evidence.sla-guarantee",
          "grammar.past",
          "grammar.modal",
          "grammar.seller",
          "grammar.buyer",
          "grammar.third",
          "grammar.condition",
          "grammar.remedy",
          "grammar.deadline",
          "grammar.absence",
          "grammar.record",
          "grammar.visit",
          "grammar.day",
          "grammar.duty");

  private EvidenceFeatures() {}

  /**
   * The features of a sentence.
   *
   * @param who how surely another customer is spoken of, as {@link EvidenceJudge} has it
   * @param verdict what the rules take it for, null for nothing
   */
  static List<String> of(
      ReadBlock block,
      Span at,
      EvidenceSetting setting,
      int who,
      Evidence.@Nullable Kind verdict,
      Language language) {
    List<String> features = new ArrayList<>();
    features.add("always");
    String text = at.of(block.text());
    Wording.add(features, "w=", text, language, false);
    CueHits cues = block.cues();
    for (String cue : CUES) {
      if (cues.has(cue, at)) {
        features.add(cue);
      }
    }
    List<String> facts = new ArrayList<>();
    for (String cue : PAIRED) {
      if (cues.has(cue, at)) {
        facts.add(cue);
      }
    }
    facts.add("who" + who);
    facts.addAll(setting.facts());
    for (int i = 0; i < facts.size(); i++) {
      features.add(facts.get(i));
      for (int k = i + 1; k < facts.size(); k++) {
        features.add(facts.get(i) + "&" + facts.get(k));
      }
    }
    features.add("verdict=" + (verdict == null ? "none" : "some"));
    if (verdict != null) {
      features.add("verdict=" + verdict);
    }
    features.add("numbers=" + Math.min(4, numbers(text)));
    features.add("length=" + length(text, language));
    features.add("kind=" + block.block().kind());
    features.add("end=" + text.charAt(text.length() - 1));
    return features;
  }

  private static int numbers(String text) {
    int count = 0;
    for (int i = 0; i < text.length(); i++) {
      boolean digit = Character.isDigit(text.charAt(i));
      boolean first = i == 0 || !Character.isDigit(text.charAt(i - 1));
      count += digit && first ? 1 : 0;
    }
    return count;
  }

  private static int length(String text, Language language) {
    int letters = language == Language.ZH ? text.length() * 3 : text.length();
    return letters < 30 ? 0 : letters < 60 ? 1 : letters < 120 ? 2 : letters < 200 ? 3 : 4;
  }
}
