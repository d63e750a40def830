package dev.dealcoach.nlp.text;

/**
 * A place in a text: UTF-16 offsets from {@code start} (inclusive) to {@code end} (exclusive).
 * Immutable.
 *
 * @param start 0 or more
 * @param end at least {@code start}
 */
public record Span(int start, int end) implements Comparable<Span> {
  /** Checks the order of the two ends. */
  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("no span: " + start + ".." + end);
    }
  }

  /** How many UTF-16 units it covers. */
  public int length() {
    return end - start;
  }

  /** The text at this place. */
  public String of(CharSequence text) {
    return text.subSequence(start, end).toString();
  }

  /** Whether the two share at least one unit. */
  public boolean overlaps(Span other) {
    return start < other.end && other.start < end;
  }

  /** Whether the other lies wholly inside this one. */
  public boolean contains(Span other) {
    return start <= other.start && other.end <= end;
  }

  /** The same place in a text in which this one's text begins at {@code offset}. */
  public Span shift(int offset) {
    return new Span(start + offset, end + offset);
  }

  @Override
  public int compareTo(Span other) {
    return start != other.start
        ? Integer.compare(start, other.start)
        : Integer.compare(end, other.end);
  }
}
