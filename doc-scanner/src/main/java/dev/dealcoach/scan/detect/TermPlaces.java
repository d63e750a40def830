package dev.dealcoach.scan.detect;

import dev.dealcoach.nlp.pack.RulePack;
import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.scan.detect.quote.Folding;
import dev.dealcoach.scan.segment.ReadBlock;
import dev.dealcoach.scan.segment.SegmentedDocument;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * In which blocks of a document a term stands, itself or a word of the same concept. One instance a
 * document; not thread-safe.
 */
final class TermPlaces {
  private final Language language;
  private final StringBuilder folded = new StringBuilder(); // all blocks, a line feed after each
  private final List<Integer> ends = new ArrayList<>();
  private String text = "";
  private final Map<String, BitSet> byStem = new HashMap<>();
  private final Map<String, List<String>> concepts = new HashMap<>();
  private final Map<String, BitSet> known = new HashMap<>();
  private final Map<String, BitSet> words = new HashMap<>();

  private TermPlaces(Language language) {
    this.language = language;
  }

  static TermPlaces of(RulePack pack, SegmentedDocument document, CustomerTerms words) {
    Language language = document.document().language();
    TermPlaces places = new TermPlaces(language);
    for (Map.Entry<String, Set<String>> list : pack.wordLists(language).entrySet()) {
      if (list.getKey().startsWith("concept.")) {
        places.concept(list.getValue(), words);
      }
    }
    for (ReadBlock block : document.blocks()) {
      if (language == Language.ZH) {
        places.folded.append(Folding.words(block.text())).append('\n');
        places.ends.add(places.folded.length());
      } else {
        for (String stem : words.stems(block.text())) {
          places.byStem.computeIfAbsent(stem, _ -> new BitSet()).set(block.index());
        }
      }
    }
    places.text = places.folded.toString();
    return places;
  }

  private void concept(Set<String> list, CustomerTerms words) {
    List<String> keys = new ArrayList<>();
    for (String word : list) {
      if (language == Language.ZH) {
        keys.add(Folding.words(word));
      } else if (word.indexOf(' ') < 0) {
        keys.addAll(words.stems(word));
      }
    }
    for (String key : keys) {
      concepts.computeIfAbsent(key, _ -> new ArrayList<>()).addAll(keys);
    }
  }

  /** The blocks in which the term stands; the set must not be changed. */
  BitSet of(String term) {
    return known.computeIfAbsent(term, this::look);
  }

  private BitSet look(String term) {
    BitSet places = new BitSet();
    places.or(direct(term));
    for (String same : concepts.getOrDefault(term, List.of())) {
      places.or(direct(same));
    }
    return places;
  }

  private BitSet direct(String term) {
    return language == Language.EN
        ? byStem.getOrDefault(term, new BitSet())
        : words.computeIfAbsent(term, this::search);
  }

  private BitSet search(String term) {
    BitSet places = new BitSet();
    int at = text.indexOf(term);
    while (at >= 0) {
      int found = Collections.binarySearch(ends, at);
      int block = found < 0 ? -found - 1 : found + 1;
      places.set(block);
      at = text.indexOf(term, ends.get(block));
    }
    return places;
  }
}
