package dev.dealcoach.nlp.pack;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the syntax of regular expressions that rule packs use. Not thread-safe; one instance an
 * expression.
 */
final class RegexReader {
  /** Longer ranges of characters count as any character. */
  private static final int LONGEST_RANGE = 64;

  private static final Regex ANY = new Regex.Any(2);
  private static final Regex EDGE = new Regex.Edge();
  private static final String SPACES = " \t\n\u000B\f\r";

  private final String regex;
  private int at;

  private RegexReader(String regex) {
    this.regex = regex;
  }

  /** The expression as a tree; null if it holds something that is not understood. */
  static @Nullable Regex read(String regex) {
    RegexReader reader = new RegexReader(regex);
    try {
      Regex tree = reader.choice();
      return reader.at == regex.length() ? tree : null;
    } catch (NotUnderstood e) {
      return null;
    }
  }

  private Regex choice() throws NotUnderstood {
    List<Regex> options = new ArrayList<>();
    options.add(row());
    while (at < regex.length() && regex.charAt(at) == '|') {
      at++;
      options.add(row());
    }
    return options.size() == 1 ? options.getFirst() : new Regex.Choice(options);
  }

  private Regex row() throws NotUnderstood {
    List<Regex> parts = new ArrayList<>();
    while (at < regex.length() && regex.charAt(at) != '|' && regex.charAt(at) != ')') {
      parts.add(quantified(atom()));
    }
    return parts.size() == 1 ? parts.getFirst() : new Regex.Row(parts);
  }

  private Regex atom() throws NotUnderstood {
    char c = next();
    return switch (c) {
      case '(' -> group();
      case '[' -> charClass();
      case '\\' -> escaped();
      case '.' -> ANY;
      case '^', '$' -> EDGE;
      default -> letter(c);
    };
  }

  private static Regex letter(char c) {
    return new Regex.OneOf(Set.of(Keys.of(c)));
  }

  private char next() throws NotUnderstood {
    if (at >= regex.length()) {
      throw new NotUnderstood();
    }
    return regex.charAt(at++);
  }

  private Regex escaped() throws NotUnderstood {
    char c = next();
    return switch (c) {
      case 'd' -> letter(Keys.DIGIT);
      case 'w' -> new Regex.Any(1);
      case 's' -> oneOf(SPACES);
      case 'W', 'S', 'D' -> ANY;
      case 'b', 'B' -> EDGE;
      case 'u' -> letter(hex());
      case 'p', 'P' -> {
        boolean capital = c == 'p' && regex.startsWith("{Lu}", at);
        property();
        yield capital ? new Regex.OneOf(Set.of(Keys.CAPITAL)) : ANY;
      }
      default -> letter(plain(c));
    };
  }

  private static Regex oneOf(String characters) {
    Set<Character> keys = new LinkedHashSet<>();
    characters.chars().forEach(c -> keys.add(Keys.of((char) c)));
    return new Regex.OneOf(keys);
  }

  private char hex() throws NotUnderstood {
    at += 4;
    if (at > regex.length()) {
      throw new NotUnderstood();
    }
    return (char) Integer.parseInt(regex.substring(at - 4, at), 16);
  }

  private void property() throws NotUnderstood {
    int end = regex.indexOf('}', at);
    if (end < 0 || regex.charAt(at) != '{') {
      throw new NotUnderstood();
    }
    at = end + 1;
  }

  private static char plain(char c) throws NotUnderstood {
    if (Character.isLetterOrDigit(c)) {
      throw new NotUnderstood();
    }
    return c;
  }

  private Regex group() throws NotUnderstood {
    boolean looks = false;
    boolean ahead = false;
    boolean absent = false;
    if (regex.startsWith("?:", at)) {
      at += 2;
    } else if (regex.startsWith("?-i:", at)) {
      at += 4; // case matters inside; keys are compared without it
    } else if (regex.startsWith("?<=", at) || regex.startsWith("?<!", at)) {
      looks = true;
      absent = regex.charAt(at + 2) == '!';
      at += 3;
    } else if (regex.startsWith("?=", at) || regex.startsWith("?!", at)) {
      looks = true;
      ahead = true;
      absent = regex.charAt(at + 1) == '!';
      at += 2;
    } else if (regex.startsWith("?", at)) {
      throw new NotUnderstood(); // flags and named groups
    }
    Regex inside = choice();
    if (next() != ')') {
      throw new NotUnderstood();
    }
    return absent ? EDGE : looks ? new Regex.Look(inside, ahead) : inside;
  }

  private Regex charClass() throws NotUnderstood {
    boolean others = at < regex.length() && regex.charAt(at) == '^';
    if (others) {
      at++;
    }
    Set<Character> keys = new LinkedHashSet<>();
    int longest = 0;
    for (char c = next(); c != ']'; c = next()) {
      if (c == '[' || c == '&') {
        throw new NotUnderstood();
      }
      char from = c;
      if (c == '\\') {
        c = next();
        switch (c) {
          case 'd' -> keys.add(Keys.DIGIT);
          case 's' -> SPACES.chars().forEach(space -> keys.add((char) space));
          case 'w' -> longest = Math.max(longest, 1);
          case 'W', 'S', 'D' -> longest = 2;
          case 'p', 'P' -> {
            property();
            longest = 2;
          }
          default -> {}
        }
        if ("dswWSDpP".indexOf(c) >= 0) {
          continue;
        }
        from = c == 'u' ? hex() : plain(c);
      }
      char to = from;
      if (at + 1 < regex.length() && regex.charAt(at) == '-' && regex.charAt(at + 1) != ']') {
        at++;
        to = next();
        to = to == '\\' ? (next() == 'u' ? hex() : plain(regex.charAt(at - 1))) : to;
      }
      if (to - from > LONGEST_RANGE) {
        longest = Math.max(longest, to < Character.MIN_SURROGATE ? 1 : 2);
      } else {
        for (int each = from; each <= to; each++) {
          keys.add(Keys.of((char) each));
        }
      }
    }
    return others ? ANY : longest > 0 ? new Regex.Any(longest) : new Regex.OneOf(keys);
  }

  private Regex quantified(Regex part) throws NotUnderstood {
    if (at >= regex.length() || "?*+{".indexOf(regex.charAt(at)) < 0) {
      return part;
    }
    char c = next();
    int least = c == '+' ? 1 : 0;
    int most = c == '?' ? 1 : Regex.UNBOUNDED;
    if (c == '{') {
      int end = regex.indexOf('}', at);
      String[] bounds = regex.substring(at, Math.max(at, end)).split(",", -1);
      try {
        least = Integer.parseInt(bounds[0]);
        most =
            bounds.length == 1
                ? least
                : bounds[1].isEmpty() ? Regex.UNBOUNDED : Integer.parseInt(bounds[1]);
      } catch (NumberFormatException e) {
        throw new NotUnderstood();
      }
      at = end + 1;
    }
    if (at < regex.length() && (regex.charAt(at) == '?' || regex.charAt(at) == '+')) {
      at++;
    }
    return new Regex.Repeat(part, least, most);
  }

  /** The expression holds something else. */
  private static final class NotUnderstood extends Exception {
    private static final long serialVersionUID = 1;

    NotUnderstood() {
      super(null, null, false, false);
    }
  }
}
