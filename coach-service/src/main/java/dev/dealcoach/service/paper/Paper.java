package dev.dealcoach.service.paper;

import dev.dealcoach.nlp.text.Language;
import java.util.List;

/**
 * Something to be printed. Immutable.
 *
 * @param title of the file, and at the foot of every page
 * @param language of the text
 * @param blocks in reading order
 */
public record Paper(String title, Language language, List<Block> blocks) {
  public Paper {
    blocks = List.copyOf(blocks);
  }

  /** A piece of it. */
  public sealed interface Block {
    /** What it is about; once. */
    record Title(String text) implements Block {}

    /** What a part is about. */
    record Heading(String text) implements Block {}

    /** What comes first in a part, and is important. */
    record Strong(String text) implements Block {}

    /** A paragraph. */
    record Text(String text) implements Block {}

    /** A paragraph of less weight. */
    record Muted(String text) implements Block {}

    /** A paragraph of somebody else's words. */
    record Quote(String text) implements Block {}

    /** An entry of a list. */
    record Item(String text) implements Block {}

    /**
     * A table.
     *
     * @param shares of the width, a column each, together 1
     * @param head the columns' names
     * @param rows with as many cells as there are columns
     */
    record Table(List<Double> shares, List<String> head, List<List<String>> rows) implements Block {
      public Table {
        shares = List.copyOf(shares);
        head = List.copyOf(head);
        rows = rows.stream().map(List::copyOf).toList();
      }
    }
  }
}
