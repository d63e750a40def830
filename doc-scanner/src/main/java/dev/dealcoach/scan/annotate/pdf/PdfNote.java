package dev.dealcoach.scan.annotate.pdf;

import dev.dealcoach.scan.parse.PageBox;
import java.util.List;

/**
 * A note for the margin of a PDF. Immutable.
 *
 * @param mark decides its colour
 * @param title one line, shown as the note's author line; may be empty
 * @param text what the reader is told; line feeds allowed
 * @param boxes what it speaks of, empty if it speaks of the whole document
 */
public record PdfNote(Mark mark, String title, String text, List<PageBox> boxes) {
  public PdfNote {
    boxes = List.copyOf(boxes);
  }

  /** What it marks, and in which colour: those of the page that shows the review. */
  public enum Mark {
    /** The customer's own words. */
    QUOTE(0xffe9b0),
    EVIDENCE(0xcfeed5),
    OBJECTION(0xd4e4fb),
    /** Words that should be mended. */
    FINDING(0xfcd9d2),
    /** Where something is missing. */
    GAP(0xe4e1d9);

    private final int rgb;

    Mark(int rgb) {
      this.rgb = rgb;
    }

    float[] colour() {
      return new float[] {(rgb >> 16) / 255f, (rgb >> 8 & 255) / 255f, (rgb & 255) / 255f};
    }
  }
}
