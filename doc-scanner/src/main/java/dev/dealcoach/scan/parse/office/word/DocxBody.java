package dev.dealcoach.scan.parse.office.word;

import dev.dealcoach.scan.parse.BlockKind;
import dev.dealcoach.scan.parse.BlockOrigin;
import dev.dealcoach.scan.parse.CellPosition;
import dev.dealcoach.scan.parse.Unread;
import dev.dealcoach.scan.parse.draft.DocumentDraft;
import dev.dealcoach.scan.parse.office.ooxml.OoxmlPackage;
import dev.dealcoach.scan.parse.office.ooxml.OoxmlReader;
import dev.dealcoach.scan.parse.office.word.DocxStyles.ParagraphMarks;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * Walks through the main text of a DOCX in reading order and hands out its paragraphs, empty ones
 * too: tables cell by cell, after each paragraph what hangs on it (footnotes, text boxes, charts).
 * Inserted text is read and deleted text is not; hidden text, headers, footers and comments are
 * not. For one file and thread; {@link #read} is called once.
 */
public final class DocxBody {
  private final OoxmlPackage file;
  private final String mainPart;
  private final DocumentDraft draft;
  private final DocxStyles styles;
  private final DocxRuns runs;
  private Consumer<DocxParagraph> out;

  private int paragraph = -1;
  private int tables;
  // text of a paragraph whose end mark was deleted: it goes on in the next paragraph
  private @Nullable DocxText carried;

  /**
   * Where the walk is.
   *
   * @param cell the table cell around, null outside tables
   * @param own whether paragraphs here are the body's own, so that they are counted
   * @param note whether this is a footnote or endnote
   * @param host run that all this hangs on, -1 in the main text
   * @param depth how many tables and text boxes are around
   */
  record Place(@Nullable CellPosition cell, boolean own, boolean note, int host, int depth) {
    Place inside() {
      return own ? new Place(cell, false, note, host, depth) : this;
    }

    Place box(int run) {
      return new Place(cell, false, note, host >= 0 ? host : run, depth + 1);
    }

    Place cell(CellPosition position) {
      return new Place(position, false, note, host, depth + 1);
    }
  }

  /**
   * A walk through an open file.
   *
   * @param draft watches the limits and learns what could not be read; takes no blocks from here
   * @param out is called for each paragraph in reading order
   */
  public DocxBody(OoxmlPackage file, DocumentDraft draft, Consumer<DocxParagraph> out)
      throws IOException, XMLStreamException {
    this.file = file;
    this.draft = draft;
    this.out = out;
    this.mainPart = file.mainPart();
    this.styles = DocxStyles.read(file, mainPart);
    this.runs = new DocxRuns(this, file, mainPart, draft, styles);
  }

  /** The name of the part with the main text. */
  public String mainPart() {
    return mainPart;
  }

  /** Reads the whole text. */
  public void read() throws IOException, XMLStreamException {
    runs.footnotes(readNotes("/footnotes", "w:footnote"), readNotes("/endnotes", "w:endnote"));
    paragraph = -1;
    tables = 0;
    try (OoxmlReader in = file.read(mainPart)) {
      while (in.next() && !draft.full()) {
        if (in.at("w:body")) {
          content(in, new Place(null, true, false, -1, 0));
        }
      }
    }
  }

  /** How many tables the main text has, once it is read. */
  int tables() {
    return tables;
  }

  /** The pictures of the main text in reading order, once it is read. */
  List<DocxPicture> pictures() {
    return runs.pictures();
  }

  /** The number of the body's own paragraph that the walk has reached, from 0. */
  int number() {
    return Math.max(0, paragraph);
  }

  private Map<String, List<DocxParagraph>> readNotes(String type, String element)
      throws IOException, XMLStreamException {
    Map<String, List<DocxParagraph>> notes = new HashMap<>();
    var part = file.targetOfType(mainPart, type);
    if (part.isEmpty()) {
      return notes;
    }
    Consumer<DocxParagraph> main = out;
    try (OoxmlReader in = file.read(part.get())) {
      while (in.next()) {
        // separators are notes too, of a type of their own
        if (in.at(element) && "normal".equals(in.attribute("type", "normal"))) {
          List<DocxParagraph> texts = new ArrayList<>();
          out = texts::add;
          notes.put(in.attribute("id", ""), texts);
          content(in, new Place(null, false, true, 0, 0));
        }
      }
    } finally {
      out = main;
    }
    return notes;
  }

  /** Reads paragraphs and tables that are children of the element the reader stands at. */
  void content(OoxmlReader in, Place place) throws IOException, XMLStreamException {
    int parent = in.depth();
    while (in.nextChild(parent) && !draft.full()) {
      child(in, place);
    }
    flushCarried(place);
  }

  private void child(OoxmlReader in, Place place) throws IOException, XMLStreamException {
    switch (in.name()) {
      case "w:p" -> paragraph(in, place);
      case "w:tbl" -> table(in, place);
      case "w:sdt", "w:sdtContent", "w:customXml", "w:smartTag", "w:ins", "w:moveTo" ->
          wrapped(in, place.inside());
      case "mc:AlternateContent" -> {
        int parent = in.depth();
        boolean taken = false;
        while (in.nextChild(parent)) {
          if (!taken && (in.at("mc:Choice") || in.at("mc:Fallback"))) {
            taken = true;
            wrapped(in, place.inside());
          }
        }
      }
      case "w:altChunk" -> draft.unread(null, Unread.Reason.EMBEDDED);
      default -> {
        // section properties, bookmarks, deleted content
      }
    }
  }

  private void wrapped(OoxmlReader in, Place place) throws IOException, XMLStreamException {
    int parent = in.depth();
    while (in.nextChild(parent) && !draft.full()) {
      child(in, place);
    }
  }

  private void paragraph(OoxmlReader in, Place place) throws IOException, XMLStreamException {
    draft.check();
    if (place.own()) {
      paragraph++;
    }
    DocxText text = carried == null ? new DocxText() : carried;
    carried = null;
    ParagraphMarks marks = new ParagraphMarks();
    runs.read(in, place, marks, text);
    if (marks.markDeleted) {
      carried = text;
      return;
    }
    emit(marks, text, place);
  }

  private void flushCarried(Place place) {
    if (carried != null) {
      DocxText text = carried;
      carried = null;
      emit(new ParagraphMarks(), text, place);
    }
  }

  private void emit(ParagraphMarks marks, DocxText text, Place place) {
    BlockKind kind = BlockKind.PARAGRAPH;
    int level = 0;
    int heading = styles.headingLevel(marks);
    int list = styles.listLevel(marks);
    if (place.note()) {
      kind = BlockKind.NOTE;
    } else if (place.cell() != null) {
      kind = BlockKind.TABLE_CELL;
    } else if (heading > 0) {
      kind = BlockKind.HEADING;
      level = heading;
    } else if (styles.title(marks)) {
      kind = BlockKind.HEADING;
      level = 1;
    } else if (styles.caption(marks)) {
      kind = BlockKind.CAPTION;
    } else if (list > 0) {
      kind = BlockKind.LIST_ITEM;
      level = list;
    }
    var look =
        new DocxParagraph.Look(
            text.bold(), text.halfPoints(), list > 0 && styles.chineseNumbered(marks));
    out.accept(
        new DocxParagraph(
            kind,
            level,
            kind == BlockKind.HEADING && heading == 0,
            text.raw(),
            text.pieces(),
            origin(place),
            kind == BlockKind.TABLE_CELL ? place.cell() : null,
            look,
            place.host()));
    text.hanging().forEach(out);
  }

  /** Where a paragraph at this place of the walk stands. */
  BlockOrigin origin(Place place) {
    CellPosition cell = place.cell();
    return cell == null
        ? new BlockOrigin.Paragraph(number())
        : new BlockOrigin.Cell(cell.table(), cell.row(), cell.column());
  }

  /** Reads the content of a text box into a list instead of handing it out at once. */
  void box(OoxmlReader in, Place place, List<DocxParagraph> into)
      throws IOException, XMLStreamException {
    draft.checkDepth(place.depth());
    Consumer<DocxParagraph> around = out;
    DocxText carriedAround = carried;
    carried = null;
    out = into::add;
    try {
      content(in, place);
    } finally {
      out = around;
      carried = carriedAround;
    }
  }

  private void table(OoxmlReader in, Place place) throws IOException, XMLStreamException {
    draft.checkDepth(place.depth() + 1);
    flushCarried(place);
    // a table inside a note has no number: its cells are read as paragraphs of the note
    int number = place.note() ? -1 : tables++;
    rows(in, place, number, new int[] {0});
  }

  private void rows(OoxmlReader in, Place place, int table, int[] row)
      throws IOException, XMLStreamException {
    int parent = in.depth();
    while (in.nextChild(parent) && !draft.full()) {
      switch (in.name()) {
        case "w:tr" -> {
          row(in, place, table, row[0], new int[] {0});
          row[0]++;
        }
        case "w:sdt", "w:sdtContent", "w:customXml", "w:ins", "w:moveTo" ->
            rows(in, place, table, row);
        default -> {
          // table properties and grid
        }
      }
    }
  }

  private void row(OoxmlReader in, Place place, int table, int row, int[] column)
      throws IOException, XMLStreamException {
    int parent = in.depth();
    boolean gone = false;
    while (in.nextChild(parent) && !draft.full()) {
      switch (in.name()) {
        case "w:trPr" -> {
          int properties = in.depth();
          while (in.nextChild(properties)) {
            switch (in.name()) {
              case "w:gridBefore" -> column[0] += Math.clamp(in.number("val", 0), 0, 1000);
              case "w:del" -> gone = true;
              case "w:hidden" -> gone = in.on();
              default -> {
                // height, header row
              }
            }
          }
        }
        case "w:tc" -> {
          if (!gone) {
            cell(in, place, table, row, column);
          }
        }
        case "w:sdt", "w:sdtContent", "w:customXml" -> {
          if (!gone) {
            row(in, place, table, row, column);
          }
        }
        default -> {
          // exceptions to the table's properties
        }
      }
    }
  }

  private void cell(OoxmlReader in, Place place, int table, int row, int[] column)
      throws IOException, XMLStreamException {
    int parent = in.depth();
    Place inside = place.note() ? place : place.cell(new CellPosition(table, row, column[0]));
    int span = 1;
    boolean covered = false;
    while (in.nextChild(parent) && !draft.full()) {
      if (in.at("w:tcPr")) {
        int properties = in.depth();
        while (in.nextChild(properties)) {
          switch (in.name()) {
            case "w:gridSpan" -> span = Math.clamp(in.number("val", 1), 1, 1000);
            // a cell that goes on the merged one above it; Word shows nothing of its own text
            case "w:vMerge" -> covered = !"restart".equals(in.attribute("val"));
            case "w:cellDel" -> covered = true;
            default -> {
              // width, borders
            }
          }
        }
      } else if (!covered) {
        child(in, inside);
      }
    }
    flushCarried(inside);
    column[0] += span;
  }
}
