package dev.dealcoach.kb.lucene;

import dev.dealcoach.kb.text.Words;
import dev.dealcoach.nlp.text.Span;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * The words of a query, weighed.
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
  static final float PAIRS = Float.parseFloat(System.getProperty("kb.pairs", "0.3"));

  /** What is noted about an example beside what it says: chosen on the tuning queries. */
  static final float FACTS = Float.parseFloat(System.getProperty("kb.facts", "0.3"));

  /**
   * A word.
   *
   * @param term as it is indexed
   * @param place where the query has it
   * @param rarity its inverse document frequency
   */
  record Word(String term, Span place, double rarity) {}

  static LexicalQuery of(String text, IndexReader reader) throws IOException {
    Map<String, Span> places = new LinkedHashMap<>();
    Words.of(text).forEach(term -> places.putIfAbsent(term.word(), term.place()));
    List<Word> words = new ArrayList<>();
    for (Map.Entry<String, Span> place : places.entrySet()) {
      words.add(
          new Word(place.getKey(), place.getValue(), rarity(Fields.WORDS, place.getKey(), reader)));
    }
    List<Word> asked =
        words.stream()
            .sorted(Comparator.comparingDouble(Word::rarity).reversed())
            .limit(MOST_WORDS)
            .toList();
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    BooleanQuery.Builder anyNoted = new BooleanQuery.Builder();
    double best = 0;
    List<Word> known = new ArrayList<>();
    for (Word word : asked) {
      best += word.rarity();
      boolean said = add(Fields.WORDS, word.term(), 1, reader, any);
      boolean noted = add(Fields.FACTS, word.term(), FACTS, reader, any);
      if (noted) {
        add(Fields.FACTS, word.term(), FACTS, reader, anyNoted);
      }
      if (said || noted) {
        known.add(word);
      }
    }
    if (PAIRS > 0) {
      for (String pair : Words.pairs(text).stream().distinct().limit(MOST_WORDS).toList()) {
        best += PAIRS * rarity(Fields.PAIRS, pair, reader);
        add(Fields.PAIRS, pair, PAIRS, reader, any);
      }
    }
    return new LexicalQuery(
        built(any), built(anyNoted), known.isEmpty() && best == 0 ? 1 : best, known);
  }

  private static Query built(BooleanQuery.Builder any) {
    BooleanQuery query = any.build();
    return query.clauses().isEmpty() ? MatchNoDocsQuery.INSTANCE : query;
  }

  /** Adds the term if any example has it. */
  private static boolean add(
      String field, String term, float weight, IndexReader reader, BooleanQuery.Builder any)
      throws IOException {
    Term asked = new Term(field, term);
    if (weight == 0 || reader.docFreq(asked) == 0) {
      return false;
    }
    Query one = new TermQuery(asked);
    any.add(weight == 1 ? one : new BoostQuery(one, weight), Occur.SHOULD);
    return true;
  }

  /** BM25's inverse document frequency, which is also the most a word can add to a score. */
  private static double rarity(String field, String term, IndexReader reader) throws IOException {
    double documents = Math.max(1, reader.getDocCount(field));
    double with = reader.docFreq(new Term(field, term));
    return Math.log(1 + (documents - with + 0.5) / (with + 0.5));
  }
}
