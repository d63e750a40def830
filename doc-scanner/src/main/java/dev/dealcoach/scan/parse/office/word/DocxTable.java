package dev.dealcoach.scan.parse.office.word;

import dev.dealcoach.scan.parse.CellPosition;
import dev.dealcoach.scan.parse.draft.DocumentDraft;
import dev.dealcoach.scan.parse.office.ooxml.OoxmlReader;
import dev.dealcoach.scan.parse.office.word.DocxBody.Place;
import java.io.IOException;
import javax.xml.stream.XMLStreamException;

/**
 * Walks through a table of a DOCX cell by cell and finds each cell's row and column of the grid.
 * For one table.
 */
final class DocxTable {
  // more columns than any page holds; keeps a hostile number from overflowing
  private static final int WIDEST = 1000;

  private final DocxBody body;
  private final DocumentDraft draft;
  private final Place around;
  private final int table;
  private int row = -1;
  private int column;

  DocxTable(DocxBody body, DocumentDraft draft, Place around, int table) {
    this.body = body;
    this.draft = draft;
    this.around = around;
    this.table = table;
  }

  /** Reads the table; the reader stands at its begin. */
  void read(OoxmlReader in) throws IOException, XMLStreamException {
    int parent = in.depth();
    while (in.nextChild(parent) && !draft.full()) {
      switch (in.name()) {
        case "w:tr" -> {
          row++;
          column = 0;
          row(in);
        }
        case "w:sdt", "w:sdtContent", "w:customXml", "w:ins", "w:moveTo" -> read(in);
        default -> {
          // table properties and grid
        }
      }
    }
  }

  private void row(OoxmlReader in) throws IOException, XMLStreamException {
    int parent = in.depth();
    boolean gone = false;
    while (in.nextChild(parent) && !draft.full()) {
      switch (in.name()) {
        case "w:trPr" -> {
          int properties = in.depth();
          while (in.nextChild(properties)) {
            switch (in.name()) {
              case "w:gridBefore" -> column += Math.clamp(in.number("val", 0), 0, WIDEST);
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
            cell(in);
          }
        }
        case "w:sdt", "w:sdtContent", "w:customXml" -> {
          if (!gone) {
            row(in);
          }
        }
        default -> {
          // exceptions to the table's properties
        }
      }
    }
  }

  private void cell(OoxmlReader in) throws IOException, XMLStreamException {
    int parent = in.depth();
    Place inside = around.note() ? around : around.cell(new CellPosition(table, row, column));
    int span = 1;
    boolean covered = false;
    while (in.nextChild(parent) && !draft.full()) {
      if (in.at("w:tcPr")) {
        int properties = in.depth();
        while (in.nextChild(properties)) {
          switch (in.name()) {
            case "w:gridSpan" -> span = Math.clamp(in.number("val", 1), 1, WIDEST);
            // a cell that goes on the merged one above it; Word shows nothing of its own text
            case "w:vMerge" -> covered = !"restart".equals(in.attribute("val"));
            case "w:cellDel" -> covered = true;
            default -> {
              // width, borders
            }
          }
        }
      } else if (!covered) {
        body.child(in, inside);
      }
    }
    body.flushCarried(inside);
    column += span;
  }
}
