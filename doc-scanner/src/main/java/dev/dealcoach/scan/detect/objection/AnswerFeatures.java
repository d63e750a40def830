package dev.dealcoach.scan.detect.objection;

import dev.dealcoach.nlp.pack.CueHits;
import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.nlp.text.Span;
import dev.dealcoach.scan.parse.TextPart;
import dev.dealcoach.scan.segment.SegmentedDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is true of a text that may answer a worry. Stateless. */
final class AnswerFeatures {
  private static final int LONGEST = 260;
  private static final List<String> CUES =
      List.of(
          "objection.measure",
          "objection.brush-off",
          "objection.concession",
          "objection.worry",
          "content.money",
          "content.fact",
          "evidence.change",
          "evidence.reference",
          "evidence.certificate",
          "evidence.bare-claim",
          "evidence.pending",
          "clause.binds");

  private AnswerFeatures() {}

  /** Features of an answer; of no answer at all when it is empty. */
  static List<String> of(SegmentedDocument document, List<TextPart> answer) {
    Map<String, Integer> counts = new TreeMap<>();
    StringBuilder text = new StringBuilder();
    for (TextPart part : answer) {
      if (text.length() > LONGEST) {
        break;
      }
      CueHits cues = document.blocks().get(part.block()).cues();
      count(counts, cues, new Span(part.start(), part.end()));
      text.append(document.blocks().get(part.block()).text(), part.start(), part.end())
          .append('\n');
    }
    return features(text.toString(), counts, document.document().language());
  }

  /** Features of one sentence that stands alone. */
  static List<String> of(String text, CueHits cues, Language language) {
    Map<String, Integer> counts = new TreeMap<>();
    count(counts, cues, new Span(0, text.length()));
    return features(text, counts, language);
  }

  private static void count(Map<String, Integer> counts, CueHits cues, Span span) {
    for (String cue : CUES) {
      counts.merge(cue, cues.of(cue, span).size(), Integer::sum);
    }
  }

  private static List<String> features(
      String text, Map<String, Integer> counts, Language language) {
    List<String> features = new ArrayList<>();
    features.add("bias");
    if (text.isBlank()) {
      features.add("empty");
      return features;
    }
    Grams.add(features, "a=", text, language, LONGEST);
    counts.forEach(
        (cue, count) -> {
          features.add(cue + "=" + Math.min(count, 3));
        });
    boolean soothes = counts.getOrDefault("objection.brush-off", 0) > 0;
    boolean measures = counts.getOrDefault("objection.measure", 0) > 0;
    boolean figures = counts.getOrDefault("content.fact", 0) > 0;
    features.add("soothes=" + soothes + measures + figures);
    features.add("length=" + UnitFeatures.length(text.length(), language));
    return features;
  }
}
