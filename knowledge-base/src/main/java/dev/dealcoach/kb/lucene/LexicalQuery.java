package dev.dealcoach.kb.lucene;

import dev.dealcoach.kb.text.Words;
import dev.dealcoach.nlp.text.Span;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * The words of a query, weighed. Each is looked up in the index once; query, completion and reasons
 * share what was found.
 *
 * @param query finds passages that share some of them
 * @param noted the part of it that looks at what is noted about examples
 * @param best the score of a passage that had every one of them many times over, above 0
 * @param words the query's words that stand in the library, the rarest first
 */
record LexicalQuery(Query query, Query noted, double best, List<Word> words) {
  /** More words than a question has; of a longer text the rarest are looked for. */
  private static final int MOST_WORDS = 48;

  /** Pairs of characters beside words: chosen on the tuning queries. */
  private static final float PAIRS = 0.3f;

  /** What is noted about an example beside what it says: chosen on the tuning queries. */
  private static final float FACTS = 0.3f;

  /**
   * A word.
   *
   * @param place where the query has it
   * @param rarity its inverse document frequency among texts
   * @param said where passages say it
   * @param noted where it is noted about passages
   */
  record Word(Span place, double rarity, Looked said, Looked noted) {}

  /**
   * A term as the index has it.
   *
   * @param states its place in each part of the index
   */
  record Looked(Term term, TermStates states) {
    static Looked up(String field, String word, IndexSearcher searcher) throws IOException {
      Term term = new Term(field, word);
      return new Looked(term, TermStates.build(searcher, term, true));
    }

    boolean isThere() {
      return states.docFreq() > 0;
    }

    /** BM25's inverse document frequency, which is also the most a term can add to a score. */
    double rarity(IndexSearcher searcher) throws IOException {
      double documents = Math.max(1, searcher.getIndexReader().getDocCount(term.field()));
      return Math.log(1 + (documents - states.docFreq() + 0.5) / (states.docFreq() + 0.5));
    }

    void addTo(BooleanQuery.Builder any, float weight) {
      if (isThere()) {
        Query one = new TermQuery(term, states);
        any.add(weight == 1 ? one : new BoostQuery(one, weight), Occur.SHOULD);
      }
    }
  }

  static LexicalQuery of(String text, IndexSearcher searcher) throws IOException {
    Map<String, Span> places = new LinkedHashMap<>();
    Words.of(text).forEach(term -> places.putIfAbsent(term.word(), term.place()));
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    BooleanQuery.Builder anyNoted = new BooleanQuery.Builder();
    double best = 0;
    List<Word> known = new ArrayList<>();
    for (Word word : rarest(places, searcher)) {
      best += word.rarity();
      word.said().addTo(any, 1);
      word.noted().addTo(any, FACTS);
      word.noted().addTo(anyNoted, FACTS);
      if (word.said().isThere() || word.noted().isThere()) {
        known.add(word);
      }
    }
    List<String> pairs = Words.pairs(text).stream().distinct().limit(MOST_WORDS).toList();
    for (String pair : pairs) {
      Looked looked = Looked.up(Fields.PAIRS, pair, searcher);
      best += PAIRS * looked.rarity(searcher);
      looked.addTo(any, PAIRS);
    }
    return new LexicalQuery(built(any), built(anyNoted), best == 0 ? 1 : best, known);
  }

  private static List<Word> rarest(Map<String, Span> places, IndexSearcher searcher)
      throws IOException {
    List<Word> words = new ArrayList<>();
    for (Map.Entry<String, Span> place : places.entrySet()) {
      Looked said = Looked.up(Fields.WORDS, place.getKey(), searcher);
      Looked noted = Looked.up(Fields.FACTS, place.getKey(), searcher);
      words.add(new Word(place.getValue(), said.rarity(searcher), said, noted));
    }
    return words.stream()
        .sorted(Comparator.comparingDouble(Word::rarity).reversed())
        .limit(MOST_WORDS)
        .toList();
  }

  private static Query built(BooleanQuery.Builder any) {
    BooleanQuery query = any.build();
    return query.clauses().isEmpty() ? MatchNoDocsQuery.INSTANCE : query;
  }
}
