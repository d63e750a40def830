package dev.dealcoach.scan.detect;

import dev.dealcoach.nlp.text.Han;
import dev.dealcoach.nlp.text.Language;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of a sentence as features: runs of two and three characters (Chinese) or one and two
 * words (English), with numbers and names replaced by their kind, because a number that is another
 * says the same. Stateless.
 */
final class Wording {
  private static final String NUMERALS = "零〇一二两三四五六七八九十百千万亿半几";
  private static final List<String> ENDINGS =
      List.of("ations", "ation", "ings", "ing", "ies", "ied", "ed", "es", "s", "e", "y");
  private static final int LONGEST = 240;
  private static final Pattern WORD = Pattern.compile("[\\p{L}’'-]+|\\d[\\d,.]*|[%$£€₹¥?:;()“”\"]");

  private Wording() {}

  /**
   * Adds each run of a text once, with a prefix.
   *
   * @param broad whether single characters count too and English words count without their ending
   */
  static void add(
      List<String> features, String prefix, String text, Language language, boolean broad) {
    String head = text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    Set<String> found = new LinkedHashSet<>();
    if (language == Language.ZH) {
      characters(found, head, broad ? 1 : 2);
    } else {
      words(found, head, broad);
    }
    found.forEach(run -> features.add(prefix + run));
  }

  private static void characters(Set<String> found, String text, int shortest) {
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      char kind =
          Character.isDigit(c) || NUMERALS.indexOf(c) >= 0
              ? '#'
              : Han.isHan(c) ? c : Character.isLetter(c) ? 'a' : "%％‰".indexOf(c) >= 0 ? '%' : ' ';
      boolean again = (kind == '#' || kind == 'a' || kind == ' ') && ends(plain, kind);
      boolean inside = kind == ' ' && ".,·".indexOf(c) >= 0 && ends(plain, '#');
      if (!again && !inside) {
        plain.append(kind);
      }
    }
    for (int n = shortest; n <= 3; n++) {
      for (int i = 0; i + n <= plain.length(); i++) {
        String run = plain.substring(i, i + n);
        if (run.indexOf(' ') < 0) {
          found.add(run);
        }
      }
    }
  }

  private static boolean ends(StringBuilder text, char with) {
    return !text.isEmpty() && text.charAt(text.length() - 1) == with;
  }

  private static void words(Set<String> found, String text, boolean stems) {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(text);
    while (matcher.find()) {
      words.add(kind(matcher.group(), words.isEmpty(), stems));
    }
    for (int i = 0; i < words.size(); i++) {
      found.add(words.get(i));
      if (i > 0) {
        found.add(words.get(i - 1) + "_" + words.get(i));
      }
    }
  }

  /** Without the commonest endings: it matters little who does it when. */
  private static String stem(String word) {
    for (String ending : ENDINGS) {
      if (word.endsWith(ending) && word.length() - ending.length() >= 3) {
        String rest = word.substring(0, word.length() - ending.length());
        return rest.endsWith("e") ? rest.substring(0, rest.length() - 1) : rest;
      }
    }
    return word;
  }

  private static String kind(String word, boolean first, boolean stems) {
    char head = word.charAt(0);
    if (Character.isDigit(head)) {
      return "#";
    }
    boolean name = Character.isUpperCase(head) && word.length() > 1 && !first;
    if (name) {
      return "Name";
    }
    String plain = word.replace('’', '\'').toLowerCase(Locale.ROOT);
    return stems ? stem(plain) : plain;
  }
}
