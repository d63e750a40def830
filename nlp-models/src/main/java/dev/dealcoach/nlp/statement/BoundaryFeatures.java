package dev.dealcoach.nlp.statement;

import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.nlp.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What stands around a place in a stretch without punctuation. Stateless. */
final class BoundaryFeatures {
  private BoundaryFeatures() {}

  /**
   * Features of one place.
   *
   * @param places all places of the stretch, from {@link Clauses#places}
   * @param i index of the place
   */
  static String[] of(String text, List<Integer> places, int i, Span stretch, Language language) {
    return language == Language.ZH
        ? chinese(text, places.get(i), stretch)
        : english(text, places, i, stretch);
  }

  private static String[] chinese(String text, int at, Span stretch) {
    List<String> out = new ArrayList<>(24);
    String[] c = new String[8];
    String[] p = new String[8];
    for (int k = 0; k < 8; k++) {
      int place = at - 4 + k;
      boolean inside = place >= stretch.start() && place < stretch.end();
      c[k] = inside ? String.valueOf(text.charAt(place)) : "#";
      String sound = inside ? Pinyin.of(text.charAt(place)) : "#";
      p[k] = sound.isEmpty() ? c[k] : sound;
    }
    for (int k = 2; k < 6; k++) {
      out.add("c" + k + c[k]);
    }
    for (int k = 1; k < 6; k++) {
      out.add("b" + k + c[k] + c[k + 1]);
      out.add("s" + k + p[k] + "'" + p[k + 1]);
    }
    for (int k = 1; k < 5; k++) {
      out.add("t" + k + c[k] + c[k + 1] + c[k + 2]);
    }
    return out.toArray(String[]::new);
  }

  private static String[] english(String text, List<Integer> places, int i, Span stretch) {
    List<String> out = new ArrayList<>(20);
    String[] w = new String[7];
    for (int k = 0; k < 7; k++) {
      w[k] = word(text, places, i - 4 + k, stretch);
    }
    for (int k = 1; k < 7; k++) {
      out.add("w" + k + w[k]);
    }
    for (int k = 1; k < 6; k++) {
      out.add("b" + k + w[k] + " " + w[k + 1]);
    }
    for (int k = 1; k < 5; k++) {
      out.add("t" + k + w[k] + " " + w[k + 1] + " " + w[k + 2]);
    }
    out.add("l" + tail(w[3]));
    out.add("r" + tail(w[4]));
    return out.toArray(String[]::new);
  }

  private static String tail(String word) {
    return word.length() < 3 ? word : word.substring(word.length() - 3);
  }

  /** The word that begins at a place; that before the first place is number -1. */
  private static String word(String text, List<Integer> places, int i, Span stretch) {
    if (i < -1 || i >= places.size()) {
      return "#";
    }
    int start = i < 0 ? stretch.start() : places.get(i);
    int end = i + 1 < places.size() ? places.get(i + 1) : stretch.end();
    String word = text.substring(start, end).strip().toLowerCase(Locale.ROOT);
    return word.chars().anyMatch(Character::isDigit) ? "0" : word;
  }
}
