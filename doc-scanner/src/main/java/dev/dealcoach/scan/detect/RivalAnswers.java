package dev.dealcoach.scan.detect;

import dev.dealcoach.nlp.text.Span;
import dev.dealcoach.scan.parse.BlockKind;
import dev.dealcoach.scan.parse.Passage;
import dev.dealcoach.scan.segment.ReadBlock;
import dev.dealcoach.scan.segment.SegmentedDocument;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks for what a proposal says a rival's difference means for the customer: a consequence for
 * their people, money or day, or a measure with content. Parameters and praise are no answer.
 * Stateless.
 */
final class RivalAnswers {
  private static final List<String> ANSWERS = List.of("rival.consequence", "rival.commitment");

  private RivalAnswers() {}

  /** The sentence that answers, in the blocks {@code from} … {@code to}; null if none does. */
  static @Nullable Passage in(SegmentedDocument document, int from, int to, int raisedAt) {
    for (String cue : ANSWERS) {
      for (int i = from; i < to; i++) {
        ReadBlock block = document.blocks().get(i);
        if (block.block().heading() || (i == raisedAt && asks(block.text()))) {
          continue;
        }
        for (Span sentence : block.sentences()) {
          if (block.cues().has(cue, sentence)) {
            return Passage.of(block.block(), sentence.start(), sentence.end());
          }
        }
      }
    }
    return null;
  }

  /** After which block the text about a question, heading or list item ends. */
  static int end(SegmentedDocument document, int block) {
    List<ReadBlock> blocks = document.blocks();
    boolean heading = blocks.get(block).block().heading();
    boolean question = asks(blocks.get(block).text());
    int end = block + 1;
    while (end < blocks.size()) {
      ReadBlock next = blocks.get(end);
      if (next.block().heading() || (question && asks(next.text()))) {
        break;
      }
      boolean sameKind = next.block().kind() == blocks.get(block).block().kind();
      if (!heading && !question && (sameKind || next.block().kind() == BlockKind.TABLE_CELL)) {
        break;
      }
      end++;
    }
    return heading || question ? end : Math.min(end, block + 2);
  }

  /** Whether a text is a question or worry that stands on its own, its answer in other blocks. */
  static boolean asks(String text) {
    int last = text.length() - 1;
    while (last >= 0 && "”」\"' *".indexOf(text.charAt(last)) >= 0) {
      last--;
    }
    return last >= 0 && text.length() <= 80 && "？?".indexOf(text.charAt(last)) >= 0;
  }
}
