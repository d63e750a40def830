package dev.dealcoach.scan.detect.objection;

import dev.dealcoach.nlp.text.Han;
import dev.dealcoach.nlp.text.Language;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The words and letters of a text as features. Stateless. */
final class Grams {
  private Grams() {}

  /**
   * Adds runs of one to three characters (Chinese) or one and two words (English), each once.
   *
   * @param prefix of the features' names
   * @param longest how many characters of the text count
   */
  static void add(
      List<String> features, String prefix, String text, Language language, int longest) {
    Set<String> found = new LinkedHashSet<>();
    String head = text.length() <= longest ? text : text.substring(0, longest);
    if (language == Language.ZH) {
      characters(found, head);
    } else {
      words(found, head);
    }
    found.forEach(gram -> features.add(prefix + gram));
  }

  private static void characters(Set<String> found, String text) {
    StringBuilder run = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isDigit(c)) {
        if (run.isEmpty() || run.charAt(run.length() - 1) != '#') {
          run.append('#');
        }
      } else if (Han.isHan(c) || "？?！!".indexOf(c) >= 0) {
        run.append(c);
      } else if (Character.isLetter(c)) {
        if (run.isEmpty() || run.charAt(run.length() - 1) != 'a') {
          run.append('a');
        }
      } else {
        run.append(' ');
      }
    }
    for (int n = 1; n <= 3; n++) {
      for (int i = 0; i + n <= run.length(); i++) {
        String gram = run.substring(i, i + n);
        if (gram.indexOf(' ') < 0) {
          found.add(gram);
        }
      }
    }
  }

  private static void words(Set<String> found, String text) {
    List<String> words = new ArrayList<>();
    for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\d?'’]+", -1)) {
      String plain = word.replace('’', '\'').replaceAll("\\d+", "#");
      if (!plain.isEmpty()) {
        words.add(plain);
      }
    }
    for (int i = 0; i < words.size(); i++) {
      found.add(words.get(i));
      if (i > 0) {
        found.add(words.get(i - 1) + "_" + words.get(i));
      }
    }
  }
}
