package dev.dealcoach.scan.detect.quote;

/**
 * Texts as one row of comparable units: Han characters and words of other scripts. Immutable after
 * building; the arrays are read within this package only. Offsets lead back to the texts.
 */
public final class Units {
  /** No punctuation before the unit. */
  static final byte NOTHING = 0;

  /** A comma or the like. */
  static final byte CLAUSE = 1;

  /** The end of a sentence. */
  static final byte SENTENCE = 2;

  /** A quotation mark. */
  static final byte QUOTE = 3;

  /** A colon: what comes before it leads in. */
  static final byte COLON = 4;

  /** Another text begins. */
  static final byte TEXT = 5;

  private final int size;
  final int[] key;
  final int[] text;
  final int[] start;
  final int[] end;
  final float[] weight;
  final byte[] before;

  Units(int size, int[] key, int[] text, int[] start, int[] end, float[] weight, byte[] before) {
    this.size = size;
    this.key = key;
    this.text = text;
    this.start = start;
    this.end = end;
    this.weight = weight;
    this.before = before;
  }

  /** How many there are. */
  public int size() {
    return size;
  }

  /** Number of the text that a unit stands in, from 0. */
  public int text(int unit) {
    return text[unit];
  }

  /** Offset in its text of a unit's first UTF-16 unit. */
  public int start(int unit) {
    return start[unit];
  }

  /** Offset in its text after a unit's last UTF-16 unit. */
  public int end(int unit) {
    return end[unit];
  }

  /** How much a unit says: 1 for a word with content, less for particles and pronouns. */
  public double weight(int unit) {
    return weight[unit];
  }

  /** The first unit that stands in this text or a later one. */
  public int firstOf(int wanted) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (text[middle] < wanted) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Whether punctuation stands before a unit, 0 for none; the start of a text counts. */
  public int clauseAt(int unit) {
    return before[unit];
  }

  /** The total weight of the units from (inclusive) … to (exclusive). */
  public double mass(int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += weight[i];
    }
    return sum;
  }
}
