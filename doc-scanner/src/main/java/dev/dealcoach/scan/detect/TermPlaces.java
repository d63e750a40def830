package dev.dealcoach.scan.detect;

import dev.dealcoach.nlp.pack.RulePack;
import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.scan.detect.quote.Folding;
import dev.dealcoach.scan.segment.ReadBlock;
import dev.dealcoach.scan.segment.SegmentedDocument;
import java.util.ArrayList;
import java.util.BitSet;
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
  private final List<String> folded = new ArrayList<>();
  private final Map<String, BitSet> byStem = new HashMap<>();
  private final Map<String, List<String>> concepts = new HashMap<>();
  private final Map<String, BitSet> known = new HashMap<>();

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
        places.folded.add(Folding.words(block.text()));
      } else {
        for (String stem : words.stems(block.text())) {
          places.byStem.computeIfAbsent(stem, _ -> new BitSet()).set(block.index());
        }
      }
    }
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
    if (language == Language.EN) {
      return byStem.getOrDefault(term, new BitSet());
    }
    BitSet places = new BitSet();
    for (int i = 0; i < folded.size(); i++) {
      if (folded.get(i).contains(term)) {
        places.set(i);
      }
    }
    return places;
  }
}
