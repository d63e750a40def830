package dev.dealcoach.scan.detect;

import dev.dealcoach.scan.parse.Passage;
import java.util.Set;

/**
 * A place where the proposal brings up a rival, and what it says there. Immutable.
 *
 * @param passage the words that bring it up
 * @param kinds ids of the cues that speak of a rival, such as {@code rival.incumbent}
 * @param names names of rivals in it that the customer has mentioned
 * @param from first block of what is said about it
 * @param to after the last block
 */
record RivalRaise(Passage passage, Set<String> kinds, Set<String> names, int from, int to) {
  RivalRaise {
    kinds = Set.copyOf(kinds);
    names = Set.copyOf(names);
  }

  /** The block in which it is brought up. */
  int block() {
    return passage.parts().getFirst().block();
  }
}
