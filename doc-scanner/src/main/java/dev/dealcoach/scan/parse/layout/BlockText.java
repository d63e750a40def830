package dev.dealcoach.scan.parse.layout;

import dev.dealcoach.nlp.text.Han;
import dev.dealcoach.nlp.text.NormalText;
import dev.dealcoach.scan.parse.PrintedLine;
import java.util.ArrayList;
import java.util.List;

/** Joins the lines of a block to its text and says where each unit of it is printed. */
final class BlockText {
  final StringBuilder text = new StringBuilder();
  final List<PrintedLine> printed = new ArrayList<>();
  private final Typography typography;

  BlockText(Typography typography) {
    this.typography = typography;
  }

  /** The lines' text; {@code skip} units of the first line (a bullet) are left out. */
  static BlockText of(List<Line> lines, int skip, Typography typography) {
    BlockText out = new BlockText(typography);
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      int from = i == 0 ? Math.min(skip, line.text().length()) : 0;
      while (from < line.text().length() && line.text().charAt(from) == ' ') {
        from++;
      }
      int to = line.text().length();
      boolean glue = line.softHyphen();
      if (!glue && i + 1 < lines.size() && breaksWord(line, lines.get(i + 1))) {
        glue = true;
        if (typography.hyphenated() || line.text().charAt(to - 1) == '\u2010') {
          to--;
        }
      }
      out.add(line, from, to, i > 0 && lines.get(i - 1).softHyphen());
      out.glued = glue;
    }
    return out;
  }

  private boolean glued;

  private static boolean breaksWord(Line line, Line next) {
    String t = line.text();
    int n = t.length();
    char last = t.charAt(n - 1);
    return n > 2
        && (last == '-' || last == '\u2010')
        && Character.isLetter(t.charAt(n - 2))
        && !Han.isWide(t.charAt(n - 2))
        && Character.isLowerCase(next.text().charAt(0));
  }

  private void add(Line line, int from, int to, boolean soft) {
    if (to <= from) {
      return;
    }
    if (!text.isEmpty()
        && !glued
        && !soft
        && spaced(text.charAt(text.length() - 1), line.text().charAt(from), line)) {
      text.append(' ');
    }
    int start = text.length();
    text.append(line.text(), from, to);
    line.print(from, to, start, printed);
  }

  private boolean spaced(char before, char after, Line line) {
    if (NormalText.joins(before, after)) {
      return false;
    }
    if (Han.isWide(before) || Han.isWide(after)) {
      return typography.mixedSpaced()
          && (Han.isHan(before) || Han.isHan(after))
          && !Chars.closing(after)
          && !Chars.closing(before);
    }
    if (typography.wordsBroken() && Character.isLetterOrDigit(before)) {
      return line.afterSpace() || !typography.breaksWord(text, line.text());
    }
    return before != '-' || text.length() < 2 || text.charAt(text.length() - 2) == ' ';
  }
}
