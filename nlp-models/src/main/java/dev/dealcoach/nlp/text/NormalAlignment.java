package dev.dealcoach.nlp.text;

import java.text.Normalizer;
import java.util.stream.IntStream;

/**
 * The {@linkplain NormalText normal form} of a text together with where each of its units came
 * from, so that a place in a block leads back to the file. Immutable.
 */
public final class NormalAlignment {
  private final String text;
  // for each unit of the normal form the raw unit it came from, and the one after its last
  private final int[] starts;
  private final int[] ends;
  private final int rawLength;

  private NormalAlignment(String text, int[] starts, int[] ends, int rawLength) {
    this.text = text;
    this.starts = starts;
    this.ends = ends;
    this.rawLength = rawLength;
  }

  /** Brings a text to normal form and remembers the way. */
  public static NormalAlignment of(CharSequence raw) {
    String text = NormalText.of(raw);
    Composed composed = Composed.of(raw);
    int[] starts = new int[text.length()];
    int[] ends = new int[text.length()];
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ' ') {
        while (!isSpace(composed.text.charAt(from))) {
          from++;
        }
      } else {
        // what the normal form leaves out is never equal to a unit that it keeps
        while (!same(c, composed.text.charAt(from))) {
          from++;
        }
      }
      starts[i] = composed.start(from);
      ends[i] = composed.start(from + 1);
      from++;
    }
    return new NormalAlignment(text, starts, ends, raw.length());
  }

  /** The normal form. */
  public String text() {
    return text;
  }

  /**
   * Where the raw text of a stretch of the normal form lies.
   *
   * @param span not empty, inside the normal form
   */
  public Span raw(Span span) {
    if (span.length() == 0 || span.end() > text.length()) {
      throw new IllegalArgumentException("not a stretch of this text: " + span);
    }
    return new Span(starts[span.start()], ends[span.end() - 1]);
  }

  /**
   * The first unit of the normal form that came from the raw text at or after an offset; the length
   * of the normal form if none did.
   */
  public int normal(int rawOffset) {
    if (rawOffset < 0 || rawOffset > rawLength) {
      throw new IndexOutOfBoundsException(rawOffset);
    }
    int low = 0;
    int high = starts.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (starts[middle] < rawOffset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static boolean same(char normal, char raw) {
    return normal == raw || (normal == '\uFFFD' && Character.isSurrogate(raw));
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  /** A text in NFC with the raw offset of each unit and, at the end, the raw length. */
  @SuppressWarnings("ArrayRecordComponent") // private, never compared
  private record Composed(String text, int[] starts) {
    int start(int i) {
      return starts[i];
    }

    static Composed of(CharSequence raw) {
      if (Normalizer.isNormalized(raw, Normalizer.Form.NFC)) {
        return new Composed(raw.toString(), IntStream.rangeClosed(0, raw.length()).toArray());
      }
      String whole = Normalizer.normalize(raw, Normalizer.Form.NFC);
      int[] starts = new int[whole.length() + 1];
      int done = 0;
      int from = 0;
      for (int i = 1; i <= raw.length(); i++) {
        if (i == raw.length() || startsCluster(raw, i)) {
          int length = Normalizer.normalize(raw.subSequence(from, i), Normalizer.Form.NFC).length();
          for (int k = 0; k < length && done < whole.length(); k++) {
            starts[done++] = from;
          }
          from = i;
        }
      }
      while (done <= whole.length()) {
        starts[done++] = raw.length();
      }
      return new Composed(whole, starts);
    }

    /** Whether composition never reaches back over this offset. */
    private static boolean startsCluster(CharSequence raw, int i) {
      char c = raw.charAt(i);
      if (Character.isLowSurrogate(c) || (c >= 0x1160 && c <= 0x11FF)) {
        return false;
      }
      return switch (Character.getType(Character.codePointAt(raw, i))) {
        case Character.NON_SPACING_MARK,
            Character.COMBINING_SPACING_MARK,
            Character.ENCLOSING_MARK ->
            false;
        default -> true;
      };
    }
  }
}
