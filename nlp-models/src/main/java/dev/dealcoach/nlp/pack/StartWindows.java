package dev.dealcoach.nlp.pack;

import java.util.Arrays;

/**
 * The stretches of a text in which a pattern can begin, because a match holds certain literals not
 * far from its beginning. Immutable, thread-safe.
 */
final class StartWindows {
  private final Letters literals = new Letters();
  private final int nearest;
  private final int furthest;
  private final boolean wholeWords;

  /**
   * @param required literals of the pattern, bounded
   * @param wholeWords whether a match never begins inside a word
   */
  StartWindows(RequiredLiterals required, boolean wholeWords) {
    this.nearest = required.nearest();
    this.furthest = required.furthest();
    this.wholeWords = wholeWords;
    required.literals().forEach(literal -> literals.path(literal).add(0));
  }

  /** The places at which the pattern can begin, ascending, each once. */
  int[] places(String text) {
    int[] places = new int[16];
    int size = 0;
    int next = 0;
    for (int i = 0; i < text.length(); i++) {
      if (!stands(text, i)) {
        continue;
      }
      int last = Math.min(i - nearest, text.length() - 1);
      for (next = Math.max(next, i - furthest); next <= last; next++) {
        if (wholeWords && next > 0 && Character.isLetterOrDigit(text.charAt(next - 1))) {
          continue;
        }
        if (size == places.length) {
          places = Arrays.copyOf(places, 2 * size);
        }
        places[size++] = next;
      }
    }
    return Arrays.copyOf(places, size);
  }

  /** Those of some places, ascending, at which the pattern can begin. */
  int[] among(int[] places, String text) {
    int[] left = new int[places.length];
    int size = 0;
    int seen = -1; // a literal stands here
    for (int place : places) {
      int last = Math.min(place + furthest, text.length() - 1);
      int i = Math.max(seen, Math.max(0, place + nearest));
      while (i <= last && !stands(text, i)) {
        i++;
      }
      if (i <= last) {
        seen = i;
        left[size++] = place;
      }
    }
    return size == left.length ? left : Arrays.copyOf(left, size);
  }

  /** Whether a literal stands at a place of a text. */
  private boolean stands(String text, int at) {
    Letters node = literals;
    for (int i = at; i < text.length(); i++) {
      node = node.next(Keys.of(text.charAt(i)));
      if (node == null) {
        return false;
      }
      if (node.owners.length > 0) {
        return true;
      }
    }
    return false;
  }
}
