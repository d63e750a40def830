package dev.dealcoach.scan.parse.text;

import dev.dealcoach.nlp.text.Han;
import java.util.List;

/**
 * Whether and where an editor broke the lines of a text, so that they belong together. A line was
 * broken there if the beginning of the next one would not have fitted behind it. Immutable.
 */
final class LineWrap {
  /** Text with longer lines was not broken by an editor. In columns, a Chinese character two. */
  private static final int WIDEST = 140;

  /** Text whose longest line is shorter is verse, addresses or a list. */
  private static final int NARROWEST = 36;

  /** Full lines that it takes to call a text broken. */
  private static final int FULL_LINES = 3;

  /**
   * Chinese punctuation may not begin a line, so that a line may end up to two characters early.
   */
  private static final int SLACK = 4;

  private final int width;

  private LineWrap(int width) {
    this.width = width;
  }

  /** Looks at a whole text. */
  static LineWrap of(List<String> lines) {
    int widest = 0;
    for (String line : lines) {
      widest = Math.max(widest, columns(line.stripTrailing()));
    }
    if (widest < NARROWEST || widest > WIDEST) {
      return new LineWrap(0);
    }
    LineWrap wrap = new LineWrap(widest);
    int full = 0;
    for (int i = 0; i + 1 < lines.size(); i++) {
      if (wrap.broken(lines.get(i), lines.get(i + 1))) {
        full++;
      }
    }
    return full >= FULL_LINES ? wrap : new LineWrap(0);
  }

  /** Whether the break after a line is the editor's. */
  boolean broken(String line, String next) {
    String text = line.stripTrailing();
    if (width == 0 || text.isEmpty() || next.isBlank()) {
      return false;
    }
    return columns(text) + firstUnit(next.strip()) > width - SLACK;
  }

  /** Columns of what cannot be broken at the beginning: a character, a word with a space. */
  private static int firstUnit(String text) {
    if (Han.isWide(text.charAt(0))) {
      return 2;
    }
    int end = 0;
    while (end < text.length() && text.charAt(end) != ' ' && !Han.isWide(text.charAt(end))) {
      end++;
    }
    return end + 1;
  }

  private static int columns(String text) {
    int columns = 0;
    for (int i = 0; i < text.length(); i++) {
      columns += Han.isWide(text.charAt(i)) ? 2 : 1;
    }
    return columns;
  }
}
