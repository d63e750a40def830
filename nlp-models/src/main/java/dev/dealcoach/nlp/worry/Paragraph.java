package dev.dealcoach.nlp.worry;

import dev.dealcoach.nlp.text.Span;
import java.util.List;

/**
 * A paragraph, heading or table cell. Immutable.
 *
 * @param text as it is read, label and list mark included
 * @param form what it is
 * @param units places in the text that may raise a worry, in order, not overlapping
 */
public record Paragraph(String text, Form form, List<Span> units) {
  /** What a paragraph is in the document. */
  public enum Form {
    HEADING,
    CELL,
    TEXT
  }

  /** Copies the units. */
  public Paragraph {
    units = List.copyOf(units);
  }
}
