package dev.dealcoach.nlp.pack;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A node of a tree of texts, letter by letter. Not thread-safe while it is built. */
final class Letters {
  private static final char[] NO_KEYS = {};
  private static final Letters[] NO_NODES = {};
  private static final int[] NOBODY = {};

  /** Owners of the texts that end here, ascending, each once. */
  int[] owners = NOBODY;

  /** Where to go on when no letter fits; set by {@link LiteralFinder}. */
  @Nullable Letters fail;

  // ascending keys with the nodes they lead to
  private char[] keys = NO_KEYS;
  private Letters[] nodes = NO_NODES;

  /** Takes a key and the node it leads to. */
  interface Edge {
    void take(char key, Letters node);
  }

  /** The node that a key leads to, null if there is none. */
  @Nullable Letters next(char key) {
    char[] known = keys;
    int low = 0;
    int high = known.length - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      char at = known[middle];
      if (at == key) {
        return nodes[middle];
      }
      if (at < key) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return null;
  }

  /** The node at the end of a text; the way there is made if need be. */
  Letters path(String text) {
    Letters node = this;
    for (int i = 0; i < text.length(); i++) {
      node = node.grown(text.charAt(i));
    }
    return node;
  }

  private Letters grown(char key) {
    int at = Arrays.binarySearch(keys, key);
    if (at >= 0) {
      return nodes[at];
    }
    int place = -at - 1;
    Letters node = new Letters();
    keys = Arrays.copyOf(keys, keys.length + 1);
    nodes = Arrays.copyOf(nodes, nodes.length + 1);
    System.arraycopy(keys, place, keys, place + 1, keys.length - 1 - place);
    System.arraycopy(nodes, place, nodes, place + 1, nodes.length - 1 - place);
    keys[place] = key;
    nodes[place] = node;
    return node;
  }

  /** Every key with its node, ascending. */
  void forEach(Edge edge) {
    for (int i = 0; i < keys.length; i++) {
      edge.take(keys[i], nodes[i]);
    }
  }

  /** Adds an owner of the text that ends here. */
  void add(int owner) {
    addAll(new int[] {owner});
  }

  /** Adds owners, ascending. */
  void addAll(int[] more) {
    if (more.length > 0) {
      int[] all = Arrays.copyOf(owners, owners.length + more.length);
      System.arraycopy(more, 0, all, owners.length, more.length);
      owners = Arrays.stream(all).sorted().distinct().toArray();
    }
  }
}
