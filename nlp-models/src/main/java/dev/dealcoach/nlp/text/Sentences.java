package dev.dealcoach.nlp.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Cuts text into sentences and clauses. Every span is trimmed of white space and non-empty;
 * together they cover all that is not white space. Stateless.
 */
public final class Sentences {
  private static final Set<String> BEFORE_A_NAME =
      Set.of(
          "Mr", "Mrs", "Ms", "Dr", "St", "No", "vs", "e.g", "i.e", "approx", "Ltd", "Inc", "Co",
          "Prof", "Fig", "cf", "Eng", "Capt", "Rev", "Messrs", "Mt", "Sgt");
  private static final Set<String> BEFORE_A_FIGURE =
      Set.of(
          "no", "nos", "ca", "tel", "ref", "max", "min", "incl", "excl", "pp", "fig", "vol", "art",
          "est");
  private static final Set<String> BEFORE_MORE =
      Set.of("a.m", "p.m", "ca", "incl", "excl", "resp", "etc", "p.a", "Inc", "Ltd", "max", "min");

  private Sentences() {}

  /**
   * The sentences of a text. A sentence ends with 。！？；… or a line feed; a Latin full stop ends one
   * only before white space or a wide character and after neither a single letter, a number's digit
   * that goes on, nor a common abbreviation in mid-sentence. Closing quotation marks and brackets
   * belong to the sentence before them.
   */
  public static List<Span> of(String text) {
    return cut(text, false);
  }

  /**
   * The clauses of a text: as {@link #of}, and cut after commas, colons and Chinese pause spaces as
   * well.
   */
  public static List<Span> clauses(String text) {
    return cut(text, true);
  }

  private static List<Span> cut(String text, boolean clauses) {
    List<Span> spans = new ArrayList<>();
    int start = 0;
    int i = 0;
    while (i < text.length()) {
      if (ends(text, i) || (clauses && endsClause(text, i))) {
        int end = i + 1;
        while (end < text.length() && (closes(text.charAt(end)) || ends(text, end))) {
          end++;
        }
        add(spans, text, start, end);
        start = end;
        i = end;
      } else {
        i++;
      }
    }
    add(spans, text, start, text.length());
    return spans;
  }

  private static boolean ends(String text, int i) {
    return switch (text.charAt(i)) {
      case '。', '！', '？', '；', '!', '?', '\n', '…' -> true;
      case ';' -> true;
      case '.' -> endsLatin(text, i);
      default -> false;
    };
  }

  private static boolean endsLatin(String text, int i) {
    boolean last = i + 1 == text.length();
    char after = last ? ' ' : text.charAt(i + 1);
    if (!last && !Character.isWhitespace(after) && !Han.isWide(after) && !closes(after)) {
      return false;
    }
    int wordStart = i;
    while (wordStart > 0
        && (Character.isLetterOrDigit(text.charAt(wordStart - 1))
            || text.charAt(wordStart - 1) == '.')) {
      wordStart--;
    }
    String word = text.substring(wordStart, i);
    if (word.length() == 1 && Character.isLetter(word.charAt(0)) && !last) {
      return false;
    }
    boolean number = !word.isEmpty() && word.chars().allMatch(Character::isDigit);
    if (number && wordStart == firstInk(text)) {
      return false; // "1. Scope": the number of a list item
    }
    return last || !(BEFORE_A_NAME.contains(word) || goesOn(word, next(text, i + 1)));
  }

  /** "no. LT-5183", "ca. 9,200 trays", "at 2 p.m. with one route": a short form in mid-sentence. */
  private static boolean goesOn(String word, String next) {
    char first = next.isEmpty() ? ' ' : next.charAt(0);
    boolean figure = next.chars().anyMatch(Character::isDigit);
    return (BEFORE_A_FIGURE.contains(word.toLowerCase(Locale.ROOT)) && figure)
        || (BEFORE_MORE.contains(word) && (Character.isLowerCase(first) || figure));
  }

  /** The next word, up to white space. */
  private static String next(String text, int from) {
    int start = from;
    while (start < text.length() && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    int end = start;
    while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    return text.substring(start, end);
  }

  private static int firstInk(String text) {
    int i = 0;
    while (i < text.length() && Character.isWhitespace(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private static boolean endsClause(String text, int i) {
    char c = text.charAt(i);
    if (c == '，' || c == '：') {
      return true;
    }
    if (c == ',' || c == ':') {
      boolean digits =
          i > 0
              && i + 1 < text.length()
              && Character.isDigit(text.charAt(i - 1))
              && Character.isDigit(text.charAt(i + 1));
      return !digits;
    }
    return c == ' '
        && i > 0
        && i + 1 < text.length()
        && Han.isHan(text.charAt(i - 1))
        && Han.isHan(text.charAt(i + 1));
  }

  private static boolean closes(char c) {
    return switch (c) {
      case '”', '’', '」', '』', '）', ')', '】', '》', '"', '\'' -> true;
      default -> false;
    };
  }

  private static void add(List<Span> spans, String text, int from, int to) {
    int start = from;
    int end = to;
    while (start < end && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    if (start < end) {
      spans.add(new Span(start, end));
    }
  }
}
