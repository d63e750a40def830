package dev.dealcoach.service.paper;

import dev.dealcoach.nlp.text.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/**
 * Two typefaces side by side, as a reader with Chinese fonts shows them: Helvetica for what Latin
 * has, and for everything else Adobe's Song, which every PDF program of the last decades knows by
 * name or has a substitute for. Neither is in the file, so it stays small and no font's licence
 * matters. Not thread-safe.
 */
final class Face {
  /** Name of the Latin typeface in the pages' resources. */
  static final String LATIN = "F1";

  /** Name of the Chinese one. */
  static final String HAN = "F2";

  private static final String SONG = "STSong-Light";
  private static final String ENCODING = "UniGB-UTF16-H";

  /** Marks that Helvetica has and that look out of place in a Chinese line. */
  private static final String WIDE_IN_CHINESE = "‘’“”—…";

  /** Stands for a character that the typeface cannot have: printers' sign for a missing sort. */
  private static final String MISSING = "〓";

  private static final int PER_BLOCK = 100;

  private final PDType1Font latin = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
  private final Language language;
  private final Map<Integer, Double> widths = new TreeMap<>();
  private final SortedSet<String> used = new TreeSet<>();

  Face(Language language) {
    this.language = language;
  }

  /** Which typeface has a character. */
  String of(int codePoint) {
    return latinWidth(codePoint) < 0 ? HAN : LATIN;
  }

  /** Width of a character in a size of 1. */
  double width(int codePoint) {
    double width = latinWidth(codePoint);
    return width < 0 ? 1 : width;
  }

  private double latinWidth(int codePoint) {
    return widths.computeIfAbsent(codePoint, this::measured);
  }

  private double measured(int codePoint) {
    if (language == Language.ZH && WIDE_IN_CHINESE.indexOf(codePoint) >= 0) {
      return -1;
    }
    try {
      return latin.getStringWidth(Character.toString(codePoint)) / 1000.0;
    } catch (IllegalArgumentException e) {
      return -1; // it has no such character
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A character as the typeface's string in a page, hexadecimal. */
  String code(int codePoint) {
    String text = Character.toString(codePoint);
    if (of(codePoint).equals(HAN)) {
      String shown = Character.isBmpCodePoint(codePoint) ? text : MISSING;
      String code = HexFormat.of().formatHex(shown.getBytes(StandardCharsets.UTF_16BE));
      used.add(code);
      return code;
    }
    try {
      return HexFormat.of().formatHex(latin.encode(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Both typefaces for the resources of pages; made when all pages are written. */
  COSDictionary fonts(PDDocument document) throws IOException {
    COSDictionary fonts = new COSDictionary();
    fonts.setItem(COSName.getPDFName(LATIN), latin);
    fonts.setItem(COSName.getPDFName(HAN), song(document));
    return fonts;
  }

  private COSDictionary song(PDDocument document) throws IOException {
    COSDictionary collection = new COSDictionary();
    collection.setItem(COSName.REGISTRY, new COSString("Adobe"));
    collection.setItem(COSName.ORDERING, new COSString("GB1"));
    collection.setInt(COSName.SUPPLEMENT, 4);

    COSDictionary described = new COSDictionary();
    described.setItem(COSName.TYPE, COSName.FONT_DESC);
    described.setName(COSName.FONT_NAME, SONG);
    described.setInt(COSName.FLAGS, 6);
    COSArray box = new COSArray();
    for (int each : new int[] {-25, -254, 1000, 880}) {
      box.add(COSInteger.get(each));
    }
    described.setItem(COSName.FONT_BBOX, box);
    described.setInt(COSName.ITALIC_ANGLE, 0);
    described.setInt(COSName.ASCENT, 880);
    described.setInt(COSName.DESCENT, -120);
    described.setInt(COSName.CAP_HEIGHT, 880);
    described.setInt(COSName.STEM_V, 93);

    COSDictionary glyphs = new COSDictionary();
    glyphs.setItem(COSName.TYPE, COSName.FONT);
    glyphs.setName(COSName.SUBTYPE, "CIDFontType0");
    glyphs.setName(COSName.BASE_FONT, SONG);
    glyphs.setItem(COSName.CIDSYSTEMINFO, collection);
    glyphs.setInt(COSName.DW, 1000);
    glyphs.setItem(COSName.FONT_DESC, described);
    COSArray descendants = new COSArray();
    descendants.add(glyphs);

    COSDictionary font = new COSDictionary();
    font.setItem(COSName.TYPE, COSName.FONT);
    font.setName(COSName.SUBTYPE, "Type0");
    font.setName(COSName.BASE_FONT, SONG + "-" + ENCODING);
    font.setName(COSName.ENCODING, ENCODING);
    font.setItem(COSName.DESCENDANT_FONTS, descendants);
    PDStream unicode = new PDStream(document);
    try (var out = unicode.createOutputStream(COSName.FLATE_DECODE)) {
      out.write(toUnicode().getBytes(StandardCharsets.US_ASCII));
    }
    font.setItem(COSName.TO_UNICODE, unicode);
    return font;
  }

  /**
   * Says of every character that was used which one it is, so that text can be found and copied.
   */
  private String toUnicode() {
    StringBuilder map =
        new StringBuilder(
            """
            /CIDInit /ProcSet findresource begin
            12 dict begin
            begincmap
            /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
            /CMapName /Adobe-Identity-UCS def
            /CMapType 2 def
            1 begincodespacerange
            <0000> <FFFF>
            endcodespacerange
            """);
    int left = used.size();
    int block = 0;
    for (String each : used) {
      if (block == 0) {
        block = Math.min(left, PER_BLOCK);
        left -= block;
        map.append(block).append(" beginbfchar\n");
      }
      map.append('<').append(each).append("> <").append(each).append(">\n");
      if (--block == 0) {
        map.append("endbfchar\n");
      }
    }
    return map.append(
            """
            endcmap
            CMapName currentdict /CMap defineresource pop
            end
            end
            """)
        .toString();
  }
}
