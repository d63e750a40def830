package dev.dealcoach.scan.parse.ocr;

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
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * Reads pictures of pages (PNG, JPEG, TIFF, BMP, GIF) by OCR. Each picture in the file is a page;
 * its points are the picture's pixels. Thread-safe, holds nothing between files.
 */
public final class PictureDocumentParser implements DocumentParser {
  /** Longer side to which a larger picture is reduced while it is decoded. */
  private static final int LONGEST_SIDE = 3600;

  private static final long MOST_PIXELS = 400_000_000L;

  private final PageReader reader;

  /** A parser that reads with this reader. */
  public PictureDocumentParser(PageReader reader) {
    this.reader = reader;
  }

  @Override
  public ParseResult parse(Path file, String name, ParseLimits limits) {
    try {
      long size = Files.size(file);
      if (size == 0) {
        return new ParseFailure(ParseFailure.Code.EMPTY, "the file has no bytes");
      }
      if (size > limits.bytes()) {
        return new ParseFailure(ParseFailure.Code.TOO_LARGE, size + " bytes");
      }
      return read(Files.readAllBytes(file), name, limits);
    } catch (IOException e) {
      return new ParseFailure(ParseFailure.Code.NOT_READABLE, e.getClass().getSimpleName());
    }
  }

  /**
   * Reads a picture that is in memory.
   *
   * @param bytes of the whole picture file
   */
  public ParseResult read(byte[] bytes, String name, ParseLimits limits) {
    List<LaidPage> pages = new ArrayList<>();
    List<Unread> unread = new ArrayList<>();
    int count;
    try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        return new ParseFailure(ParseFailure.Code.UNSUPPORTED, "no reader for this picture");
      }
      ImageReader pictures = readers.next();
      try {
        pictures.setInput(in);
        count = pictures.getNumImages(true);
        for (int i = 0; i < count; i++) {
          if (i >= limits.pages() || (limits.ocr() && i >= limits.ocrPages())) {
            unread.add(new Unread(i + 1, Unread.Reason.OVER_LIMIT));
            break;
          }
          page(pictures, i, limits, pages, unread);
        }
      } finally {
        pictures.dispose();
      }
    } catch (IOException | RuntimeException e) {
      return new ParseFailure(ParseFailure.Code.DAMAGED, e.getClass().getSimpleName());
    }
    List<Block> blocks = DocumentLayout.blocks(pages);
    Language language =
        Language.of(blocks.stream().map(Block::text).collect(Collectors.joining("\n")));
    return new ParseResult.Parsed(
        new ParsedDocument(
            name, DocumentType.IMAGE, count, language, sha256(bytes), blocks, unread));
  }

  private void page(
      ImageReader pictures,
      int index,
      ParseLimits limits,
      List<LaidPage> pages,
      List<Unread> unread)
      throws IOException {
    int width = pictures.getWidth(index);
    int height = pictures.getHeight(index);
    if (!limits.ocr()) {
      unread.add(new Unread(index + 1, Unread.Reason.SCANNED));
      return;
    }
    if ((long) width * height > MOST_PIXELS) {
      unread.add(new Unread(index + 1, Unread.Reason.OVER_LIMIT));
      return;
    }
    ImageReadParam param = pictures.getDefaultReadParam();
    int step = (Math.max(width, height) + LONGEST_SIDE - 1) / LONGEST_SIDE;
    param.setSourceSubsampling(step, step, 0, 0);
    BufferedImage picture = pictures.read(index, param);
    if (!(reader.read(picture) instanceof PictureText.Lines lines) || lines.lines().isEmpty()) {
      unread.add(new Unread(index + 1, Unread.Reason.OCR_FAILED));
      return;
    }
    PageContent content = new PageContent();
    content.begin(index + 1, width, height);
    PictureGlyphs.add(lines.lines(), step, content.glyphs(0));
    PictureRules.add(picture, step, content.rules());
    pages.add(PageLayout.of(content));
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
