package dev.dealcoach.scan.parse.office.word;

import dev.dealcoach.scan.parse.Block;
import dev.dealcoach.scan.parse.BlockKind;
import dev.dealcoach.scan.parse.draft.DocumentDraft;
import dev.dealcoach.scan.parse.draft.HeadingGuess;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds the headings of a Word file whose author used no heading styles, from what the paragraphs
 * look like. For one document and thread.
 */
final class WordOutline {
  // a heading is at least one point larger than the running text
  private static final int LARGER_HALF_POINTS = 2;

  private final DocumentDraft draft;
  private final List<Seen> seen = new ArrayList<>();
  private boolean styled;

  private record Seen(int index, DocxParagraph.Look look) {}

  WordOutline(DocumentDraft draft) {
    this.draft = draft;
  }

  /**
   * Notes a paragraph of the document.
   *
   * @param index of its block
   * @param title whether it has the style of the document's title, which many use who number their
   *     headings by hand
   * @param main whether it stands in the main text
   */
  void add(int index, DocxParagraph.Look look, boolean title, boolean main) {
    Block block = draft.blocks().get(index);
    if (block.kind() == BlockKind.HEADING) {
      styled |= !title;
    } else if (main
        && (block.kind() == BlockKind.PARAGRAPH || block.kind() == BlockKind.LIST_ITEM)) {
      seen.add(new Seen(index, look));
    }
  }

  /** Turns paragraphs into headings if no style did. */
  void finish() {
    if (styled || seen.isEmpty()) {
      return;
    }
    int usual = usualSize();
    boolean boldSaysNothing = mostlyBold();
    List<HeadingGuess.Candidate> candidates = new ArrayList<>();
    for (Seen one : seen) {
      boolean larger = one.look().halfPoints() >= usual + LARGER_HALF_POINTS;
      candidates.add(
          new HeadingGuess.Candidate(
              one.index(),
              (one.look().bold() && !boldSaysNothing) || larger,
              one.look().numbered()));
    }
    HeadingGuess.apply(draft, candidates);
  }

  private boolean mostlyBold() {
    long bold = 0;
    long all = 0;
    for (Seen one : seen) {
      int length = draft.blocks().get(one.index()).text().length();
      all += length;
      bold += one.look().bold() ? length : 0;
    }
    return bold * 2 > all;
  }

  /** The size that most of the text has, in half points. */
  private int usualSize() {
    Map<Integer, Integer> characters = new TreeMap<>();
    for (Seen one : seen) {
      characters.merge(
          one.look().halfPoints(), draft.blocks().get(one.index()).text().length(), Integer::sum);
    }
    return characters.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
  }
}
