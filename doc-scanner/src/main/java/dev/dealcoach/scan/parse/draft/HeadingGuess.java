package dev.dealcoach.scan.parse.draft;

import dev.dealcoach.scan.parse.Block;
import dev.dealcoach.scan.parse.BlockKind;
import java.util.List;

/**
 * Finds the headings of a document whose author used no heading styles: short lines that are bold,
 * larger or numbered. Stateless.
 */
public final class HeadingGuess {
  /**
   * Longest heading that has no number: emphasised lines beyond this are more often a slogan or a
   * stressed sentence.
   */
  private static final int LONGEST_UNNUMBERED = 20;

  /**
   * Two numbered lines in a row may be a section without content and the next one; three are a list
   * or a table of contents.
   */
  private static final int SHORTEST_LIST = 3;

  private HeadingGuess() {}

  /**
   * A paragraph that may be a heading.
   *
   * @param index of its block
   * @param emphasised whether all of it is bold, or larger than the document's running text
   * @param numbered whether the format numbers it 一、二、… or 第一章, so that its text bears no mark
   */
  public record Candidate(int index, boolean emphasised, boolean numbered) {}

  /** Turns those of the candidates that look like it into headings. */
  public static void apply(DocumentDraft draft, List<Candidate> candidates) {
    for (Candidate candidate : candidates) {
      Block block = draft.blocks().get(candidate.index());
      int level = level(draft.blocks(), block, candidate);
      if (level > 0) {
        draft.reshape(candidate.index(), BlockKind.HEADING, level);
      }
    }
  }

  private static int level(List<Block> blocks, Block block, Candidate candidate) {
    String text = block.text();
    if (!HeadingMark.shape(text)) {
      return 0;
    }
    int marked = candidate.numbered() ? 1 : HeadingMark.level(text);
    if (candidate.emphasised()) {
      boolean title =
          marked == 0
              && block.kind() == BlockKind.PARAGRAPH
              && text.length() <= LONGEST_UNNUMBERED
              && !text.endsWith("：")
              && !text.endsWith(":");
      return title ? 1 : marked;
    }
    // without emphasis only a clear mark counts, and not in a row of such lines, which is a list
    return HeadingMark.strong(text) && row(blocks, block.index(), marked) < SHORTEST_LIST
        ? marked
        : 0;
  }

  /**
   * How many blocks in a row, this one among them, are numbered on this level; counts no further
   * than it takes to call them a list.
   */
  private static int row(List<Block> blocks, int index, int level) {
    int length = 1;
    for (int i = index - 1; i >= 0 && length < SHORTEST_LIST && marked(blocks.get(i), level); i--) {
      length++;
    }
    for (int i = index + 1;
        i < blocks.size() && length < SHORTEST_LIST && marked(blocks.get(i), level);
        i++) {
      length++;
    }
    return length;
  }

  private static boolean marked(Block block, int level) {
    return HeadingMark.shape(block.text())
        && HeadingMark.strong(block.text())
        && HeadingMark.level(block.text()) == level;
  }
}
