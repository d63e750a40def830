package dev.dealcoach.nlp.pack;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Collection;
import java.util.Deque;
import java.util.Set;

/**
 * Finds in one pass over a text which of many literals occur in it (Aho and Corasick, "Efficient
 * string matching", 1975). Immutable after construction, thread-safe.
 */
final class LiteralFinder {
  private final Letters root = new Letters();

  /**
   * @param literals for each owner (its index is its number) the literals it waits for, made of
   *     {@link Keys}
   */
  LiteralFinder(Collection<Set<String>> literals) {
    int owner = 0;
    for (Set<String> waited : literals) {
      for (String literal : waited) {
        root.path(literal).add(owner);
      }
      owner++;
    }
    Deque<Letters> queue = new ArrayDeque<>();
    root.forEach(
        (_, child) -> {
          child.fail = root;
          queue.add(child);
        });
    while (!queue.isEmpty()) {
      Letters node = queue.remove();
      node.forEach(
          (key, child) -> {
            Letters fail = node.fail;
            while (fail != null && fail.next(key) == null) {
              fail = fail.fail;
            }
            child.fail = fail == null ? root : fail.next(key);
            child.addAll(child.fail.owners);
            queue.add(child);
          });
    }
  }

  /** The numbers of the owners of which at least one literal occurs in the text. */
  BitSet ownersIn(String text) {
    BitSet found = new BitSet();
    Letters node = root;
    for (int i = 0; i < text.length(); i++) {
      char key = Keys.of(text.charAt(i));
      Letters next = node.next(key);
      while (next == null && node.fail != null) {
        node = node.fail;
        next = node.next(key);
      }
      if (next != null) {
        node = next;
        for (int owner : node.owners) {
          found.set(owner);
        }
      }
    }
    return found;
  }
}
