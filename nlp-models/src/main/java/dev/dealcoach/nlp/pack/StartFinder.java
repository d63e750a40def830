package dev.dealcoach.nlp.pack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds in one pass over a text at which places each of many patterns can begin, by their {@link
 * PossibleStarts}. Immutable after construction, thread-safe.
 */
final class StartFinder {
  private final Node root = new Node();
  private final boolean wholeWords;

  /**
   * @param starts for each pattern (its index is its number) how it can begin; a pattern with the
   *     empty start is left to its owner
   * @param wholeWords whether a match never begins inside a word
   */
  StartFinder(List<Set<String>> starts, boolean wholeWords) {
    this.wholeWords = wholeWords;
    for (int owner = 0; owner < starts.size(); owner++) {
      for (String start : starts.get(owner)) {
        Node node = root;
        for (int i = 0; i < start.length(); i++) {
          node = node.next.computeIfAbsent(start.charAt(i), _ -> new Node());
        }
        if (!start.isEmpty()) {
          node.owners.add(owner);
        }
      }
    }
  }

  /**
   * The places of a text at which patterns can begin.
   *
   * @param wanted numbers of the patterns to look for
   */
  Starts startsIn(CharSequence text, BitSet wanted) {
    Starts starts = new Starts();
    for (int place = 0; place < text.length(); place++) {
      if (wholeWords && place > 0 && Character.isLetterOrDigit(text.charAt(place - 1))) {
        continue;
      }
      Node node = root;
      for (int i = place; node != null; i++) {
        for (int owner : node.owners) {
          if (wanted.get(owner)) {
            starts.add(owner, place);
          }
        }
        if (i >= text.length()) {
          break;
        }
        char c = text.charAt(i);
        Node capital = Character.isUpperCase(c) ? node.next.get(PossibleStarts.CAPITAL) : null;
        if (capital != null) {
          for (int owner : capital.owners) {
            if (wanted.get(owner)) {
              starts.add(owner, place);
            }
          }
        }
        node = node.next.get(PossibleStarts.keyOf(c));
      }
    }
    return starts;
  }

  /** Places by pattern, ascending, each once. Thread-safe once filled. */
  static final class Starts {
    private static final int[] NONE = {};
    private final Map<Integer, int[]> places = new HashMap<>();
    private final Map<Integer, Integer> sizes = new HashMap<>();

    private void add(int owner, int place) {
      int size = sizes.getOrDefault(owner, 0);
      int[] known = places.getOrDefault(owner, NONE);
      if (size > 0 && known[size - 1] == place) {
        return;
      }
      if (size == known.length) {
        known = Arrays.copyOf(known, Math.max(4, size * 2));
        places.put(owner, known);
      }
      known[size] = place;
      sizes.put(owner, size + 1);
    }

    /** Where a pattern can begin. */
    int[] of(int owner) {
      return Arrays.copyOf(places.getOrDefault(owner, NONE), sizes.getOrDefault(owner, 0));
    }
  }

  private static final class Node {
    private final Map<Character, Node> next = new HashMap<>();
    private final List<Integer> owners = new ArrayList<>();
  }
}
