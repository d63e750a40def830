package dev.dealcoach.scan.annotate.pdf;

import dev.dealcoach.scan.parse.PageBox;
import java.util.List;

/**
 * A note for the margin of a PDF. Immutable.
 *
 * @param severity decides its colour
 * @param title one line, shown as the note's author line; may be empty
 * @param text what the reader is told; line feeds allowed
 * @param boxes what it speaks of, empty if it speaks of the whole document
 */
public record PdfNote(Severity severity, String title, String text, List<PageBox> boxes) {
  public PdfNote {
    boxes = List.copyOf(boxes);
  }

  /** How grave it is, and in which colour it is shown. */
  public enum Severity {
    INFO(0.62f, 0.80f, 1.00f),
    ADVICE(0.70f, 0.92f, 0.62f),
    WARNING(1.00f, 0.88f, 0.35f),
    PROBLEM(1.00f, 0.62f, 0.58f);

    private final float red;
    private final float green;
    private final float blue;

    Severity(float red, float green, float blue) {
      this.red = red;
      this.green = green;
      this.blue = blue;
    }

    float[] colour() {
      return new float[] {red, green, blue};
    }
  }
}
