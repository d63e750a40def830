package dev.dealcoach.service.paper;

import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines: between words, and between Chinese characters. Stateless. */
final class Lines {
  /** Marks that no line begins with. */
  private static final String NOT_FIRST = "，。、；：？！）》」』】”’％…,.;:?!)]}%";

  /** Marks that no line ends with. */
  private static final String NOT_LAST = "（《「『【“‘([{";

  private Lines() {}

  /**
   * The lines of a text.
   *
   * @param most width of a line
   * @param size of the characters
   */
  static List<String> of(String text, double most, double size, Face face) {
    List<String> lines = new ArrayList<>();
    text.lines().forEach(line -> broken(line.strip(), most, size, face, lines));
    return lines;
  }

  private static void broken(String text, double most, double size, Face face, List<String> lines) {
    int from = 0;
    int at = 0;
    int breakable = -1;
    double width = 0;
    while (at < text.length()) {
      int character = text.codePointAt(at);
      double own = size * face.width(character);
      if (width + own > most && at > from && character != ' ') {
        int end = breakable > from ? breakable : at;
        lines.add(text.substring(from, end).strip());
        from = end;
        while (from < text.length() && text.charAt(from) == ' ') {
          from++;
        }
        at = Math.max(from, end);
        breakable = -1;
        width = 0;
        continue;
      }
      width += own;
      int next = at + Character.charCount(character);
      if (next < text.length() && between(character, text.codePointAt(next))) {
        breakable = next;
      }
      at = next;
    }
    String rest = text.substring(Math.min(from, text.length())).strip();
    if (!rest.isEmpty()) {
      lines.add(rest);
    }
  }

  /** Whether a line may end between two characters. */
  private static boolean between(int before, int after) {
    if (NOT_FIRST.indexOf(after) >= 0 || NOT_LAST.indexOf(before) >= 0) {
      return false;
    }
    return before == ' ' || wide(before) || wide(after);
  }

  private static boolean wide(int character) {
    return character >= 0x2E80;
  }
}
