package dev.dealcoach.service.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;

/**
 * Writes PDF on A4. The same text gives the same bytes. Not thread-safe: one writes one file.
 *
 * <p>PDFBox writes Chinese only with a font that lies in the file; here none does (see {@link
 * Face}), so pages are written in PDF's own words.
 */
public final class PdfBoxPaper {
  private static final double WIDTH = PDRectangle.A4.getWidth();
  private static final double HEIGHT = PDRectangle.A4.getHeight();
  private static final double MARGIN = 56;
  private static final double INNER = WIDTH - 2 * MARGIN;
  private static final double FOOT = 34;
  private static final double LEADING = 1.55;
  private static final double INDENT = 14;
  private static final double CELL = 5;
  private static final double INK = 0.12;
  private static final double MUTED = 0.38;
  private static final double RULE = 0.8;

  private final Paper paper;
  private final Face face;
  private final List<StringBuilder> pages = new ArrayList<>();
  private double y;

  private PdfBoxPaper(Paper paper) {
    this.paper = paper;
    this.face = new Face(paper.language());
  }

  /** The file. */
  public static byte[] write(Paper paper) {
    return new PdfBoxPaper(paper).file();
  }

  /**
   * How text looks.
   *
   * @param size in points
   * @param grey 0 black to 1 white
   * @param bold whether its outline is drawn as well: there is no bold Chinese typeface to name
   */
  private record Style(double size, double grey, boolean bold) {
    double leading() {
      return size * LEADING;
    }
  }

  private static final Style TITLE = new Style(19, INK, true);
  private static final Style HEADING = new Style(12.5, INK, true);
  private static final Style STRONG = new Style(10.5, INK, true);
  private static final Style TEXT = new Style(10.5, INK, false);
  private static final Style SMALL = new Style(9, MUTED, false);

  private byte[] file() {
    turn();
    for (Paper.Block block : paper.blocks()) {
      block(block);
    }
    for (int i = 0; i < pages.size(); i++) {
      String foot = paper.title() + "    " + (i + 1) + " / " + pages.size();
      text(pages.get(i), MARGIN, FOOT, foot, SMALL);
    }
    try (PDDocument document = new PDDocument()) {
      document.getDocumentInformation().setTitle(paper.title());
      document.getDocumentInformation().setProducer("Dealcoach");
      document.getDocumentCatalog().setLanguage(paper.language().code());
      // else it would be made of the time
      document.setDocumentId((long) paper.hashCode());
      PDResources resources = new PDResources();
      resources.getCOSObject().setItem(COSName.FONT, face.fonts(document));
      for (StringBuilder each : pages) {
        PDPage page = new PDPage(PDRectangle.A4);
        page.setResources(resources);
        PDStream stream = new PDStream(document);
        try (var out = stream.createOutputStream(COSName.FLATE_DECODE)) {
          out.write(each.toString().getBytes(StandardCharsets.US_ASCII));
        }
        page.setContents(stream);
        document.addPage(page);
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("in memory nothing is missing", e);
    }
  }

  private void block(Paper.Block block) {
    switch (block) {
      case Paper.Block.Title(String text) -> lines(text, 0, TITLE, 0, 4);
      case Paper.Block.Heading(String text) -> {
        room(16 + HEADING.leading() + 2 * TEXT.leading());
        lines(text, 0, HEADING, 16, 4);
      }
      case Paper.Block.Strong(String text) -> {
        room(6 + 3 * TEXT.leading());
        lines(text, 0, STRONG, 6, 1);
      }
      case Paper.Block.Text(String text) -> lines(text, 0, TEXT, 0, 3);
      case Paper.Block.Muted(String text) -> lines(text, 0, SMALL, 0, 3);
      case Paper.Block.Quote(String text) -> quote(text);
      case Paper.Block.Item(String text) -> item(text);
      case Paper.Block.Table table -> table(table);
    }
  }

  private void lines(String text, double indent, Style style, double before, double after) {
    y -= before;
    for (String line : Lines.of(text, INNER - indent, style.size(), face)) {
      room(style.leading());
      y -= style.leading();
      text(pages.getLast(), MARGIN + indent, baseline(style), line, style);
    }
    y -= after;
  }

  private double baseline(Style style) {
    return y + (style.leading() - style.size()) / 2 + style.size() * 0.12;
  }

  private void quote(String text) {
    for (String line : Lines.of(text, INNER - INDENT, TEXT.size(), face)) {
      room(TEXT.leading());
      y -= TEXT.leading();
      rule(MARGIN + 2, y, MARGIN + 2, y + TEXT.leading(), 2);
      text(pages.getLast(), MARGIN + INDENT, baseline(TEXT), line, TEXT);
    }
    y -= 4;
  }

  private void item(String text) {
    room(TEXT.leading());
    double at = y - TEXT.leading();
    text(
        pages.getLast(),
        MARGIN + 2,
        at + (TEXT.leading() - TEXT.size()) / 2 + TEXT.size() * 0.12,
        "•",
        TEXT);
    lines(text, INDENT, TEXT, 0, 2);
  }

  private void table(Paper.Block.Table table) {
    y -= 2;
    row(table.head(), table.shares(), SMALL);
    for (List<String> cells : table.rows()) {
      row(cells, table.shares(), TEXT);
    }
    y -= 4;
  }

  private void row(List<String> cells, List<Double> shares, Style style) {
    List<List<String>> broken = new ArrayList<>();
    int most = 1;
    for (int i = 0; i < cells.size(); i++) {
      List<String> lines = Lines.of(cells.get(i), INNER * shares.get(i) - CELL, style.size(), face);
      broken.add(lines);
      most = Math.max(most, lines.size());
    }
    double height = most * style.leading() + 2 * CELL;
    room(height);
    double top = y - CELL;
    double x = MARGIN;
    for (int i = 0; i < broken.size(); i++) {
      y = top;
      for (String line : broken.get(i)) {
        y -= style.leading();
        text(pages.getLast(), x, baseline(style), line, style);
      }
      x += INNER * shares.get(i);
    }
    y = top + CELL - height;
    rule(MARGIN, y, MARGIN + INNER, y, 0.6);
  }

  private void room(double height) {
    if (y - height < MARGIN) {
      turn();
    }
  }

  private void turn() {
    pages.add(new StringBuilder());
    y = HEIGHT - MARGIN;
  }

  private void rule(double x, double from, double x2, double to, double width) {
    pages
        .getLast()
        .append(number(RULE))
        .append(" G ")
        .append(number(width))
        .append(" w ")
        .append(number(x))
        .append(' ')
        .append(number(from))
        .append(" m ")
        .append(number(x2))
        .append(' ')
        .append(number(to))
        .append(" l S\n");
  }

  private void text(StringBuilder page, double x, double at, String line, Style style) {
    page.append("BT ").append(number(style.grey())).append(" g ");
    page.append(number(style.grey())).append(" G ");
    page.append(style.bold() ? "2 Tr " + number(style.size() * 0.03) + " w " : "0 Tr ");
    page.append(number(x)).append(' ').append(number(at)).append(" Td ");
    String font = "";
    for (int i = 0; i < line.length(); ) {
      int character = line.codePointAt(i);
      String own = face.of(character);
      if (!own.equals(font)) {
        page.append(font.isEmpty() ? "" : "> Tj ");
        page.append('/').append(own).append(' ').append(number(style.size())).append(" Tf <");
        font = own;
      }
      page.append(face.code(character));
      i += Character.charCount(character);
    }
    page.append(font.isEmpty() ? "" : "> Tj ").append("ET\n");
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
