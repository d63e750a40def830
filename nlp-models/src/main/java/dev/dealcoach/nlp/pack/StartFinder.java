package dev.dealcoach.nlp.pack;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/**
 * Finds in one pass over a text at which places each of many patterns can begin, by their {@link
 * PossibleStarts}. Immutable after construction, thread-safe.
 */
final class StartFinder {
  private final Letters root = new Letters();
  private final boolean wholeWords;
  private final int size;

  /**
   * @param starts for each pattern (its index is its number) how it can begin; a pattern with the
   *     empty start is left to its owner
   * @param wholeWords whether a match never begins inside a word
   */
  StartFinder(List<Set<String>> starts, boolean wholeWords) {
    this.wholeWords = wholeWords;
    this.size = starts.size();
    for (int owner = 0; owner < size; owner++) {
      for (String start : starts.get(owner)) {
        if (!start.isEmpty()) {
          root.path(start).add(owner);
        }
      }
    }
  }

  /**
   * The places of a text at which patterns can begin.
   *
   * @param wanted numbers of the patterns to look for
   */
  Starts startsIn(String text, BitSet wanted) {
    Starts starts = new Starts(size);
    for (int place = 0; place < text.length(); place++) {
      if (wholeWords && place > 0 && Character.isLetterOrDigit(text.charAt(place - 1))) {
        continue;
      }
      Letters node = root;
      for (int i = place; node != null; i++) {
        starts.add(node.owners, wanted, place);
        if (i >= text.length()) {
          break;
        }
        char c = text.charAt(i);
        if (Character.isUpperCase(c)) {
          Letters capital = node.next(Keys.CAPITAL);
          if (capital != null) {
            starts.add(capital.owners, wanted, place);
          }
        }
        node = node.next(Keys.of(c));
      }
    }
    return starts;
  }

  /** Places by pattern, ascending, each once. Thread-safe once filled. */
  static final class Starts {
    private static final int[] NONE = {};
    private final int[][] places;
    private final int[] sizes;

    private Starts(int patterns) {
      places = new int[patterns][];
      sizes = new int[patterns];
    }

    private void add(int[] owners, BitSet wanted, int place) {
      for (int owner : owners) {
        if (wanted.get(owner)) {
          add(owner, place);
        }
      }
    }

    private void add(int owner, int place) {
      int size = sizes[owner];
      int[] known = places[owner];
      if (size > 0 && known[size - 1] == place) {
        return;
      }
      if (size == 0) {
        known = new int[4];
        places[owner] = known;
      } else if (size == known.length) {
        known = Arrays.copyOf(known, size * 2);
        places[owner] = known;
      }
      known[size] = place;
      sizes[owner] = size + 1;
    }

    /** Where a pattern can begin. */
    int[] of(int owner) {
      return sizes[owner] == 0 ? NONE : Arrays.copyOf(places[owner], sizes[owner]);
    }
  }
}
