package dev.dealcoach.scan.parse.pdf;

import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.apache.pdfbox.pdmodel.font.PDSimpleFont;
import org.apache.pdfbox.pdmodel.font.PDType3Font;
import org.apache.pdfbox.pdmodel.font.encoding.GlyphList;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a font for each of its glyphs, worked out once. Mutable (a cache), used by one
 * thread.
 */
final class FontFacts {
  /** What a glyph without any known character is read as. */
  static final String UNKNOWN = "\uFFFD";

  private static final Pattern BOLD =
      Pattern.compile("bold|black|heavy|demi|simhei|heiti|dbxw|-w[6-9]|黑体|粗");
  private static final Pattern SYMBOLS = Pattern.compile("wingding|webding|symbol|dingbat");
  private static final int BOLD_WEIGHT = 600;
  private static final float UNITS = 1000f;
  private static final float MOST_DESCENT = 0.4f;
  private static final int KEPT = 0x10000;

  /** New codes of a font looked at before it is said to be numbered in order of use. */
  private static final int ENOUGH_CODES = 6;

  private final PDFont font;
  private final GlyphList glyphs;
  private @Nullable String[] texts = new String[256];
  final boolean bold;
  final boolean symbols;

  /** Height of the em square in text space units. */
  final float em;

  /** How far it says to reach below the baseline, in ems; 0 if it does not say. */
  final float descent;

  /** Glyphs shown on the current page. */
  int shown;

  private final boolean mapped;

  /** Whether nothing can be known of its characters: its map is lost, or it has no encoding. */
  private final boolean lost;

  private int highestCode;
  private int newCodes;
  private int nextInOrder;

  FontFacts(PDFont font, GlyphList glyphs) {
    this.font = font;
    this.glyphs = glyphs;
    String name = font.getName() == null ? "" : font.getName().toLowerCase(Locale.ROOT);
    PDFontDescriptor descriptor = font.getFontDescriptor();
    this.bold =
        BOLD.matcher(name).find()
            || (descriptor != null
                && (descriptor.isForceBold() || descriptor.getFontWeight() >= BOLD_WEIGHT));
    this.symbols = SYMBOLS.matcher(name).find();
    boolean map = font.getCOSObject().getDictionaryObject(COSName.TO_UNICODE) != null;
    boolean encoding = font.getCOSObject().getDictionaryObject(COSName.ENCODING) != null;
    this.mapped = map || !(font instanceof PDSimpleFont) || !font.isEmbedded();
    this.lost =
        !map
            && (font.getCOSObject().containsKey(COSName.TO_UNICODE)
                || (font instanceof PDType3Font && !encoding));
    this.descent =
        descriptor == null ? 0 : Math.clamp(-descriptor.getDescent() / UNITS, 0, MOST_DESCENT);
    this.em = em(font);
  }

  private static float em(PDFont font) {
    if (font instanceof PDType3Font type3) {
      float unit = Math.abs(font.getFontMatrix().getScaleY());
      if (unit > 0.0002f && unit < 0.005f) {
        return 1; // units as in any other font
      }
      float height = type3.getBoundingBox() == null ? 0 : type3.getBoundingBox().getHeight();
      float em = height * unit;
      return em > 0.2f && em < 4 ? em : 1;
    }
    return 1;
  }

  /** The normal text of a glyph: empty for nothing to read, a single space for any white space. */
  String text(int code) {
    if (code < 0 || code >= KEPT) {
      return read(code);
    }
    if (code >= texts.length) {
      texts = java.util.Arrays.copyOf(texts, Math.min(KEPT, Integer.highestOneBit(code) * 2));
    }
    String text = texts[code];
    if (text == null) {
      text = read(code);
      texts[code] = text;
    }
    return text;
  }

  private String read(int code) {
    if (lost) {
      return UNKNOWN;
    }
    if (!mapped) {
      newCodes++;
      if (code == highestCode + 1) {
        nextInOrder++;
      }
      highestCode = Math.max(highestCode, code);
    }
    String raw;
    try {
      raw = font.toUnicode(code, glyphs);
    } catch (RuntimeException e) { // a broken map must not cost the page
      raw = null;
    }
    return GlyphText.normal(raw);
  }

  /**
   * Whether its codes were dealt out in the order in which the characters first appear, while
   * nothing says which characters these are: what it reads as is then meaningless.
   */
  boolean numberedByUse() {
    return !mapped && newCodes >= ENOUGH_CODES && nextInOrder * 10 >= newCodes * 8;
  }
}
