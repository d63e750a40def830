package dev.dealcoach.scan.parse.office.word;

import dev.dealcoach.scan.parse.BlockKind;
import dev.dealcoach.scan.parse.BlockOrigin;
import dev.dealcoach.scan.parse.DocumentParser;
import dev.dealcoach.scan.parse.DocumentType;
import dev.dealcoach.scan.parse.ParseFailure;
import dev.dealcoach.scan.parse.ParseLimits;
import dev.dealcoach.scan.parse.ParseResult;
import dev.dealcoach.scan.parse.draft.DocumentDraft;
import dev.dealcoach.scan.parse.draft.Reading;
import dev.dealcoach.scan.parse.draft.ReadingStopped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.HWPFOldDocument;
import org.apache.poi.hwpf.OldWordFileFormatException;
import org.apache.poi.hwpf.usermodel.Range;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.jspecify.annotations.Nullable;

/**
 * Reads DOC of Word 97 to 2003, and the bare text of Word 6 and 95, with POI. The format does not
 * say which paragraph a text box hangs on in a way that POI reads: text boxes come at the end.
 * Thread-safe.
 */
public final class HwpfDocParser implements DocumentParser {
  @Override
  public ParseResult parse(Path file, String name, ParseLimits limits) {
    return Reading.of(file, name, DocumentType.DOC, limits, HwpfDocParser::read);
  }

  private static @Nullable Integer read(Path file, DocumentDraft draft) throws IOException {
    try (POIFSFileSystem container = new POIFSFileSystem(file.toFile(), true)) {
      if (container.getRoot().hasEntryCaseInsensitive("EncryptedPackage")) {
        throw new ReadingStopped(ParseFailure.Code.ENCRYPTED, "encrypted Open XML");
      }
      if (encrypted(container)) {
        throw new ReadingStopped(ParseFailure.Code.ENCRYPTED, "encrypted Word file");
      }
      try (HWPFDocument document = new HWPFDocument(container)) {
        new HwpfBlocks(document, draft).add();
      } catch (OldWordFileFormatException e) {
        readOld(container, draft);
      }
    } catch (EncryptedDocumentException e) {
      throw new ReadingStopped(ParseFailure.Code.ENCRYPTED, "encrypted Word file");
    }
    return null;
  }

  /** Whether the file's own header says so, in the bit fEncrypted ([MS-DOC] 2.5.2, FibBase). */
  private static boolean encrypted(POIFSFileSystem container) throws IOException {
    try (InputStream stream = container.createDocumentInputStream("WordDocument")) {
      byte[] header = stream.readNBytes(12);
      return header.length == 12 && (header[11] & 1) != 0;
    }
  }

  private static void readOld(POIFSFileSystem container, DocumentDraft draft) throws IOException {
    try (HWPFOldDocument document = new HWPFOldDocument(container)) {
      Range text = document.getRange();
      for (int i = 0; i < text.numParagraphs(); i++) {
        draft.add(
            BlockKind.PARAGRAPH, 0, text.getParagraph(i).text(), new BlockOrigin.Paragraph(i));
      }
    }
  }
}
