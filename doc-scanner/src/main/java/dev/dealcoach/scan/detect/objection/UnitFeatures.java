package dev.dealcoach.scan.detect.objection;

import dev.dealcoach.nlp.pack.CueHits;
import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.nlp.text.Span;
import java.util.ArrayList;
import java.util.List;

/** What is true of a unit by its own words. Stateless. */
final class UnitFeatures {
  static final List<String> CUES =
      List.of(
          "objection.worry",
          "objection.worry-strong",
          "objection.worry-lead",
          "objection.voice",
          "objection.concession",
          "objection.harm",
          "objection.neutral-question",
          "objection.brush-off",
          "objection.measure",
          "objection.intro",
          "objection.announcement",
          "content.money",
          "content.fact",
          "content.future",
          "content.next-action",
          "evidence.change",
          "evidence.bare-claim",
          "evidence.customer-own");

  private UnitFeatures() {}

  /** Features of the words alone. */
  static List<String> words(Unit unit, Language language) {
    return words(unit.text(), unit.block().cues(), unit.span(), unit.asks(), language);
  }

  static List<String> words(String text, CueHits cues, Span span, boolean asks, Language language) {
    List<String> features = new ArrayList<>();
    features.add("bias");
    Grams.add(features, "w=", text, language, 120);
    int shown = Math.min(text.length(), language == Language.ZH ? 4 : 16);
    features.add("start=" + text.substring(0, shown).toLowerCase(java.util.Locale.ROOT));
    for (String cue : CUES) {
      if (cues.has(cue, span)) {
        features.add(cue);
        features.add(cue + (asks ? "?" : "."));
      }
    }
    features.add(asks ? "asks" : "says");
    features.add("length=" + length(text.length(), language));
    return features;
  }

  /** 0 for a few words to 5 for a paragraph. */
  static int length(int characters, Language language) {
    int n = language == Language.ZH ? characters * 3 : characters;
    return n < 20 ? 0 : n < 45 ? 1 : n < 90 ? 2 : n < 150 ? 3 : n < 300 ? 4 : 5;
  }
}
