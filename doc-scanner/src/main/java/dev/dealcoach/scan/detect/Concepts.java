package dev.dealcoach.scan.detect;

import dev.dealcoach.nlp.pack.RulePack;
import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.scan.detect.quote.Folding;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which concepts a text speaks of, by the rule pack's word lists {@code concept.*}: two texts may
 * share a concept without sharing a word. Immutable, thread-safe.
 */
final class Concepts {
  private static final String PREFIX = "concept.";

  private final boolean words;
  private final List<List<String>> lists = new ArrayList<>();

  Concepts(RulePack pack, Language language) {
    this.words = language == Language.EN;
    for (Map.Entry<String, Set<String>> list : pack.wordLists(language).entrySet()) {
      if (list.getKey().startsWith(PREFIX)) {
        lists.add(list.getValue().stream().map(word -> edged(Folding.words(word))).toList());
      }
    }
  }

  /** The numbers of the concepts in a text. */
  BitSet in(String text) {
    String folded = edged(Folding.words(text));
    BitSet found = new BitSet();
    for (int i = 0; i < lists.size(); i++) {
      for (String word : lists.get(i)) {
        if (folded.contains(word)) {
          found.set(i);
          break;
        }
      }
    }
    return found;
  }

  /** English words must stand whole. */
  private String edged(String folded) {
    return words ? " " + folded + " " : folded;
  }
}
