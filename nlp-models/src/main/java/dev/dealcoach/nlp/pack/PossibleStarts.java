package dev.dealcoach.nlp.pack;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Works out with which few characters a match of a regular expression can begin, so that it need be
 * tried only where they stand. Letters are lower case; {@link #DIGIT} stands for any ASCII digit
 * and {@link #CAPITAL} for any capital letter. Understands the syntax that rule packs use; what it
 * does not understand may be anything. Not thread-safe; one instance an expression.
 */
final class PossibleStarts {
  /** Any ASCII digit. */
  static final char DIGIT = '0';

  /** Any capital letter; ends a start. */
  static final char CAPITAL = '\uE000';

  /** The longest start that is told apart. */
  static final int LONGEST = 4;

  private static final int MOST = 3000;

  /** Starts are made longer only while there are no more than this. */
  private static final int ENOUGH = 300;

  private final String regex;
  private int at;

  private PossibleStarts(String regex) {
    this.regex = regex;
  }

  /**
   * The starts, one of which every match begins with; just the empty text if it may begin with
   * anything.
   */
  static Set<String> of(String regex) {
    PossibleStarts parser = new PossibleStarts(regex);
    Beginnings all = parser.alternatives();
    if (parser.at != regex.length()) {
      return Set.of("");
    }
    Set<String> starts = new LinkedHashSet<>(all.whole);
    starts.addAll(all.more);
    return starts.contains("") || starts.size() > MOST ? Set.of("") : starts;
  }

  /**
   * How the matches of a part of an expression begin.
   *
   * @param whole texts that are a match as they stand, so that what follows the part follows them
   * @param more texts after which anything may come
   */
  private record Beginnings(Set<String> whole, Set<String> more) {
    static Beginnings nothing() {
      return new Beginnings(new LinkedHashSet<>(), new LinkedHashSet<>());
    }

    static Beginnings of(String text) {
      Beginnings one = nothing();
      one.whole.add(text);
      return one;
    }

    static Beginnings anything() {
      Beginnings any = nothing();
      any.more.add("");
      return any;
    }

    int size() {
      return whole.size() + more.size();
    }

    void add(Beginnings other) {
      whole.addAll(other.whole);
      more.addAll(other.more);
    }

    Beginnings then(Beginnings next) {
      Beginnings joined = nothing();
      joined.more.addAll(more);
      for (String first : whole) {
        for (String second : next.whole) {
          joined.put(first + second, false);
        }
        for (String second : next.more) {
          joined.put(first + second, true);
        }
      }
      return joined;
    }

    private void put(String text, boolean open) {
      int capital = text.indexOf(CAPITAL);
      int end = Math.min(LONGEST, capital < 0 ? text.length() : capital + 1);
      boolean cut = end < text.length() || (capital >= 0 && end == capital + 1);
      (open || cut ? more : whole).add(text.substring(0, end));
    }

    Beginnings repeated() {
      Beginnings many = nothing();
      many.more.addAll(more);
      many.more.addAll(whole);
      return many;
    }
  }

  private Beginnings alternatives() {
    Beginnings all = sequence();
    while (at < regex.length() && regex.charAt(at) == '|') {
      at++;
      all.add(sequence());
    }
    return all;
  }

  private Beginnings sequence() {
    Beginnings so = Beginnings.of("");
    while (at < regex.length() && regex.charAt(at) != '|' && regex.charAt(at) != ')') {
      Beginnings next = atom();
      int from = at;
      boolean optional = quantified();
      boolean repeats = at > from && regex.charAt(from) != '?';
      if (so.whole.isEmpty()) {
        continue; // nothing behind can matter any more
      }
      if (!so.whole.contains("") && so.whole.size() * next.size() > ENOUGH) {
        so = so.repeated(); // these tell enough apart; longer ones cost more than they save
        continue;
      }
      Beginnings joined = so.then(repeats ? next.repeated() : next);
      if (optional) {
        joined.whole.addAll(so.whole);
      }
      so = joined;
    }
    return so;
  }

  private Beginnings atom() {
    char c = regex.charAt(at);
    return switch (c) {
      case '(' -> group();
      case '[' -> charClass();
      case '\\' -> escaped();
      case '.' -> {
        at++;
        yield Beginnings.anything();
      }
      case '^', '$' -> {
        at++;
        yield Beginnings.of("");
      }
      default -> {
        at++;
        yield Beginnings.of(key(c));
      }
    };
  }

  /** The key under which a character of a text or of an expression is looked up. */
  static char keyOf(char c) {
    return c >= '0' && c <= '9' ? DIGIT : Character.toLowerCase(c);
  }

  private static String key(char c) {
    return String.valueOf(keyOf(c));
  }

  private Beginnings escaped() {
    char c = at + 1 < regex.length() ? regex.charAt(at + 1) : 'x';
    at += 2;
    if (c == 'd') {
      return Beginnings.of(key(DIGIT));
    }
    if (c == 'b') {
      return Beginnings.of("");
    }
    if (c == 'p' || c == 'P') {
      int end = regex.indexOf('}', at) + 1;
      boolean capital = c == 'p' && regex.substring(at, end).equals("{Lu}");
      at = end;
      return capital ? Beginnings.of(String.valueOf(CAPITAL)) : Beginnings.anything();
    }
    return Character.isLetterOrDigit(c) ? Beginnings.anything() : Beginnings.of(key(c));
  }

  private Beginnings group() {
    at++;
    boolean look = false;
    if (regex.startsWith("?:", at)) {
      at += 2;
    } else if (regex.startsWith("?-i:", at)) {
      at += 4; // case matters inside; starts are compared without it
    } else if (regex.startsWith("?<=", at) || regex.startsWith("?<!", at)) {
      at += 3;
      look = true;
    } else if (regex.startsWith("?=", at) || regex.startsWith("?!", at)) {
      at += 2;
      look = true;
    } else if (regex.startsWith("?", at)) {
      at = regex.length() + 1; // flags and named groups: not understood
      return Beginnings.anything();
    }
    Beginnings inside = alternatives();
    at++; // the closing parenthesis
    return look ? Beginnings.of("") : inside;
  }

  /** A class of plain characters is each of them; ranges and escapes may be anything. */
  private Beginnings charClass() {
    int from = at + 1;
    skipClass();
    String inside = regex.substring(from, Math.max(from, Math.min(at, regex.length()) - 1));
    if (inside.startsWith("^") || inside.indexOf('\\') >= 0 || inside.indexOf('-') > 0) {
      return Beginnings.anything();
    }
    Beginnings each = Beginnings.nothing();
    for (int i = 0; i < inside.length(); i++) {
      each.whole.add(key(inside.charAt(i)));
    }
    return each;
  }

  private void skipClass() {
    at++;
    if (at < regex.length() && regex.charAt(at) == '^') {
      at++;
    }
    boolean first = true;
    while (at < regex.length() && (first || regex.charAt(at) != ']')) {
      at += regex.charAt(at) == '\\' ? 2 : 1;
      first = false;
    }
    at++;
  }

  /** Reads a quantifier, if there is one; returns whether the part before it may be missing. */
  private boolean quantified() {
    if (at >= regex.length()) {
      return false;
    }
    char c = regex.charAt(at);
    boolean optional;
    if (c == '?' || c == '*' || c == '+') {
      optional = c != '+';
      at++;
    } else if (c == '{') {
      optional = regex.charAt(at + 1) == '0';
      at = regex.indexOf('}', at) + 1;
    } else {
      return false;
    }
    if (at < regex.length() && (regex.charAt(at) == '?' || regex.charAt(at) == '+')) {
      at++;
    }
    return optional;
  }
}
