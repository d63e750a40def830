package dev.dealcoach.nlp.pack;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Works out, for a regular expression, a set of literal strings of which every match, with what it
 * looks ahead and back to, holds at least one. A text that holds none of them need not be searched.
 * Understands the syntax that rule packs use; whatever it does not understand yields the empty set,
 * which means "no such set is known". Not thread-safe; one instance an expression.
 */
final class RequiredLiterals {
  private static final int MOST = 64;

  private final String regex;
  private int at;

  private RequiredLiterals(String regex) {
    this.regex = regex;
  }

  /** The literals, lower case; empty if every text must be searched. */
  static Set<String> of(String regex) {
    RequiredLiterals parser = new RequiredLiterals(regex);
    Set<String> found = parser.alternatives();
    return parser.at == regex.length() ? found : Set.of();
  }

  private Set<String> alternatives() {
    Set<String> all = new LinkedHashSet<>();
    boolean open = false;
    while (true) {
      Set<String> one = sequence();
      open |= one.isEmpty();
      all.addAll(one);
      if (at < regex.length() && regex.charAt(at) == '|') {
        at++;
        continue;
      }
      return open || all.size() > MOST ? Set.of() : all;
    }
  }

  private Set<String> sequence() {
    Set<String> best = Set.of();
    StringBuilder run = new StringBuilder();
    while (at < regex.length() && regex.charAt(at) != '|' && regex.charAt(at) != ')') {
      char c = regex.charAt(at);
      Set<String> group = null;
      int literal = -1;
      if (c == '(') {
        group = group();
      } else if (c == '[') {
        skipClass();
      } else if (c == '\\') {
        char escaped = at + 1 < regex.length() ? regex.charAt(at + 1) : 'x';
        literal = Character.isLetterOrDigit(escaped) ? -1 : escaped;
        at += 2;
      } else {
        literal = c == '.' || c == '^' || c == '$' ? -1 : c;
        at++;
      }
      Quantity quantity = quantifier();
      if (literal >= 0 && quantity == Quantity.ONCE) {
        run.append((char) literal);
        continue;
      }
      if (literal >= 0 && quantity == Quantity.MANY) {
        run.append((char) literal);
      }
      best = better(best, take(run));
      if (group != null && quantity != Quantity.MAYBE) {
        best = better(best, group);
      }
    }
    return better(best, take(run));
  }

  private static Set<String> take(StringBuilder run) {
    Set<String> taken =
        run.isEmpty() ? Set.of() : Set.of(run.toString().toLowerCase(java.util.Locale.ROOT));
    run.setLength(0);
    return taken;
  }

  /** The set whose shortest literal is longer is the more selective. */
  private static Set<String> better(Set<String> a, Set<String> b) {
    return shortest(b) > shortest(a) ? b : a;
  }

  private static int shortest(Set<String> set) {
    return set.stream().mapToInt(String::length).min().orElse(0);
  }

  private Set<String> group() {
    at++;
    boolean absent = false;
    if (regex.startsWith("?:", at) || regex.startsWith("?=", at)) {
      at += 2;
    } else if (regex.startsWith("?-i:", at)) {
      at += 4; // case matters inside; the literals are compared without it
    } else if (regex.startsWith("?<=", at)) {
      at += 3;
    } else if (regex.startsWith("?<!", at)) {
      at += 3;
      absent = true;
    } else if (regex.startsWith("?!", at)) {
      at += 2;
      absent = true;
    } else if (regex.startsWith("?", at)) {
      at = regex.length() + 1; // flags and named groups: not understood
      return Set.of();
    }
    Set<String> inside = alternatives();
    at++; // the closing parenthesis
    return absent ? Set.of() : inside;
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

  private Quantity quantifier() {
    if (at >= regex.length()) {
      return Quantity.ONCE;
    }
    char c = regex.charAt(at);
    Quantity quantity;
    if (c == '?' || c == '*') {
      quantity = Quantity.MAYBE;
      at++;
    } else if (c == '+') {
      quantity = Quantity.MANY;
      at++;
    } else if (c == '{') {
      quantity = regex.charAt(at + 1) == '0' ? Quantity.MAYBE : Quantity.MANY;
      at = regex.indexOf('}', at) + 1;
    } else {
      return Quantity.ONCE;
    }
    if (at < regex.length() && (regex.charAt(at) == '?' || regex.charAt(at) == '+')) {
      at++;
    }
    return quantity;
  }

  private enum Quantity {
    ONCE,
    MANY,
    MAYBE
  }
}
