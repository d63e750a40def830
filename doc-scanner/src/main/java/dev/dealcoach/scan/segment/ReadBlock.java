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
 */
public record ReadBlock(Block block, List<Span> sentences, CueHits cues) {
  public ReadBlock {
    sentences = List.copyOf(sentences);
  }

  /** The block's text. */
  public String text() {
    return block.text();
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
