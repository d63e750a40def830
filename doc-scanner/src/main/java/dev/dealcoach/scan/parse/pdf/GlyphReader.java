package dev.dealcoach.scan.parse.pdf;

import dev.dealcoach.scan.parse.layout.Frame;
import dev.dealcoach.scan.parse.layout.Glyphs;
import dev.dealcoach.scan.parse.layout.PageContent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.contentstream.PDFStreamEngine;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.markedcontent.BeginMarkedContentSequence;
import org.apache.pdfbox.contentstream.operator.markedcontent.BeginMarkedContentSequenceWithProperties;
import org.apache.pdfbox.contentstream.operator.markedcontent.EndMarkedContentSequence;
import org.apache.pdfbox.contentstream.operator.state.Concatenate;
import org.apache.pdfbox.contentstream.operator.state.Restore;
import org.apache.pdfbox.contentstream.operator.state.Save;
import org.apache.pdfbox.contentstream.operator.state.SetGraphicsStateParameters;
import org.apache.pdfbox.contentstream.operator.state.SetMatrix;
import org.apache.pdfbox.contentstream.operator.text.BeginText;
import org.apache.pdfbox.contentstream.operator.text.EndText;
import org.apache.pdfbox.contentstream.operator.text.MoveText;
import org.apache.pdfbox.contentstream.operator.text.MoveTextSetLeading;
import org.apache.pdfbox.contentstream.operator.text.NextLine;
import org.apache.pdfbox.contentstream.operator.text.SetCharSpacing;
import org.apache.pdfbox.contentstream.operator.text.SetFontAndSize;
import org.apache.pdfbox.contentstream.operator.text.SetTextHorizontalScaling;
import org.apache.pdfbox.contentstream.operator.text.SetTextLeading;
import org.apache.pdfbox.contentstream.operator.text.SetTextRenderingMode;
import org.apache.pdfbox.contentstream.operator.text.SetTextRise;
import org.apache.pdfbox.contentstream.operator.text.SetWordSpacing;
import org.apache.pdfbox.contentstream.operator.text.ShowText;
import org.apache.pdfbox.contentstream.operator.text.ShowTextAdjusted;
import org.apache.pdfbox.contentstream.operator.text.ShowTextLine;
import org.apache.pdfbox.contentstream.operator.text.ShowTextLineAndSpace;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType3Font;
import org.apache.pdfbox.pdmodel.font.encoding.GlyphList;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/**
 * Goes once through a page's content and notes its characters, its ruling lines and how much of it
 * is pictures. Mutable, used by one thread, reused from page to page of one document.
 */
final class GlyphReader extends PDFStreamEngine {
  private static final GlyphList GLYPH_LIST = glyphList();
  private static final COSName PAGINATION = COSName.getPDFName("Pagination");
  private static final int CHECK_EVERY = 2048;

  private final Meter meter;
  private final Map<PDFont, FontFacts> fonts = new HashMap<>();
  private final PathTracer path = new PathTracer(this);
  private PDFont lastFont;
  private FontFacts lastFacts;
  private PageContent page = new PageContent();
  private float originX;
  private float originY;
  private int rotation;
  private int operations;
  private int artifact;
  private int nesting;
  private int actualAt;
  private String actual;
  private float pictures;
  private int unknown;
  private int icons;
  private int readable;

  @SuppressWarnings("this-escape") // the operators hold their engine; none runs before processPage
  GlyphReader(Meter meter) {
    this.meter = meter;
    addOperator(new BeginText(this));
    addOperator(new Concatenate(this));
    addOperator(new DrawnObject(this));
    addOperator(new EndText(this));
    addOperator(new SetGraphicsStateParameters(this));
    addOperator(new Save(this));
    addOperator(new Restore(this));
    addOperator(new NextLine(this));
    addOperator(new SetCharSpacing(this));
    addOperator(new MoveText(this));
    addOperator(new MoveTextSetLeading(this));
    addOperator(new SetFontAndSize(this));
    addOperator(new ShowText(this));
    addOperator(new ShowTextAdjusted(this));
    addOperator(new SetTextLeading(this));
    addOperator(new SetMatrix(this));
    addOperator(new SetTextRenderingMode(this));
    addOperator(new SetTextRise(this));
    addOperator(new SetWordSpacing(this));
    addOperator(new SetTextHorizontalScaling(this));
    addOperator(new ShowTextLine(this));
    addOperator(new ShowTextLineAndSpace(this));
    addOperator(new BeginMarkedContentSequence(this));
    addOperator(new BeginMarkedContentSequenceWithProperties(this));
    addOperator(new EndMarkedContentSequence(this));
    for (String name : PathOperator.NAMES) {
      addOperator(new PathOperator(name, this));
    }
  }

  private static GlyphList glyphList() {
    try (InputStream in =
        GlyphList.class.getResourceAsStream(
            "/org/apache/pdfbox/resources/glyphlist/additional.txt")) {
      return new GlyphList(GlyphList.getAdobeGlyphList(), in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads one page into {@code into}. */
  void read(PDPage source, int number, PageContent into) throws IOException {
    PDRectangle crop = source.getCropBox();
    rotation = Math.floorMod(source.getRotation(), 360);
    boolean turned = rotation % 180 != 0;
    into.begin(
        number,
        turned ? crop.getHeight() : crop.getWidth(),
        turned ? crop.getWidth() : crop.getHeight());
    originX = rotation == 180 || rotation == 270 ? crop.getUpperRightX() : crop.getLowerLeftX();
    originY = rotation == 0 || rotation == 270 ? crop.getUpperRightY() : crop.getLowerLeftY();
    page = into;
    path.begin(into.rules());
    artifact = 0;
    nesting = 0;
    actual = null;
    actualAt = 0;
    fonts.values().forEach(f -> f.shown = 0);
    pictures = 0;
    unknown = 0;
    icons = 0;
    readable = 0;
    COSBase contents = source.getCOSObject().getDictionaryObject(COSName.CONTENTS);
    if (contents instanceof COSArray array) {
      for (int i = 0; i < array.size(); i++) {
        meter.unpack(array.getObject(i));
      }
    } else {
      meter.unpack(contents);
    }
    processPage(source);
    for (PDAnnotation annotation : source.getAnnotations()) {
      if (printed(annotation)) {
        showAnnotation(annotation);
      }
    }
  }

  /** Filled form fields and text boxes are as good as printed; comments are not. */
  private static boolean printed(PDAnnotation annotation) {
    String type = annotation.getSubtype();
    return ("Widget".equals(type) || "FreeText".equals(type))
        && !annotation.isHidden()
        && !annotation.isNoView();
  }

  /** Share of the page that pictures cover, counted twice where they overlap; 0 or more. */
  float pictures() {
    return pictures / Math.max(1, page.width() * page.height());
  }

  /** Glyphs of the last page whose character is not known. */
  int unknown() {
    return unknown;
  }

  /** Glyphs of the last page with private code points: icons, or text with an unknown code. */
  int icons() {
    return icons;
  }

  /** Glyphs of the last page whose character is known. */
  int readable() {
    return readable;
  }

  /** Glyphs of the last page in fonts whose meaning turned out to be a guess. */
  int guessed() {
    int n = 0;
    for (FontFacts facts : fonts.values()) {
      if (facts.shown > 0 && facts.numberedByUse()) {
        n += facts.shown;
      }
    }
    return n;
  }

  /** Measures the form that is about to be drawn. */
  void measure(List<COSBase> operands) throws IOException {
    if (!operands.isEmpty() && operands.getFirst() instanceof COSName name) {
      COSDictionary objects =
          getResources() == null
              ? null
              : getResources().getCOSObject().getCOSDictionary(COSName.XOBJECT);
      if (objects != null) {
        meter.unpack(objects.getDictionaryObject(name));
      }
    }
  }

  PathTracer path() {
    return path;
  }

  Matrix ctm() {
    return getGraphicsState().getCurrentTransformationMatrix();
  }

  float pageX(float x, float y) {
    return switch (rotation) {
      case 90 -> y - originY;
      case 180 -> originX - x;
      case 270 -> originY - y;
      default -> x - originX;
    };
  }

  float pageY(float x, float y) {
    return switch (rotation) {
      case 90 -> x - originX;
      case 180 -> y - originY;
      case 270 -> originX - x;
      default -> originY - y;
    };
  }

  /** Notes the picture that is drawn on the unit square. */
  void picture() {
    Matrix m = ctm();
    float area = Math.abs(m.getScaleX() * m.getScaleY() - m.getShearX() * m.getShearY());
    pictures += Math.min(area, page.width() * page.height());
  }

  /** Notes a small dot that is drawn, not written; upright pages only. */
  void dot(float x0, float y0, float x1, float y1) {
    if (artifact == 0) {
      float size = Math.max(8, 1.6f * (y1 - y0));
      float base = (y0 + y1) / 2 + 0.35f * size;
      page.glyphs(0).add("•", x0, x1, base, size, 0, Glyphs.DRAWN);
    }
  }

  @Override
  protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
    if (++operations % CHECK_EVERY == 0) {
      meter.check();
    }
    super.processOperator(operator, operands);
  }

  @Override
  protected void operatorException(Operator operator, List<COSBase> operands, IOException e) {
    // one damaged operator costs what it draws, never the page
  }

  @Override
  public void beginMarkedContentSequence(COSName tag, COSDictionary properties) {
    nesting++;
    if (properties == null) {
      return;
    }
    if (artifact == 0
        && COSName.ARTIFACT.equals(tag)
        && PAGINATION.equals(properties.getCOSName(COSName.TYPE))) {
      artifact = nesting;
    } else if (actual == null && properties.containsKey(COSName.ACTUAL_TEXT)) {
      actual = properties.getString(COSName.ACTUAL_TEXT);
      actualAt = nesting;
    }
  }

  @Override
  public void endMarkedContentSequence() {
    if (artifact == nesting) {
      artifact = 0;
    }
    if (actualAt == nesting) {
      actual = null;
      actualAt = 0;
    }
    nesting = Math.max(0, nesting - 1);
  }

  @Override
  protected void showGlyph(Matrix m, PDFont font, int code, Vector displacement)
      throws IOException {
    if (artifact > 0) {
      return;
    }
    if (!font.equals(lastFont)) {
      lastFont = font;
      lastFacts = fonts.computeIfAbsent(font, f -> new FontFacts(f, GLYPH_LIST));
    }
    FontFacts facts = lastFacts;
    String text = facts.text(code);
    if (actual != null) {
      text = actual.isEmpty() ? "" : GlyphText.normal(actual);
      actual = "";
    }
    if (text.isEmpty()) {
      return;
    }
    float a = m.getScaleX();
    float b = m.getShearY();
    float c = m.getShearX();
    float d = m.getScaleY();
    float x = m.getTranslateX();
    float y = m.getTranslateY();
    float size = (float) Math.sqrt(c * c + d * d) * facts.em;
    if (!(size > 0.5f) || size > 3000) {
      return;
    }
    boolean vertical = font.isVertical();
    float endX = x + (vertical ? displacement.getY() * c : displacement.getX() * a);
    float endY = y + (vertical ? displacement.getY() * d : displacement.getX() * b);
    place(text, facts, pageX(x, y), pageY(x, y), pageX(endX, endY), pageY(endX, endY), size, m);
    meter.glyph();
  }

  private void place(
      String text, FontFacts facts, float x0, float y0, float x1, float y1, float size, Matrix m) {
    // the direction of writing on the page as seen
    float ux = pageX(m.getScaleX(), m.getShearY()) - pageX(0, 0);
    float uy = pageY(m.getScaleX(), m.getShearY()) - pageY(0, 0);
    boolean vertical = lastFont.isVertical();
    int turn;
    if (vertical) {
      turn = 1;
    } else if (Math.abs(uy) < 0.1f * Math.abs(ux)) {
      turn = ux > 0 ? 0 : 2;
    } else if (Math.abs(ux) < 0.1f * Math.abs(uy)) {
      turn = uy > 0 ? 1 : 3;
    } else {
      return; // across the page: a watermark
    }
    Frame frame = turn == 0 ? null : page.frame(turn);
    float u0 = frame == null ? x0 : frame.u(x0, y0);
    float u1 = frame == null ? x1 : frame.u(x1, y1);
    float base = frame == null ? y0 : frame.v(x0, y0);
    if (vertical) {
      base += 0.35f * size; // the origin lies on the middle of the column
    }
    Glyphs glyphs = page.glyphs(turn);
    if (text.equals(" ")) {
      glyphs.space(u1 - u0);
      return;
    }
    facts.shown++;
    char first = text.charAt(0);
    if (first == 0xFFFD) {
      unknown++;
    } else if (first >= 0xE000 && first <= 0xF8FF) {
      if (!facts.symbols) {
        icons++;
      }
    } else {
      readable++;
    }
    boolean heavy =
        facts.bold
            || getGraphicsState().getTextState().getRenderingMode() == RenderingMode.FILL_STROKE;
    glyphs.add(
        text,
        Math.min(u0, u1),
        Math.max(u0, u1),
        base,
        size,
        facts.descent,
        heavy ? Glyphs.BOLD : 0);
  }

  /** Whether a font draws its glyphs by content streams of its own, which are not followed. */
  @Override
  protected void showType3Glyph(Matrix m, PDType3Font font, int code, Vector displacement) {
    // read by its code; its drawing says nothing
  }
}
