package dev.dealcoach.nlp.pack;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds in one pass over a text which of many literals occur in it (Aho and Corasick, "Efficient
 * string matching", 1975). Case is folded. Immutable after construction, thread-safe.
 */
final class LiteralFinder {
  private final Node root = new Node();

  /**
   * @param literals for each owner (its index is its number) the lower-case literals it waits for
   */
  LiteralFinder(List<Set<String>> literals) {
    for (int owner = 0; owner < literals.size(); owner++) {
      for (String literal : literals.get(owner)) {
        Node node = root;
        for (int i = 0; i < literal.length(); i++) {
          node = node.next.computeIfAbsent(literal.charAt(i), _ -> new Node());
        }
        node.owners.set(owner);
      }
    }
    Deque<Node> queue = new ArrayDeque<>();
    for (Node child : root.next.values()) {
      child.fail = root;
      queue.add(child);
    }
    while (!queue.isEmpty()) {
      Node node = queue.remove();
      for (Map.Entry<Character, Node> edge : node.next.entrySet()) {
        Node child = edge.getValue();
        Node fail = node.fail;
        while (fail != null && !fail.next.containsKey(edge.getKey())) {
          fail = fail.fail;
        }
        child.fail = fail == null ? root : fail.next.get(edge.getKey());
        child.owners.or(child.fail.owners);
        queue.add(child);
      }
    }
  }

  /** The numbers of the owners of which at least one literal occurs in the text. */
  BitSet ownersIn(CharSequence text) {
    BitSet found = new BitSet();
    Node node = root;
    for (int i = 0; i < text.length(); i++) {
      char c = Character.toLowerCase(text.charAt(i));
      Node next = node.next.get(c);
      while (next == null && node.fail != null) {
        node = node.fail;
        next = node.next.get(c);
      }
      if (next != null) {
        node = next;
        if (!node.owners.isEmpty()) {
          found.or(node.owners);
        }
      }
    }
    return found;
  }

  private static final class Node {
    private final Map<Character, Node> next = new HashMap<>();
    private final BitSet owners = new BitSet();
    private Node fail;
  }
}
