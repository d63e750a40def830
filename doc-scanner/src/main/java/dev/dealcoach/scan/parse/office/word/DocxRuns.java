package dev.dealcoach.scan.parse.office.word;

import dev.dealcoach.scan.parse.BlockKind;
import dev.dealcoach.scan.parse.Unread;
import dev.dealcoach.scan.parse.draft.DocumentDraft;
import dev.dealcoach.scan.parse.office.ooxml.DrawingText;
import dev.dealcoach.scan.parse.office.ooxml.OoxmlPackage;
import dev.dealcoach.scan.parse.office.ooxml.OoxmlReader;
import dev.dealcoach.scan.parse.office.word.DocxBody.Place;
import dev.dealcoach.scan.parse.office.word.DocxStyles.ParagraphMarks;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** Reads what stands inside one paragraph of a DOCX. For one file and thread. */
final class DocxRuns {
  private final DocxBody body;
  private final OoxmlPackage file;
  private final String mainPart;
  private final DocumentDraft draft;
  private final DocxStyles styles;
  private Map<String, List<DocxParagraph>> footnotes = Map.of();
  private Map<String, List<DocxParagraph>> endnotes = Map.of();

  private final List<DocxPicture> pictures = new ArrayList<>();

  private FieldStack fields = new FieldStack();
  private boolean paragraphBold;
  private int paragraphSize;

  /** The format of a run, as far as it matters. */
  private static final class RunMarks {
    boolean hidden;
    boolean bold;
    int size;
  }

  DocxRuns(
      DocxBody body, OoxmlPackage file, String mainPart, DocumentDraft draft, DocxStyles styles) {
    this.body = body;
    this.file = file;
    this.mainPart = mainPart;
    this.draft = draft;
    this.styles = styles;
  }

  /** Sets the notes that references lead to, by id. */
  void footnotes(
      Map<String, List<DocxParagraph>> footnotesById,
      Map<String, List<DocxParagraph>> endnotesById) {
    this.footnotes = footnotesById;
    this.endnotes = endnotesById;
  }

  /** Reads a paragraph; the reader stands at its begin. */
  void read(OoxmlReader in, Place place, ParagraphMarks marks, DocxText text)
      throws IOException, XMLStreamException {
    boolean boldAround = paragraphBold;
    int sizeAround = paragraphSize;
    FieldStack fieldsAround = fields;
    fields = new FieldStack();
    paragraphBold = styles.bold(null);
    paragraphSize = styles.halfPoints(null);
    inline(in, place, marks, text);
    fields = fieldsAround;
    paragraphBold = boldAround;
    paragraphSize = sizeAround;
  }

  private void inline(OoxmlReader in, Place place, ParagraphMarks marks, DocxText text)
      throws IOException, XMLStreamException {
    int parent = in.depth();
    while (in.nextChild(parent)) {
      switch (in.name()) {
        case "w:pPr" -> {
          marks.read(in);
          paragraphBold = styles.bold(marks.style);
          paragraphSize = styles.halfPoints(marks.style);
        }
        case "w:r", "m:r" -> run(in, place, text);
        case "w:hyperlink",
            "w:smartTag",
            "w:sdt",
            "w:sdtContent",
            "w:customXml",
            "w:ins",
            "w:moveTo",
            "w:fldSimple",
            "w:bdo",
            "w:dir" ->
            inline(in, place, marks, text);
        case "mc:AlternateContent" -> {
          int choices = in.depth();
          boolean taken = false;
          while (in.nextChild(choices)) {
            if (!taken && (in.at("mc:Choice") || in.at("mc:Fallback"))) {
              taken = true;
              inline(in, place, marks, text);
            }
          }
        }
        default -> {
          if (in.name().startsWith("m:") && !in.name().endsWith("Pr")) {
            inline(in, place, marks, text);
          }
          // else deleted text, bookmarks, comment marks
        }
      }
    }
  }

  private void run(OoxmlReader in, Place place, DocxText text)
      throws IOException, XMLStreamException {
    RunMarks marks = new RunMarks();
    marks.bold = paragraphBold;
    marks.size = paragraphSize;
    runContent(in, place, text, marks, in.element());
  }

  private void runContent(OoxmlReader in, Place place, DocxText text, RunMarks marks, int run)
      throws IOException, XMLStreamException {
    int parent = in.depth();
    while (in.nextChild(parent)) {
      if (in.at("w:rPr")) {
        properties(in, marks);
      } else if (in.at("w:fldChar")) {
        field(in.attribute("fldCharType", ""));
      } else if (!marks.hidden && fields.shown()) {
        piece(in, place, text, marks, run);
      }
    }
  }

  private void properties(OoxmlReader in, RunMarks marks) throws XMLStreamException {
    int parent = in.depth();
    while (in.nextChild(parent)) {
      switch (in.name()) {
        case "w:rStyle" -> {
          String style = in.attribute("val");
          if (style != null) {
            marks.hidden |= styles.hidden(style);
            marks.bold |= styles.bold(style);
          }
        }
        case "w:b" -> marks.bold = in.on();
        case "w:vanish" -> marks.hidden = in.on();
        case "w:sz" -> marks.size = (int) in.number("val", marks.size);
        default -> {
          // colour, font: no matter
        }
      }
    }
  }

  private void field(String type) {
    switch (type) {
      case "begin" -> fields.begin();
      case "separate" -> fields.separate();
      default -> fields.end();
    }
  }

  private void piece(OoxmlReader in, Place place, DocxText text, RunMarks marks, int run)
      throws IOException, XMLStreamException {
    int element = in.element();
    switch (in.name()) {
      case "w:t", "m:t" -> text.add(in.text(), element, marks.bold, marks.size);
      case "w:tab", "w:ptab" -> text.add("\t", element, marks.bold, marks.size);
      case "w:br", "w:cr" -> text.add("\n", element, marks.bold, marks.size);
      case "w:noBreakHyphen" -> text.add("-", element, marks.bold, marks.size);
      case "w:sym" ->
          text.add(
              SymbolFont.text(in.attribute("font", ""), in.attribute("char", "")),
              element,
              marks.bold,
              marks.size);
      case "w:footnoteReference" -> note(footnotes, in.attribute("id", ""), place, text, run);
      case "w:endnoteReference" -> note(endnotes, in.attribute("id", ""), place, text, run);
      case "w:ruby" -> {
        int parent = in.depth();
        while (in.nextChild(parent)) {
          if (in.at("w:rubyBase")) {
            inline(in, place, new ParagraphMarks(), text);
          }
        }
      }
      case "mc:AlternateContent" -> {
        int parent = in.depth();
        boolean taken = false;
        while (in.nextChild(parent)) {
          if (!taken && (in.at("mc:Choice") || in.at("mc:Fallback"))) {
            taken = true;
            runContent(in, place, text, marks, run);
          }
        }
      }
      case "w:drawing", "w:pict", "w:object" -> drawing(in, place, text, run);
      default -> {
        // instructions, deleted text, page numbers, marks
      }
    }
  }

  private void note(
      Map<String, List<DocxParagraph>> notes, String id, Place place, DocxText text, int run) {
    for (DocxParagraph note : notes.getOrDefault(id, List.of())) {
      hang(BlockKind.NOTE, note.raw(), place, text, run);
    }
  }

  private void hang(BlockKind kind, String raw, Place place, DocxText text, int run) {
    text.hanging()
        .add(
            new DocxParagraph(
                kind,
                0,
                false,
                raw,
                List.of(),
                body.origin(place),
                null,
                new DocxParagraph.Look(false, 0, false),
                place.host() >= 0 ? place.host() : run));
  }

  private void drawing(OoxmlReader in, Place place, DocxText text, int run)
      throws IOException, XMLStreamException {
    int parent = in.depth();
    long width = 0;
    long height = 0;
    while (in.next() && in.depth() >= parent) {
      switch (in.name()) {
        case "wp:extent" -> {
          width = in.number("cx", 0);
          height = in.number("cy", 0);
        }
        case "w:txbxContent" -> body.box(in, place.box(run), text.hanging());
        case "mc:AlternateContent" -> {
          int choices = in.depth();
          boolean taken = false;
          while (in.nextChild(choices)) {
            if (!taken && (in.at("mc:Choice") || in.at("mc:Fallback"))) {
              taken = true;
              drawing(in, place, text, run);
            }
          }
        }
        case "c:chart" -> {
          var part = file.target(mainPart, in.relation("id"));
          if (part.isPresent()) {
            for (String words : DrawingText.chart(file, part.get())) {
              hang(BlockKind.CAPTION, words, place, text, run);
            }
          }
        }
        case "dgm:relIds" -> {
          var part = file.target(mainPart, in.relation("dm"));
          if (part.isPresent()) {
            for (DrawingText.Item item : DrawingText.diagram(file, part.get(), draft)) {
              hang(BlockKind.PARAGRAPH, item.text(), place, text, run);
            }
          }
        }
        case "a:blip" -> picture(in.relation("embed"), place, width, height);
        case "v:imagedata" -> picture(in.relation("id"), place, 0, 0);
        case "o:OLEObject" -> draft.unread(null, Unread.Reason.EMBEDDED);
        default -> {
          // frames, lines, colours
        }
      }
    }
  }

  private void picture(@Nullable String id, Place place, long width, long height)
      throws IOException, XMLStreamException {
    var part = file.target(mainPart, id);
    if (part.isPresent()) {
      pictures.add(new DocxPicture(part.get(), body.origin(place), width, height));
    }
  }

  /** The pictures met so far, in reading order. */
  List<DocxPicture> pictures() {
    return pictures;
  }
}
