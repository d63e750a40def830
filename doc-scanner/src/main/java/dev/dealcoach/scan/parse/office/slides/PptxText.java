package dev.dealcoach.scan.parse.office.slides;

import dev.dealcoach.scan.parse.office.ooxml.OoxmlReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * A paragraph of DrawingML. Immutable.
 *
 * @param raw its text, soft line breaks as line feeds
 * @param level depth in the outline, from 0
 * @param bulleted null if the paragraph itself does not say
 * @param size of its largest text in hundredths of a point, 0 if it does not say
 */
record PptxText(String raw, int level, @Nullable Boolean bulleted, int size) {
  /** Reads a paragraph; the reader stands at its begin. */
  static PptxText paragraph(OoxmlReader in) throws XMLStreamException {
    StringBuilder raw = new StringBuilder();
    int level = 0;
    Boolean bulleted = null;
    int size = 0;
    int parent = in.depth();
    while (in.nextChild(parent)) {
      switch (in.name()) {
        case "a:pPr" -> {
          level = Math.clamp(in.number("lvl", 0), 0, 8);
          bulleted = Bullets.readProperties(in);
        }
        case "a:r" -> size = Math.max(size, run(in, raw));
        case "a:fld" -> {
          // a slide's number or today's date is no text of the author
          String type = in.attribute("type", "");
          if (!type.equals("slidenum") && !type.startsWith("datetime")) {
            size = Math.max(size, run(in, raw));
          }
        }
        case "a:br" -> raw.append('\n');
        case "mc:AlternateContent" -> formula(in, raw);
        default -> {
          // what the end of the paragraph looks like
        }
      }
    }
    return new PptxText(raw.toString(), level, bulleted, size);
  }

  private static int run(OoxmlReader in, StringBuilder raw) throws XMLStreamException {
    int size = 0;
    int parent = in.depth();
    while (in.nextChild(parent)) {
      if (in.at("a:rPr")) {
        size = (int) in.number("sz", 0);
      } else if (in.at("a:t")) {
        raw.append(in.text());
      }
    }
    return size;
  }

  private static void formula(OoxmlReader in, StringBuilder raw) throws XMLStreamException {
    int parent = in.depth();
    boolean taken = false;
    while (in.nextChild(parent)) {
      if (!taken && (in.at("mc:Choice") || in.at("mc:Fallback"))) {
        taken = true;
        int choice = in.depth();
        while (in.next() && in.depth() >= choice) {
          if (in.at("m:t") || in.at("a:t")) {
            raw.append(in.text());
          }
        }
      }
    }
  }

  /**
   * A table of DrawingML.
   *
   * @param height of all rows together
   */
  record PptxTable(List<SlideShape.Cell> cells, long height) {
    PptxTable {
      cells = List.copyOf(cells);
    }
  }

  /** Reads a table; the reader stands at its begin. */
  static PptxTable table(OoxmlReader in) throws XMLStreamException {
    List<SlideShape.Cell> cells = new ArrayList<>();
    long height = 0;
    int row = 0;
    int parent = in.depth();
    while (in.nextChild(parent)) {
      if (in.at("a:tr")) {
        height += Math.max(0, in.number("h", 0));
        int column = 0;
        int inRow = in.depth();
        while (in.nextChild(inRow)) {
          if (in.at("a:tc")) {
            boolean covered = covered(in, "hMerge") || covered(in, "vMerge");
            List<String> paragraphs = cell(in);
            if (!covered) {
              cells.add(new SlideShape.Cell(row, column, paragraphs));
            }
            column++;
          }
        }
        row++;
      }
    }
    return new PptxTable(cells, height);
  }

  private static boolean covered(OoxmlReader in, String merge) {
    String value = in.attribute(merge, "0");
    return value.equals("1") || value.equals("true");
  }

  private static List<String> cell(OoxmlReader in) throws XMLStreamException {
    List<String> paragraphs = new ArrayList<>();
    int parent = in.depth();
    while (in.next() && in.depth() >= parent) {
      if (in.at("a:p")) {
        paragraphs.add(paragraph(in).raw());
      }
    }
    return paragraphs;
  }
}
