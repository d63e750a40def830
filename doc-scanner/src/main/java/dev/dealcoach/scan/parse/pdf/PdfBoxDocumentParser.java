package dev.dealcoach.scan.parse.pdf;

import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.scan.parse.Block;
import dev.dealcoach.scan.parse.DocumentParser;
import dev.dealcoach.scan.parse.DocumentType;
import dev.dealcoach.scan.parse.ParseFailure;
import dev.dealcoach.scan.parse.ParseLimits;
import dev.dealcoach.scan.parse.ParseResult;
import dev.dealcoach.scan.parse.ParsedDocument;
import dev.dealcoach.scan.parse.Unread;
import dev.dealcoach.scan.parse.layout.DocumentLayout;
import dev.dealcoach.scan.parse.layout.LaidPage;
import dev.dealcoach.scan.parse.layout.PageContent;
import dev.dealcoach.scan.parse.layout.PageLayout;
import dev.dealcoach.scan.parse.ocr.PageReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.jspecify.annotations.Nullable;

/**
 * Reads PDF with PDFBox: one pass over each page gives characters, places and ruling lines; layout
 * turns them into blocks. Thread-safe, holds nothing between files.
 */
public final class PdfBoxDocumentParser implements DocumentParser {
  /** The end mark stands in the last bytes; some writers append a little. */
  private static final int TAIL = 4096;

  private final @Nullable PageReader ocr;

  /** Without OCR: pages that are pictures are reported as unread. */
  public PdfBoxDocumentParser() {
    this.ocr = null;
  }

  /**
   * With OCR for pages that are pictures, unless the limits forbid it.
   *
   * @param ocr reads them
   */
  public PdfBoxDocumentParser(PageReader ocr) {
    this.ocr = ocr;
  }

  @Override
  public ParseResult parse(Path file, String name, ParseLimits limits) {
    byte[] bytes;
    try {
      long size = Files.size(file);
      if (size == 0) {
        return failed(ParseFailure.Code.EMPTY, "the file has no bytes");
      }
      if (size > limits.bytes()) {
        return failed(ParseFailure.Code.TOO_LARGE, size + " bytes");
      }
      bytes = Files.readAllBytes(file);
    } catch (IOException e) {
      return failed(ParseFailure.Code.NOT_READABLE, e.getClass().getSimpleName());
    }
    try (PDDocument document = Loader.loadPDF(bytes)) {
      return read(document, bytes, name, limits);
    } catch (InvalidPasswordException e) {
      return failed(ParseFailure.Code.ENCRYPTED, "needs a password");
    } catch (ReadingStopped e) {
      return failed(
          e.limit == ReadingStopped.Limit.TIME
              ? ParseFailure.Code.TIMED_OUT
              : ParseFailure.Code.TOO_LARGE,
          e.limit.name());
    } catch (IOException | RuntimeException e) {
      return failed(ParseFailure.Code.DAMAGED, e.getClass().getSimpleName());
    }
  }

  private ParseResult read(PDDocument document, byte[] bytes, String name, ParseLimits limits) {
    int count = document.getNumberOfPages();
    if (count == 0) {
      return failed(ParseFailure.Code.DAMAGED, "no pages");
    }
    Meter meter = new Meter(limits);
    boolean cut = cut(bytes);
    PageSource source = new PageSource(document, meter, limits.ocr() ? ocr : null, limits, cut);
    List<LaidPage> pages = new ArrayList<>();
    List<Unread> unread = new ArrayList<>();
    for (int i = 0; i < count && source.open(); i++) {
      if (i >= limits.pages()) {
        unread.add(new Unread(i + 1, Unread.Reason.OVER_LIMIT));
        break;
      }
      meter.check();
      PageContent content = source.read(i, unread);
      if (content != null) {
        pages.add(PageLayout.of(content));
      }
    }
    List<Block> blocks = DocumentLayout.blocks(pages);
    if (cut && blocks.isEmpty()) {
      return failed(ParseFailure.Code.DAMAGED, "the file's end is missing");
    }
    if (blocks.isEmpty() && unread.isEmpty()) {
      return failed(ParseFailure.Code.EMPTY, "no text and no picture");
    }
    return new ParseResult.Parsed(
        new ParsedDocument(
            name, DocumentType.PDF, count, language(blocks), sha256(bytes), blocks, unread));
  }

  /** Whether the end mark is missing near the end of the file. */
  private static boolean cut(byte[] bytes) {
    int from = Math.max(0, bytes.length - TAIL);
    String tail = new String(bytes, from, bytes.length - from, StandardCharsets.ISO_8859_1);
    return !tail.contains("%%EOF") && !tail.contains("startxref");
  }

  private static Language language(List<Block> blocks) {
    StringBuilder text = new StringBuilder();
    for (Block block : blocks) {
      text.append(block.text()).append('\n');
    }
    return Language.of(text);
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ParseFailure failed(ParseFailure.Code code, String detail) {
    return new ParseFailure(code, detail);
  }
}
