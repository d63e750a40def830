package dev.dealcoach.scan.parse.pdf;

import dev.dealcoach.scan.parse.ParseLimits;
import dev.dealcoach.scan.parse.Unread;
import dev.dealcoach.scan.parse.layout.PageContent;
import dev.dealcoach.scan.parse.ocr.PageReader;
import dev.dealcoach.scan.parse.ocr.PictureGlyphs;
import dev.dealcoach.scan.parse.ocr.PictureRules;
import dev.dealcoach.scan.parse.ocr.PictureText;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.jspecify.annotations.Nullable;

/**
 * Gives the content of one page after the other: from its text, or by OCR where it has none that
 * can be read. Mutable, used by one thread.
 */
final class PageSource {
  /** A page with fewer readable characters than this may be a picture of text. */
  private static final int HARDLY_ANY = 24;

  /** Pictures that cover this share of a page without text are taken for a scan. */
  private static final float SCAN = 0.3f;

  /** So many curves on a page without text are taken for letters drawn as outlines. */
  private static final int OUTLINES = 400;

  /** A page is unreadable if this share of its glyphs has no known character. */
  private static final float GARBAGE = 0.08f;

  /** The same for private code points, which are icons in moderate numbers. */
  private static final float ICONS = 0.3f;

  /** The same for glyphs of fonts whose codes were dealt out by use. */
  private static final float GUESSED = 0.2f;

  /** Largest picture that is rendered for OCR, in pixels. */
  private static final float MOST_PIXELS = 24e6f;

  private final PDDocument document;
  private final Meter meter;
  private final @Nullable PageReader ocr;
  private final GlyphReader reader;
  private final PageContent content = new PageContent();
  private final boolean cut;
  private int ocrPages;
  private boolean open = true;

  /**
   * Begins at the first page.
   *
   * @param cut whether the file's end is missing: then a page without text is not taken for empty
   */
  PageSource(
      PDDocument document, Meter meter, @Nullable PageReader ocr, ParseLimits limits, boolean cut) {
    this.document = document;
    this.meter = meter;
    this.ocr = ocr;
    this.cut = cut;
    this.ocrPages = limits.ocrPages();
    this.reader = new GlyphReader(meter);
  }

  /** Whether there may be more to read: no limit was reached. */
  boolean open() {
    return open;
  }

  /**
   * Reads a page.
   *
   * @param index from 0
   * @param unread where it is noted what could not be read
   * @return what stands on it, valid until the next call; null for a page that cannot be read
   * @throws ReadingStopped when the time is over
   */
  @Nullable PageContent read(int index, List<Unread> unread) {
    boolean damaged = false;
    try {
      reader.read(document.getPage(index), index + 1, content);
    } catch (ReadingStopped e) {
      if (e.limit != ReadingStopped.Limit.CHARACTERS) {
        throw e;
      }
      unread.add(new Unread(index + 1, Unread.Reason.OVER_LIMIT));
      open = false;
      return content;
    } catch (IOException | RuntimeException e) {
      damaged = true;
    }
    int glyphs = reader.unknown() + reader.icons() + reader.readable();
    damaged |= cut && glyphs == 0;
    boolean garbage =
        reader.unknown() > GARBAGE * glyphs
            || reader.icons() > ICONS * glyphs
            || reader.guessed() > GUESSED * glyphs;
    boolean picture =
        glyphs < HARDLY_ANY && (reader.pictures() > SCAN || reader.path().curves() > OUTLINES);
    if (!garbage && !picture) {
      if (damaged) {
        unread.add(new Unread(index + 1, Unread.Reason.DAMAGED));
      }
      return content;
    }
    if (cut && garbage && lacksFonts(index)) {
      // drawn without them the page is a picture of nonsense
      unread.add(new Unread(index + 1, Unread.Reason.DAMAGED));
      return null;
    }
    Unread.Reason reason = garbage ? Unread.Reason.NO_UNICODE_MAP : Unread.Reason.SCANNED;
    if (ocr != null) {
      if (ocrPages-- <= 0) {
        reason = Unread.Reason.OVER_LIMIT;
      } else {
        Unread.Reason failed = recognise(ocr, index);
        if (failed == null) {
          return content;
        }
        reason = garbage ? reason : failed;
      }
    }
    unread.add(new Unread(index + 1, reason));
    return garbage ? null : content;
  }

  /** Whether fonts of a page that were in the file are in its missing part. */
  private boolean lacksFonts(int index) {
    try {
      PDResources resources = document.getPage(index).getResources();
      for (COSName name : resources.getFontNames()) {
        PDFont font = resources.getFont(name);
        boolean subset = font != null && font.getName() != null && font.getName().contains("+");
        if (font == null || (subset && !font.isEmbedded())) {
          return true;
        }
      }
      return false;
    } catch (IOException | RuntimeException e) {
      return true;
    }
  }

  /** Fills the content by OCR; otherwise says why not. */
  private Unread.@Nullable Reason recognise(PageReader ocr, int index) {
    long start = System.nanoTime();
    try {
      float area = content.width() * content.height();
      float pointsPerInch = 72f;
      float dpi = (float) Math.min(PageReader.DPI, Math.sqrt(MOST_PIXELS / area) * pointsPerInch);
      BufferedImage picture =
          new PDFRenderer(document).renderImageWithDPI(index, dpi, ImageType.BGR);
      if (!(ocr.read(picture) instanceof PictureText.Lines lines)) {
        return Unread.Reason.OCR_FAILED;
      }
      if (lines.lines().isEmpty()) {
        return reader.pictures() > 0 && blank(picture) ? null : Unread.Reason.OCR_FAILED;
      }
      float scale = pointsPerInch / dpi;
      content.begin(index + 1, content.width(), content.height());
      PictureGlyphs.add(lines.lines(), scale, content.glyphs(0));
      PictureRules.add(picture, scale, content.rules());
      return null;
    } catch (IOException | RuntimeException e) {
      return Unread.Reason.OCR_FAILED;
    } finally {
      meter.allow(System.nanoTime() - start);
    }
  }

  /** Whether a picture is of nearly one colour. */
  private static boolean blank(BufferedImage picture) {
    int first = -1;
    for (int y = 4; y < picture.getHeight(); y += 16) {
      for (int x = 4; x < picture.getWidth(); x += 16) {
        int grey = picture.getRGB(x, y) >> 8 & 0xFF;
        first = first < 0 ? grey : first;
        if (Math.abs(grey - first) > 48) {
          return false;
        }
      }
    }
    return true;
  }
}
