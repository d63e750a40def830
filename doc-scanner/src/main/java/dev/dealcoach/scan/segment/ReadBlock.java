package dev.dealcoach.scan.segment;

import dev.dealcoach.nlp.pack.CueHits;
import dev.dealcoach.nlp.text.Span;
import dev.dealcoach.scan.parse.Block;
import java.util.List;

/**
 * A block that has been read: once, for all detectors. Immutable.
 *
 * @param block the block
 * @param sentences its sentences, in order
 * @param cues where the rule pack's cues stand in its text
 * @param level its level as a heading from 1, by its format or by its look; 0 if it is none
 */
public record ReadBlock(Block block, List<Span> sentences, CueHits cues, int level) {
  public ReadBlock {
    sentences = List.copyOf(sentences);
  }

  /** The block's text. */
  public String text() {
    return block.text();
  }

  /** Whether it heads a section. */
  public boolean heading() {
    return level > 0;
  }

  /** The block's index. */
  public int index() {
    return block.index();
  }

  /** The whole text as a span. */
  public Span whole() {
    return new Span(0, block.text().length());
  }
}
