package dev.dealcoach.scan.segment;

import dev.dealcoach.scan.parse.ParsedDocument;
import java.util.List;

/**
 * A document read once, and its sections. Immutable.
 *
 * @param document as parsed
 * @param blocks {@code blocks.get(i)} is block i, read
 * @param sections in order, tiling the document
 */
public record SegmentedDocument(
    ParsedDocument document, List<ReadBlock> blocks, List<Section> sections) {
  public SegmentedDocument {
    blocks = List.copyOf(blocks);
    sections = List.copyOf(sections);
  }

  /** The section that a block belongs to. */
  public Section sectionOf(int block) {
    return sections.get(sectionIndexOf(block));
  }

  /** The index of the section that a block belongs to. */
  public int sectionIndexOf(int block) {
    int low = 0;
    int high = sections.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (sections.get(middle).from() <= block) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }
}
