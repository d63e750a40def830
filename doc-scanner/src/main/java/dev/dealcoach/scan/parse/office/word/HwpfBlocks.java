package dev.dealcoach.scan.parse.office.word;

import dev.dealcoach.scan.parse.BlockKind;
import dev.dealcoach.scan.parse.BlockOrigin;
import dev.dealcoach.scan.parse.CellPosition;
import dev.dealcoach.scan.parse.draft.DocumentDraft;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.model.StyleDescription;
import org.apache.poi.hwpf.usermodel.Notes;
import org.apache.poi.hwpf.usermodel.Paragraph;
import org.apache.poi.hwpf.usermodel.Range;
import org.apache.poi.hwpf.usermodel.Table;
import org.apache.poi.hwpf.usermodel.TableCell;
import org.apache.poi.hwpf.usermodel.TableRow;
import org.jspecify.annotations.Nullable;

/** Makes blocks of a DOC file's paragraphs, tables, notes and text boxes. For one file. */
final class HwpfBlocks {
  // the style number that stands for "no style"
  private static final int NO_STYLE = 0xFFF;
  private static final int LONGEST_CHAIN = 20;

  /** Edges of cells that are nearer than this many twentieths of a point are the same column. */
  private static final int SAME_EDGE = 40;

  private final HWPFDocument document;
  private final DocumentDraft draft;
  private final WordOutline outline;
  private int paragraph = -1;
  private int tables;

  HwpfBlocks(HWPFDocument document, DocumentDraft draft) {
    this.document = document;
    this.draft = draft;
    this.outline = new WordOutline(draft);
  }

  /** Adds all blocks of the file. */
  void add() {
    add(document.getRange(), 0, null);
    Range boxes = document.getMainTextboxRange();
    for (int i = 0; i < boxes.numParagraphs(); i++) {
      addParagraph(boxes.getParagraph(i), null, false);
    }
    outline.finish();
  }

  /** Adds the paragraphs of a range; those deeper in tables than {@code level} as tables. */
  private void add(Range range, int level, @Nullable CellPosition cell) {
    draft.checkDepth(level);
    int count = range.numParagraphs();
    int i = 0;
    while (i < count && !draft.full()) {
      draft.check();
      Paragraph next = range.getParagraph(i);
      if (next.isInTable() && next.getTableLevel() > level) {
        Table table = range.getTable(next);
        addTable(table, level + 1);
        i += Math.max(1, table.numParagraphs());
      } else {
        if (level == 0) {
          paragraph++;
        }
        addParagraph(next, cell, level == 0);
        i++;
      }
    }
  }

  private void addTable(Table table, int level) {
    int number = tables++;
    NavigableSet<Integer> edges = edges(table);
    for (int row = 0; row < table.numRows(); row++) {
      TableRow cells = table.getRow(row);
      for (int i = 0; i < cells.numCells(); i++) {
        TableCell cell = cells.getCell(i);
        boolean covered =
            (cell.isMerged() && !cell.isFirstMerged())
                || (cell.isVerticallyMerged() && !cell.isFirstVerticallyMerged());
        if (!covered) {
          int column = edges.headSet(cell.getLeftEdge() + SAME_EDGE / 2).size() - 1;
          add(cell, level, new CellPosition(number, row, Math.max(0, column)));
        }
      }
    }
  }

  /** The left edges of a table's columns. */
  private static NavigableSet<Integer> edges(Table table) {
    NavigableSet<Integer> edges = new TreeSet<>();
    for (int row = 0; row < table.numRows(); row++) {
      TableRow cells = table.getRow(row);
      for (int i = 0; i < cells.numCells(); i++) {
        int left = cells.getCell(i).getLeftEdge();
        Integer near = edges.ceiling(left - SAME_EDGE / 2);
        if (near == null || near > left + SAME_EDGE / 2) {
          edges.add(left);
        }
      }
    }
    return edges;
  }

  private void addParagraph(Paragraph from, @Nullable CellPosition cell, boolean main) {
    HwpfText text = HwpfText.of(from);
    BlockOrigin origin =
        cell == null
            ? new BlockOrigin.Paragraph(Math.max(0, paragraph))
            : new BlockOrigin.Cell(cell.table(), cell.row(), cell.column());
    if (cell != null) {
      draft.add(BlockKind.TABLE_CELL, 0, text.raw(), origin, cell);
    } else {
      Role role = role(from);
      int index = draft.add(role.kind(), role.level(), text.raw(), origin);
      if (index >= 0) {
        var look = new DocxParagraph.Look(text.bold(), text.halfPoints(), false);
        outline.add(index, look, role.title(), main);
      }
    }
    addNotes(from, document.getFootnotes(), document.getFootnoteRange(), origin);
    addNotes(from, document.getEndnotes(), document.getEndnoteRange(), origin);
  }

  /** Adds the notes whose marks stand in a paragraph. */
  private void addNotes(Paragraph from, Notes notes, Range texts, BlockOrigin origin) {
    for (int i = 0; i < notes.getNotesCount(); i++) {
      int anchor = notes.getNoteAnchorPosition(i);
      if (anchor >= from.getStartOffset() && anchor < from.getEndOffset()) {
        int base = texts.getStartOffset();
        Range note =
            new Range(
                base + notes.getNoteTextStartOffset(i),
                base + notes.getNoteTextEndOffset(i),
                document);
        for (int k = 0; k < note.numParagraphs(); k++) {
          draft.add(BlockKind.NOTE, 0, HwpfText.of(note.getParagraph(k)).raw(), origin);
        }
      }
    }
  }

  private record Role(BlockKind kind, int level, boolean title) {}

  private Role role(Paragraph from) {
    int heading = headingLevel(from);
    if (heading > 0) {
      return new Role(BlockKind.HEADING, heading, false);
    }
    for (String name : styleNames(from)) {
      if (StyleNames.isTitle(name)) {
        return new Role(BlockKind.HEADING, 1, true);
      }
      if (StyleNames.isCaption(name)) {
        return new Role(BlockKind.CAPTION, 0, false);
      }
    }
    return from.getIlfo() > 0
        ? new Role(BlockKind.LIST_ITEM, Math.clamp(from.getIlvl(), 0, 8) + 1, false)
        : new Role(BlockKind.PARAGRAPH, 0, false);
  }

  private int headingLevel(Paragraph from) {
    int outlineLevel = from.getLvl();
    if (outlineLevel >= 0 && outlineLevel < 9) {
      return outlineLevel + 1;
    }
    return styleNames(from).stream()
        .mapToInt(StyleNames::headingLevel)
        .filter(level -> level > 0)
        .findFirst()
        .orElse(0);
  }

  /** The names of a paragraph's style and of those it is based on. */
  private java.util.List<String> styleNames(Paragraph from) {
    java.util.List<String> names = new java.util.ArrayList<>();
    int index = from.getStyleIndex();
    for (int i = 0; i < LONGEST_CHAIN && index != NO_STYLE; i++) {
      if (index < 0 || index >= document.getStyleSheet().numStyles()) {
        break;
      }
      StyleDescription style = document.getStyleSheet().getStyleDescription(index);
      if (style == null) {
        break;
      }
      names.add(StyleNames.plain(String.valueOf(style.getName())));
      index = style.getBaseStyle();
    }
    return names;
  }
}
