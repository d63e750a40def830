package dev.dealcoach.scan.annotate.docx;

import dev.dealcoach.nlp.text.NormalAlignment;
import dev.dealcoach.nlp.text.Span;
import dev.dealcoach.scan.parse.ParseFailure;
import dev.dealcoach.scan.parse.ParseLimits;
import dev.dealcoach.scan.parse.TextPart;
import dev.dealcoach.scan.parse.draft.DocumentDraft;
import dev.dealcoach.scan.parse.draft.ReadingStopped;
import dev.dealcoach.scan.parse.office.ooxml.OoxmlPackage;
import dev.dealcoach.scan.parse.office.word.DocxBody;
import dev.dealcoach.scan.parse.office.word.DocxParagraph;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.w3c.dom.Document;

/**
 * Writes a copy of a DOCX with notes as Word comments on exactly the quoted characters. Comments
 * that the document has already stay. Stateless, thread-safe.
 *
 * <p>Word does not let comments stand in footnotes and text boxes; a note on their text is put on
 * the place in the main text that they hang on. Where the parts of a note are not neighbours, the
 * comment covers the first ones that are.
 */
public final class DocxAnnotator {
  /** What becomes of notes that speak of no place. */
  public enum Placeless {
    /** They are not written. */
    LEFT_OUT,
    /** They stand at the first paragraph that has text. */
    ON_FIRST_PARAGRAPH
  }

  private DocxAnnotator() {}

  /**
   * Writes the copy.
   *
   * @param original a DOCX that was read under the same limits
   * @param notes in the order in which they shall be numbered
   * @param target overwritten if it exists; must not be the original
   * @return how many comments were added
   * @throws IOException if the original cannot be read, breaks a limit, or the copy cannot be
   *     written
   */
  public static int annotate(
      Path original, List<DocxNote> notes, Placeless placeless, ParseLimits limits, Path target)
      throws IOException {
    try (OoxmlPackage file = new OoxmlPackage(original, limits)) {
      List<DocxParagraph> paragraphs = new ArrayList<>();
      DocumentDraft draft = new DocumentDraft(limits);
      DocxBody body =
          new DocxBody(
              file,
              draft,
              p -> {
                if (draft.add(p.kind(), p.level(), p.raw(), p.origin(), p.cell()) >= 0) {
                  paragraphs.add(p);
                }
              });
      body.read();
      return write(file, original, body.mainPart(), paragraphs, notes, placeless, target);
    } catch (ReadingStopped e) {
      throw new IOException("limit: " + e.failure().code().id(), e);
    } catch (XMLStreamException e) {
      throw new IOException(ParseFailure.Code.DAMAGED.id(), e);
    }
  }

  private static int write(
      OoxmlPackage file,
      Path original,
      String mainPart,
      List<DocxParagraph> paragraphs,
      List<DocxNote> notes,
      Placeless placeless,
      Path target)
      throws IOException, XMLStreamException {
    Document main = SafeDom.parse(file.open(mainPart));
    CommentsPart comments = CommentsPart.open(file, mainPart, main);
    CommentAnchors anchors = new CommentAnchors(main);
    int added = 0;
    for (DocxNote note : notes) {
      List<TextPart> parts = neighbours(note.parts(), paragraphs.size());
      if (parts.isEmpty()
          && note.parts().isEmpty()
          && placeless == Placeless.ON_FIRST_PARAGRAPH
          && !paragraphs.isEmpty()) {
        int length = NormalAlignment.of(paragraphs.getFirst().raw()).text().length();
        parts = List.of(new TextPart(0, 0, length));
      }
      if (parts.isEmpty()) {
        continue;
      }
      CommentAnchors.Place begin = begin(paragraphs, parts.getFirst());
      CommentAnchors.Place end = end(paragraphs, parts.getLast());
      anchors.add(comments.add(note), begin, end);
      added++;
    }
    anchors.write();
    Map<String, byte[]> changed = new HashMap<>();
    comments.changedParts().forEach((part, bytes) -> changed.put(file.entryName(part), bytes));
    changed.put(file.entryName(mainPart), SafeDom.bytes(main));
    OoxmlCopy.write(original, changed, target);
    return added;
  }

  /** The first parts that follow each other block by block; parts of other documents are passed. */
  private static List<TextPart> neighbours(List<TextPart> parts, int blocks) {
    List<TextPart> out = new ArrayList<>();
    for (TextPart part : parts.stream().sorted().toList()) {
      if (part.block() >= blocks) {
        break;
      }
      if (!out.isEmpty() && part.block() > out.getLast().block() + 1) {
        break;
      }
      out.add(part);
    }
    return out;
  }

  private static CommentAnchors.Place begin(List<DocxParagraph> paragraphs, TextPart part) {
    DocxParagraph paragraph = paragraphs.get(part.block());
    if (paragraph.host() >= 0) {
      return CommentAnchors.Place.before(paragraph.host());
    }
    int at = raw(paragraph, part).start();
    for (DocxParagraph.Piece piece : paragraph.pieces()) {
      if (at < piece.end()) {
        return new CommentAnchors.Place(piece.element(), at - piece.start());
      }
    }
    throw new IllegalStateException("the pieces of a paragraph cover its text");
  }

  private static CommentAnchors.Place end(List<DocxParagraph> paragraphs, TextPart part) {
    DocxParagraph paragraph = paragraphs.get(part.block());
    if (paragraph.host() >= 0) {
      return CommentAnchors.Place.after(paragraph.host());
    }
    int at = raw(paragraph, part).end();
    for (DocxParagraph.Piece piece : paragraph.pieces()) {
      if (at <= piece.end()) {
        return new CommentAnchors.Place(piece.element(), at - piece.start());
      }
    }
    throw new IllegalStateException("the pieces of a paragraph cover its text");
  }

  private static Span raw(DocxParagraph paragraph, TextPart part) {
    NormalAlignment aligned = NormalAlignment.of(paragraph.raw());
    int end = Math.min(part.end(), aligned.text().length());
    return aligned.raw(new Span(Math.min(part.start(), end - 1), end));
  }
}
