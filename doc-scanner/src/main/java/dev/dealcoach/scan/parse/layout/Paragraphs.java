package dev.dealcoach.scan.parse.layout;

import dev.dealcoach.scan.parse.BlockKind;
import dev.dealcoach.scan.parse.CellPosition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Joins lines to paragraphs, over columns and pages, and the parts of a table over pages. */
final class Paragraphs {
  /** Sizes that differ by less than this share are the same. */
  private static final float SAME_SIZE = 0.08f;

  /** The same where sizes are estimates. */
  private static final float SAME_SIZE_OCR = 0.17f;

  /** An indent is at least this many ems. */
  private static final float INDENT = 1.2f;

  private static final float FIRST_LINE_INDENT_MOST = 2.8f;

  /** A line within a paragraph may end this many ems early. */
  private static final float BROKEN_EARLY = 5f;

  private final Typography typography;
  private final Margins.Book margins;
  private final List<Draft> drafts = new ArrayList<>();
  private boolean firstLineIndent;
  private int tables;
  private @Nullable OpenTable open;

  /** The table that ended the page before. */
  private static final class OpenTable {
    int number;
    int rows;
    float[] edges = new float[0];
    int page;
    final Map<Integer, String> header = new HashMap<>();
    final Map<Integer, Draft> lastRow = new HashMap<>();
  }

  private Paragraphs(Typography typography, Margins.Book margins) {
    this.typography = typography;
    this.margins = margins;
  }

  /** The blocks in the making, in reading order. */
  static List<Draft> of(List<LaidPage> pages, Typography typography, Margins.Book margins) {
    Paragraphs p = new Paragraphs(typography, margins);
    p.firstLineIndent = p.indents(pages);
    for (LaidPage page : pages) {
      p.page(page);
    }
    return p.drafts;
  }

  /** Whether the document marks new paragraphs by an indent. */
  private boolean indents(List<LaidPage> pages) {
    int indented = 0;
    int flush = 0;
    for (LaidPage page : pages) {
      Item.Flow a = null;
      for (Item item : page.items()) {
        Item.Flow b = item instanceof Item.Flow f ? f : null;
        if (a != null && b != null && a.column() == b.column()) {
          Margins m = margins.of(page.page(), b.column());
          float size = a.line().size();
          boolean back = b.line().x0() - m.left() < 0.5f * size;
          float by = a.line().x0() - m.left();
          boolean full = a.line().x1() + b.line().firstWord() > m.right();
          if (full && back && Numbering.of(a.line().text()).style() == Numbering.Style.NONE) {
            if (by > INDENT * size && by < FIRST_LINE_INDENT_MOST * size) {
              indented++;
            } else if (by < 0.5f * size) {
              flush++;
            }
          }
        }
        a = b;
      }
    }
    return indented >= 2 && indented * 8 > flush;
  }

  private void page(LaidPage page) {
    Item.Flow before = null;
    boolean first = true;
    int index = 0;
    int notes = Footnotes.from(page, typography.bodySize());
    for (Item item : page.items()) {
      if (item instanceof Item.Table table) {
        table(page, table, first);
        before = null;
      } else if (item instanceof Item.Flow flow) {
        boolean note = index >= notes;
        line(page, flow, before, note);
        before = flow;
        if (!note) {
          open = null;
        }
      }
      first = false;
      index++;
    }
  }

  private void line(LaidPage page, Item.Flow flow, Item.@Nullable Flow before, boolean note) {
    Line line = flow.line();
    Margins m = margins.of(page.page(), flow.column());
    Draft to = null;
    if (before != null && before.column() == flow.column()) {
      Draft last = drafts.getLast();
      if (note == (last.kind == BlockKind.NOTE) && continues(last, line, m)) {
        to = last;
      }
    } else if (!note) {
      Draft last = lastText(page, before);
      if (last != null && carriesOn(last, line, m)) {
        to = last;
      }
    }
    if (to != null) {
      to.lines.add(line);
      return;
    }
    Draft draft = new Draft(line, m);
    if (note) {
      draft.kind = BlockKind.NOTE;
    }
    drafts.add(draft);
  }

  /** The paragraph that may go on at the head of a column: the last one but for footnotes. */
  private @Nullable Draft lastText(LaidPage page, Item.@Nullable Flow before) {
    for (int i = drafts.size() - 1; i >= 0; i--) {
      Draft d = drafts.get(i);
      if (d.kind == BlockKind.NOTE) {
        continue;
      }
      boolean near =
          d.last().page() == page.page() ? before != null : d.last().page() == page.page() - 1;
      return d.kind == BlockKind.PARAGRAPH && near ? d : null;
    }
    return null;
  }

  private boolean sameLook(Line a, Line b) {
    float same = a.ocr() || b.ocr() ? SAME_SIZE_OCR : SAME_SIZE;
    return Math.abs(a.size() - b.size()) <= same * Math.max(a.size(), b.size())
        && a.frame().turn() == b.frame().turn();
  }

  /** Whether a line goes on with the paragraph right above it. */
  private boolean continues(Draft d, Line b, Margins m) {
    Line a = d.last();
    if (!sameLook(a, b) || a.leader() || b.leader()) {
      return false;
    }
    float size = a.size();
    float pitch = b.base() - a.base();
    float usual = Math.max(typography.pitch(size), 0);
    if (d.lines.size() > 1 && d.lines.get(d.lines.size() - 2).page() == a.page()) {
      usual = Math.max(a.base() - d.lines.get(d.lines.size() - 2).base(), size);
    }
    if (pitch > 1.22f * usual + 0.5f || pitch < 0.5f * size) {
      return false;
    }
    Numbering number = Numbering.of(b.text());
    if (number.style() != Numbering.Style.NONE && !inSentence(a, number, m)) {
      return false;
    }
    boolean centred = centred(a, m) && centred(b, m);
    if (centred && a.bold() == b.bold() && size > 1.12f * typography.bodySize()) {
      return true;
    }
    if (!full(a, b, m.right()) && !brokenEarly(a, b, m)) {
      return false;
    }
    float shift = b.x0() - a.x0();
    boolean one = d.lines.size() == 1;
    if (shift > INDENT * size) {
      return one && d.numbering.style() != Numbering.Style.NONE && shift < 6 * size;
    }
    if (shift < -INDENT * size && !one) {
      return false;
    }
    float by = b.x0() - m.left();
    boolean numbered = d.numbering.style() != Numbering.Style.NONE;
    return !(firstLineIndent
        && !numbered
        && one
        && by > INDENT * size
        && by < FIRST_LINE_INDENT_MOST * size
        && Chars.terminal(d.lastChar()));
  }

  /**
   * Whether a line ends early although the sentence goes on, in a document that shows by space or
   * indent where paragraphs begin: the block may be narrower than its column, or the next words
   * were kept together.
   */
  private boolean brokenEarly(Line a, Line b, Margins m) {
    boolean shown =
        typography.spacedParagraphs() || (firstLineIndent && b.x0() - m.left() < 0.6f * b.size());
    return shown
        && a.x1() + b.firstWord() + BROKEN_EARLY * a.size() > m.right()
        && !Chars.terminal(a.text().charAt(a.text().length() - 1));
  }

  /** Whether what looks like a number at a line's head only stands there by chance. */
  private static boolean inSentence(Line a, Numbering number, Margins m) {
    char last = a.text().charAt(a.text().length() - 1);
    return number.style() != Numbering.Style.BULLET
        && number.style() != Numbering.Style.CHAPTER
        && a.x1() > m.right() - 2 * a.size()
        && !Chars.terminal(last)
        && last != '、'
        && last != '，';
  }

  private static boolean full(Line a, Line b, float right) {
    return a.x1() + b.firstWord() + 0.4f * a.size() > right;
  }

  private static boolean centred(Line line, Margins m) {
    float before = line.x0() - m.left();
    float after = m.right() - line.x1();
    return before > 2 * line.size()
        && after > 2 * line.size()
        && Math.abs(before - after) < 1.5f * line.size();
  }

  /** Whether a line at the head of a column or page goes on with the last paragraph before it. */
  private boolean carriesOn(Draft d, Line b, Margins m) {
    Line a = d.last();
    if (!sameLook(a, b)
        || a.bold() != b.bold()
        || a.leader()
        || b.leader()
        || Numbering.of(b.text()).style() != Numbering.Style.NONE
        || !full(a, b, d.margins.right())) {
      return false;
    }
    float by = b.x0() - m.left();
    float was = (d.lines.size() > 1 ? a.x0() : a.x0() - 2 * a.size()) - d.margins.left();
    if (by > INDENT * b.size() && by > was + INDENT * b.size()) {
      return false;
    }
    if (firstLineIndent && by > INDENT * b.size() && d.numbering.style() == Numbering.Style.NONE) {
      return false;
    }
    return firstLineIndent || !Chars.terminal(d.lastChar());
  }

  private void table(LaidPage page, Item.Table table, boolean first) {
    OpenTable on = open;
    boolean goesOn =
        on != null && first && on.page == page.page() - 1 && sameEdges(on.edges, table.edges());
    if (!goesOn) {
      on = new OpenTable();
      on.number = tables++;
      on.edges = table.edges();
    }
    on.page = page.page();
    int offset = on.rows;
    int skip = goesOn && repeatsHeader(table, on) ? 1 : 0;
    boolean carried = goesOn && carriesRow(table, skip, on);
    if (carried) {
      offset--;
    }
    int rows = on.rows;
    for (Item.Cell cell : table.cells()) {
      int row = cell.row() - skip;
      if (row < 0) {
        continue;
      }
      Draft last = carried && row == 0 ? on.lastRow.get(cell.column()) : null;
      if (last != null) {
        last.lines.addAll(cell.lines());
        continue;
      }
      Draft draft = new Draft(cell.lines().getFirst(), new Margins(0, 0));
      draft.lines.addAll(cell.lines().subList(1, cell.lines().size()));
      draft.kind = BlockKind.TABLE_CELL;
      draft.cell = new CellPosition(on.number, offset + row, cell.column());
      drafts.add(draft);
      if (offset + row + 1 > rows) {
        rows = offset + row + 1;
        on.lastRow.clear();
      }
      on.lastRow.put(cell.column(), draft);
      if (offset + row == 0) {
        on.header.put(cell.column(), text(cell));
      }
    }
    on.rows = rows;
    open = on;
  }

  private static boolean sameEdges(float[] a, float[] b) {
    if (a.length != b.length) {
      return false;
    }
    for (int i = 0; i < a.length; i++) {
      boolean outer = i == 0 || i == a.length - 1;
      if (Math.abs(a[i] - b[i]) > (outer ? 12 : 6)) {
        return false;
      }
    }
    return true;
  }

  private static boolean repeatsHeader(Item.Table table, OpenTable on) {
    Map<Integer, String> row = new HashMap<>();
    for (Item.Cell cell : table.cells()) {
      if (cell.row() == 0) {
        row.put(cell.column(), text(cell));
      }
    }
    return !on.header.isEmpty() && row.equals(on.header);
  }

  /** Whether the first row goes on with the last one before the page break. */
  private static boolean carriesRow(Item.Table table, int skip, OpenTable on) {
    boolean any = false;
    for (Item.Cell cell : table.cells()) {
      if (cell.row() == skip) {
        any = true;
        Draft before = on.lastRow.get(cell.column());
        if (cell.column() == 0 || before == null || Chars.terminal(before.lastChar())) {
          return false;
        }
      }
    }
    return any;
  }

  private static String text(Item.Cell cell) {
    StringBuilder out = new StringBuilder();
    cell.lines().forEach(line -> out.append(line.text()));
    return out.toString();
  }
}
