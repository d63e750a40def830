package dev.dealcoach.nlp.pack;

/**
 * A text that may be looked at so often only: a pattern that tries too many ways through it is
 * stopped, after the same number of steps on every machine. Not thread-safe.
 */
final class MeteredText implements CharSequence {
  private final CharSequence text;
  private long left;

  /**
   * @param steps how many characters may be read, counting again those read again
   */
  MeteredText(CharSequence text, long steps) {
    this.text = text;
    this.left = steps;
  }

  /** Somebody has looked too often. */
  static final class Exhausted extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Exhausted() {
      super("too many steps", null, false, false);
    }
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public char charAt(int index) {
    if (--left < 0) {
      throw new Exhausted();
    }
    return text.charAt(index);
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return text.subSequence(start, end);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
