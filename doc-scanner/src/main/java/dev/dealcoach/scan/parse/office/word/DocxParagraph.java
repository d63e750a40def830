package dev.dealcoach.scan.parse.office.word;

import dev.dealcoach.scan.parse.BlockKind;
import dev.dealcoach.scan.parse.BlockOrigin;
import dev.dealcoach.scan.parse.CellPosition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A paragraph of a Word file as it stands in the XML. Immutable.
 *
 * @param kind what its style makes of it
 * @param level heading level or depth in a list, from 1, otherwise 0
 * @param title whether it has the style of the document's title
 * @param raw its text, not yet in normal form; may be empty
 * @param pieces where the text stands in the XML, in order, covering all of {@code raw}
 * @param origin where it stands
 * @param cell its place in a table
 * @param look what it looks like
 * @param host element number of the run in the main text that a footnote or text box hangs on, -1
 *     for a paragraph of the main text itself
 */
public record DocxParagraph(
    BlockKind kind,
    int level,
    boolean title,
    String raw,
    List<Piece> pieces,
    BlockOrigin origin,
    @Nullable CellPosition cell,
    Look look,
    int host) {
  public DocxParagraph {
    pieces = List.copyOf(pieces);
  }

  /**
   * A stretch of a paragraph's raw text.
   *
   * @param element number of the XML element that it is the text of, counting all elements of the
   *     part from 0 in the order of the XML
   * @param start offset in the raw text
   * @param end offset after the last unit
   */
  public record Piece(int element, int start, int end) {}

  /**
   * What tells a heading in a document without styles.
   *
   * @param bold whether all text is bold
   * @param halfPoints size of its largest text in half points, 0 if only the defaults say
   * @param numbered whether it is numbered in Chinese numerals or as a chapter by the format
   */
  record Look(boolean bold, int halfPoints, boolean numbered) {}
}
