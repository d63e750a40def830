package dev.dealcoach.scan.parse.office.word;

import dev.dealcoach.scan.parse.DocumentParser;
import dev.dealcoach.scan.parse.DocumentType;
import dev.dealcoach.scan.parse.ParseLimits;
import dev.dealcoach.scan.parse.ParseResult;
import dev.dealcoach.scan.parse.Unread;
import dev.dealcoach.scan.parse.draft.DocumentDraft;
import dev.dealcoach.scan.parse.draft.Reading;
import dev.dealcoach.scan.parse.office.ooxml.OoxmlPackage;
import java.io.IOException;
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

  @Override
  public ParseResult parse(Path file, String name, ParseLimits limits) {
    return Reading.of(file, name, DocumentType.DOCX, limits, StaxDocxParser::read);
  }

  private static @Nullable Integer read(Path file, DocumentDraft draft)
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
      long characters = draft.blocks().stream().mapToLong(b -> b.text().length()).sum();
      if (characters < NEARLY_NO_TEXT && body.pictures().stream().anyMatch(DocxPicture::large)) {
        draft.unread(null, Unread.Reason.SCANNED);
      }
    }
    return null;
  }
}
