package dev.dealcoach.scan.annotate.docx;

import dev.dealcoach.scan.parse.TextPart;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A comment for a Word file. Immutable.
 *
 * @param author shown as who wrote it
 * @param date when it was written, null to leave it open
 * @param text what the reader is told; line feeds part paragraphs
 * @param parts what it speaks of, in reading order, offsets in the blocks' text; empty if it speaks
 *     of the whole document
 */
public record DocxNote(String author, @Nullable Instant date, String text, List<TextPart> parts) {
  public DocxNote {
    parts = List.copyOf(parts);
  }
}
