package dev.dealcoach.scan.parse.layout;

import dev.dealcoach.scan.parse.BlockKind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Says what each block is: heading, list item, caption or paragraph. */
final class Kinds {
  private static final float LARGER = 1.12f;
  private static final int LONGEST_HEADING = 70;
  private static final int LONGEST_BOLD_HEADING = 48;
  private static final int LONGEST_PLAIN_HEADING = 30;

  /** Where more of the text than this is bold, bold says nothing. */
  private static final float MUCH_BOLD = 0.35f;

  private static final String NEVER_LAST = "。；，、,;．";
  private static final Pattern CAPTION =
      Pattern.compile(
          "((附?[图表]\\s*[\\d一二三四五六七八九十]+|(?i:figure|fig\\.|table|exhibit|chart)\\s+\\d+).{0,60})");

  private final List<Draft> drafts;
  private final Typography typography;

  private Kinds(List<Draft> drafts, Typography typography) {
    this.drafts = drafts;
    this.typography = typography;
  }

  /** Sets kind and level of every draft. */
  static void set(List<Draft> drafts, Typography typography) {
    Kinds kinds = new Kinds(drafts, typography);
    for (int i = 0; i < drafts.size(); i++) {
      Draft d = drafts.get(i);
      if (d.kind == BlockKind.PARAGRAPH) {
        d.kind = kinds.kind(i, d);
      }
    }
    HeadingLevels.set(drafts);
    kinds.nest();
  }

  private BlockKind kind(int i, Draft d) {
    boolean leader = d.lines.stream().anyMatch(Line::leader);
    if (!leader && heading(i, d)) {
      return BlockKind.HEADING;
    }
    if (d.lines.size() <= 2
        && CAPTION.matcher(d.first().text()).matches()
        && NEVER_LAST.indexOf(d.lastChar()) < 0) {
      return BlockKind.CAPTION;
    }
    boolean list = d.numbering.style() != Numbering.Style.NONE && !leader;
    return list && d.length() > d.numbering.length() ? BlockKind.LIST_ITEM : BlockKind.PARAGRAPH;
  }

  private boolean heading(int i, Draft d) {
    int length = d.length();
    char last = d.lastChar();
    if (length > LONGEST_HEADING * (wide(d) ? 1 : 2)
        || d.lines.size() > 3
        || NEVER_LAST.indexOf(last) >= 0
        || d.numbering.style() == Numbering.Style.BULLET
        || !lettered(d)) {
      return false;
    }
    float ratio = d.size() / typography.bodySize();
    if (ratio >= LARGER) {
      return last != '.' || d.lines.size() == 1;
    }
    if (d.lines.size() > 2
        || last == '：'
        || last == ':'
        || last == '？'
        || last == '?'
        || last == '.') {
      return false;
    }
    boolean bold = d.bold() && typography.bold() < MUCH_BOLD;
    if (bold && ratio > 0.93f && length <= LONGEST_BOLD_HEADING * (wide(d) ? 1 : 2)) {
      return !inRunOf(i, d, true);
    }
    return switch (d.numbering.style()) {
      case CHAPTER, HAN, HAN_BRACKETS -> plain(d, length) && !inRunOf(i, d, false);
      case DECIMAL -> d.numbering.depth() > 1 && plain(d, length) && !inRunOf(i, d, false);
      default -> false;
    };
  }

  private boolean plain(Draft d, int length) {
    if (d.lines.size() > 1 || length > LONGEST_PLAIN_HEADING * (wide(d) ? 1 : 2)) {
      return false;
    }
    String t = d.first().text();
    for (int i = d.numbering.length(); i < t.length(); i++) {
      if (NEVER_LAST.indexOf(t.charAt(i)) >= 0 && t.charAt(i) != '、') {
        return false;
      }
    }
    return true;
  }

  /** Whether a neighbour is numbered in the same way: then these are the items of a list. */
  private boolean inRunOf(int i, Draft d, boolean bold) {
    return d.numbering.style() != Numbering.Style.NONE
        && (alike(i - 1, d, bold) || alike(i + 1, d, bold));
  }

  private boolean alike(int i, Draft d, boolean bold) {
    if (i < 0 || i >= drafts.size()) {
      return false;
    }
    Draft other = drafts.get(i);
    return other.numbering.style() == d.numbering.style()
        && other.numbering.depth() == d.numbering.depth()
        && other.cell == null
        && (!bold || other.bold())
        && Math.abs(other.size() - d.size()) < 0.3f
        && !other.first().leader();
  }

  private static boolean wide(Draft d) {
    return dev.dealcoach.nlp.text.Han.count(d.first().text()) > 0;
  }

  private static boolean lettered(Draft d) {
    return d.lines.stream()
        .anyMatch(line -> line.text().chars().filter(Character::isLetter).limit(2).count() >= 2);
  }

  /** Nesting of list items by their indents. */
  private void nest() {
    List<Float> indents = new ArrayList<>();
    for (Draft d : drafts) {
      if (d.kind != BlockKind.LIST_ITEM) {
        if (d.kind == BlockKind.HEADING) {
          indents.clear();
        }
        continue;
      }
      float at = d.first().x0() - d.margins.left();
      float em = d.size();
      while (!indents.isEmpty() && indents.getLast() > at + 0.6f * em) {
        indents.removeLast();
      }
      if (indents.isEmpty() || at > indents.getLast() + 0.6f * em) {
        indents.add(at);
      }
      d.level = indents.size();
    }
  }
}
