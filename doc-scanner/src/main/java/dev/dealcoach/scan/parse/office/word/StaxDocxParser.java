package dev.dealcoach.scan.parse.office.word;

import dev.dealcoach.scan.parse.DocumentParser;
import dev.dealcoach.scan.parse.DocumentType;
import dev.dealcoach.scan.parse.ParseLimits;
import dev.dealcoach.scan.parse.ParseResult;
import dev.dealcoach.scan.parse.draft.DocumentDraft;
import dev.dealcoach.scan.parse.draft.Reading;
import dev.dealcoach.scan.parse.ocr.PageReader;
import dev.dealcoach.scan.parse.office.EmbeddedPictures;
import dev.dealcoach.scan.parse.office.ooxml.OoxmlPackage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * Reads DOCX and its kin (DOCM, DOTX; macros are never looked at) with a streaming XML reader, in
 * memory proportional to the text and not to the file. Thread-safe.
 */
public final class StaxDocxParser implements DocumentParser {
  /**
   * A document with less text than this and a large picture is a scan in a Word file, not a
   * document with a picture.
   */
  private static final int NEARLY_NO_TEXT = 50;

  private final @Nullable PageReader ocr;

  /** A parser that reports pictures of text as unread. */
  public StaxDocxParser() {
    this.ocr = null;
  }

  /** A parser that reads pictures of text with this reader. */
  public StaxDocxParser(PageReader ocr) {
    this.ocr = ocr;
  }

  @Override
  public ParseResult parse(Path file, String name, ParseLimits limits) {
    return Reading.of(file, name, DocumentType.DOCX, limits, this::read);
  }

  private @Nullable Integer read(Path file, DocumentDraft draft)
      throws IOException, XMLStreamException {
    try (OoxmlPackage opened = new OoxmlPackage(file, draft.limits())) {
      WordOutline outline = new WordOutline(draft);
      DocxBody body =
          new DocxBody(
              opened,
              draft,
              p -> {
                int index = draft.add(p.kind(), p.level(), p.raw(), p.origin(), p.cell());
                if (index >= 0) {
                  outline.add(index, p.look(), p.title(), p.host() < 0);
                }
              });
      body.read();
      outline.finish();
      readPictures(opened, body, draft);
    }
    return null;
  }

  /** Reads what comes as pictures; it stands behind all other text. */
  private void readPictures(OoxmlPackage opened, DocxBody body, DocumentDraft draft) {
    long characters = draft.blocks().stream().mapToLong(b -> b.text().length()).sum();
    EmbeddedPictures pictures = new EmbeddedPictures(ocr, draft);
    int tables = body.tables();
    for (DocxPicture picture : body.pictures()) {
      if (picture.page() || (picture.large() && characters < NEARLY_NO_TEXT)) {
        tables =
            pictures.add(
                () -> {
                  try (InputStream in = opened.open(picture.part())) {
                    return in.readAllBytes();
                  }
                },
                null,
                picture.origin(),
                tables);
      }
    }
  }
}
