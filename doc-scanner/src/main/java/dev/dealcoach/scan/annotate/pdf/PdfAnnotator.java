package dev.dealcoach.scan.annotate.pdf;

import dev.dealcoach.scan.parse.PageBox;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDAppearanceContentStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.blend.BlendMode;
import org.apache.pdfbox.pdmodel.graphics.color.PDColor;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationHighlight;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationMarkup;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceDictionary;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;

/**
 * Writes a copy of a PDF with notes as highlight annotations. What the document holds otherwise,
 * its own annotations too, stays as it is. Stateless, thread-safe.
 */
public final class PdfAnnotator {
  /** What becomes of notes that speak of no place. */
  public enum Placeless {
    /** They are not written. */
    LEFT_OUT,
    /** Each is a note icon at the top of the first page. */
    ON_FIRST_PAGE
  }

  /** A highlight reaches a little beyond the characters' box, in shares of the box's height. */
  private static final float ABOVE = 0.10f;

  private static final float BELOW = 0.12f;
  private static final float ICON = 18f;
  private static final float ICON_STEP = 24f;

  private PdfAnnotator() {}

  /**
   * Writes the copy. A note whose boxes lie on several pages becomes one annotation a page.
   *
   * @param original a PDF that opens without a password
   * @param notes in the order in which viewers should list them
   * @param target overwritten if it exists
   * @return how many annotations were added
   * @throws IOException if the original cannot be read or the copy cannot be written
   */
  public static int annotate(Path original, List<PdfNote> notes, Placeless placeless, Path target)
      throws IOException {
    try (PDDocument document = Loader.loadPDF(original.toFile())) {
      document.setAllSecurityToBeRemoved(true);
      int added = 0;
      int icons = 0;
      for (int i = 0; i < notes.size(); i++) {
        PdfNote note = notes.get(i);
        if (!note.boxes().isEmpty()) {
          added += highlight(document, note, i);
        } else if (placeless == Placeless.ON_FIRST_PAGE && document.getNumberOfPages() > 0) {
          icon(document, note, i, icons++);
          added++;
        }
      }
      document.save(target.toFile());
      return added;
    }
  }

  private static int highlight(PDDocument document, PdfNote note, int number) throws IOException {
    TreeMap<Integer, List<PageBox>> pages = new TreeMap<>();
    for (PageBox box : note.boxes()) {
      if (box.page() >= 1 && box.page() <= document.getNumberOfPages()) {
        pages.computeIfAbsent(box.page(), p -> new ArrayList<>()).add(box);
      }
    }
    for (var entry : pages.entrySet()) {
      PDPage page = document.getPage(entry.getKey() - 1);
      PageSpace space = new PageSpace(page);
      List<float[]> quads = new ArrayList<>();
      for (PageBox box : entry.getValue()) {
        quads.add(quad(space, box));
      }
      PDAnnotationHighlight mark = new PDAnnotationHighlight();
      mark.setQuadPoints(flat(quads));
      mark.setRectangle(around(quads));
      mark.setConstantOpacity(1);
      describe(mark, note, "note-" + number + "-" + entry.getKey());
      draw(document, mark, quads, note.mark().colour());
      add(page, mark);
    }
    return pages.size();
  }

  /**
   * The box with a little room before and after the line: at the sides of one that runs upright.
   */
  private static float[] quad(PageSpace space, PageBox box) {
    float w = box.x1() - box.x0();
    float h = box.y1() - box.y0();
    if (h > 1.5f * w) {
      return space.quad(box.x0() - BELOW * w, box.y0(), box.x1() + BELOW * w, box.y1());
    }
    return space.quad(box.x0(), box.y0() - ABOVE * h, box.x1(), box.y1() + BELOW * h);
  }

  private static void icon(PDDocument document, PdfNote note, int number, int place)
      throws IOException {
    PDPage page = document.getPage(0);
    PageSpace space = new PageSpace(page);
    int perRow = Math.max(1, (int) ((space.width() - 2 * ICON) / ICON_STEP));
    float x = ICON + place % perRow * ICON_STEP;
    int row = place / perRow;
    float y = ICON + row * ICON_STEP;
    List<float[]> quad = List.of(space.quad(x, y, x + ICON, y + ICON));
    PDAnnotationText text = new PDAnnotationText();
    text.setName(PDAnnotationText.NAME_COMMENT);
    text.setRectangle(around(quad));
    describe(text, note, "note-" + number);
    draw(document, text, quad, note.mark().colour());
    add(page, text);
  }

  private static void describe(PDAnnotationMarkup mark, PdfNote note, String name) {
    float[] c = note.mark().colour();
    mark.setColor(new PDColor(c, PDDeviceRGB.INSTANCE));
    mark.setTitlePopup(note.title());
    mark.setContents(note.text());
    mark.setAnnotationName(name);
    mark.setPrinted(true);
  }

  private static void add(PDPage page, PDAnnotationMarkup mark) throws IOException {
    mark.setPage(page);
    var all = new ArrayList<>(page.getAnnotations());
    all.add(mark);
    page.setAnnotations(all);
  }

  /** The appearance: the quadrilaterals filled, multiplied with what lies beneath. */
  private static void draw(
      PDDocument document, PDAnnotationMarkup mark, List<float[]> quads, float[] colour)
      throws IOException {
    PDAppearanceStream look = new PDAppearanceStream(document);
    look.setBBox(mark.getRectangle());
    PDResources resources = new PDResources();
    look.setResources(resources);
    PDExtendedGraphicsState multiply = new PDExtendedGraphicsState();
    multiply.setBlendMode(BlendMode.MULTIPLY);
    try (PDAppearanceContentStream out = new PDAppearanceContentStream(look)) {
      out.setGraphicsStateParameters(multiply);
      out.setNonStrokingColor(new PDColor(colour, PDDeviceRGB.INSTANCE));
      for (float[] q : quads) {
        out.moveTo(q[0], q[1]);
        out.lineTo(q[2], q[3]);
        out.lineTo(q[6], q[7]);
        out.lineTo(q[4], q[5]);
        out.closePath();
        out.fill();
      }
    }
    look.getCOSObject().setItem(COSName.GROUP, PageSpace.transparency());
    PDAppearanceDictionary looks = new PDAppearanceDictionary();
    looks.setNormalAppearance(look);
    mark.setAppearance(looks);
  }

  private static float[] flat(List<float[]> quads) {
    float[] out = new float[quads.size() * 8];
    for (int i = 0; i < quads.size(); i++) {
      System.arraycopy(quads.get(i), 0, out, i * 8, 8);
    }
    return out;
  }

  private static PDRectangle around(List<float[]> quads) {
    float x0 = Float.MAX_VALUE;
    float y0 = Float.MAX_VALUE;
    float x1 = -Float.MAX_VALUE;
    float y1 = -Float.MAX_VALUE;
    for (float[] q : quads) {
      for (int i = 0; i < 8; i += 2) {
        x0 = Math.min(x0, q[i]);
        x1 = Math.max(x1, q[i]);
        y0 = Math.min(y0, q[i + 1]);
        y1 = Math.max(y1, q[i + 1]);
      }
    }
    return new PDRectangle(x0, y0, x1 - x0, y1 - y0);
  }
}
