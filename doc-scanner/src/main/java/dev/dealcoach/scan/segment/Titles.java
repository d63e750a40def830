package dev.dealcoach.scan.segment;

import dev.dealcoach.nlp.pack.CueHits;
import dev.dealcoach.nlp.text.Han;
import dev.dealcoach.scan.parse.Block;
import dev.dealcoach.scan.parse.BlockKind;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Recognises paragraphs that are headings in all but format: letters, plain text, slides exported
 * to PDF and hand-made Word files have them. A title is short, does not end like a sentence, and is
 * numbered, bracketed, or made of the words that head a section. Stateless.
 */
final class Titles {
  private static final int LONGEST_WIDE = 28;
  private static final int LONGEST_LATIN = 70;

  private static final Pattern CHAPTER =
      Pattern.compile(
          "^(?:第[一二三四五六七八九十\\d]+[章节部分篇]|[一二三四五六七八九十]{1,3}\\s?[、.．]|【.+】$|P\\s?\\d+\\b|Part \\w+|Section \\d+|[■◆★▌●▍]\\s?\\S).*");
  private static final Pattern NUMBERED =
      Pattern.compile(
          "^(?:[（(][一二三四五六七八九十\\d]{1,3}[)）]|\\d{1,2}(?:[.．]\\d{1,2}){0,2}[、.．]?\\s?(?![\\d%％])).*");

  private Titles() {}

  /**
   * The level a paragraph has as a heading, from 2; 0 if it is none.
   *
   * @param block a block that its format does not call a heading
   * @param cues what stands in it
   * @param next the block after it
   */
  static int level(Block block, CueHits cues, @Nullable Block next) {
    boolean free = block.kind() == BlockKind.PARAGRAPH || block.kind() == BlockKind.LIST_ITEM;
    if (!free || next == null || next.heading() || !shaped(block.text())) {
      return 0;
    }
    boolean wording = announces(cues);
    if (CHAPTER.matcher(block.text()).matches()) {
      return 2;
    }
    if (block.kind() == BlockKind.PARAGRAPH
        && NUMBERED.matcher(block.text()).matches()
        && next.kind() != BlockKind.LIST_ITEM
        && next.text().length() > block.text().length()) {
      return 3;
    }
    boolean stands =
        block.kind() == BlockKind.PARAGRAPH
            && block.text().length() <= (wide(block.text()) ? 16 : 40);
    return stands && wording && next.text().length() > block.text().length() ? 2 : 0;
  }

  private static boolean announces(CueHits cues) {
    for (SectionRole role : SectionRole.values()) {
      if (cues.has(role.headingCue())) {
        return true;
      }
    }
    return false;
  }

  private static boolean shaped(String text) {
    char end = text.charAt(text.length() - 1);
    boolean sentence =
        "。；;，,！!.：:、".indexOf(end) >= 0 || text.indexOf('。') >= 0 || text.indexOf('；') >= 0;
    return !sentence
        && text.length() <= (wide(text) ? LONGEST_WIDE : LONGEST_LATIN)
        && letters(text) >= 2;
  }

  private static boolean wide(String text) {
    return Han.count(text) * 2 >= text.length();
  }

  private static long letters(String text) {
    return text.chars().filter(Character::isLetter).count();
  }

  /**
   * The level of every block as a heading: the format's own, else {@link #level}, below the
   * format's headings; 0 for none.
   */
  static int[] levels(List<Block> blocks, List<CueHits> cues) {
    int[] levels = new int[blocks.size()];
    int formal = 0;
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      if (block.heading()) {
        formal = Math.max(1, block.level());
        levels[i] = formal;
      } else {
        int title = level(block, cues.get(i), i + 1 < blocks.size() ? blocks.get(i + 1) : null);
        levels[i] = title == 0 ? 0 : Math.max(title, formal + 1);
      }
    }
    return levels;
  }
}
