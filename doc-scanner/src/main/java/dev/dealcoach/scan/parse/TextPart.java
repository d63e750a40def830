package dev.dealcoach.scan.parse;

/**
 * A stretch of one block's text. Immutable.
 *
 * @param block the block's index
 * @param start first UTF-16 unit in the block's text
 * @param end after the last one; greater than {@code start}
 */
public record TextPart(int block, int start, int end) implements Comparable<TextPart> {
  public TextPart {
    if (block < 0 || start < 0 || end <= start) {
      throw new IllegalArgumentException(
          "no text part: block " + block + ", " + start + ".." + end);
    }
  }

  @Override
  public int compareTo(TextPart other) {
    return block != other.block
        ? Integer.compare(block, other.block)
        : start != other.start
            ? Integer.compare(start, other.start)
            : Integer.compare(end, other.end);
  }
}
