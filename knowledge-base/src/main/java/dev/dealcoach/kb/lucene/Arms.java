package dev.dealcoach.kb.lucene;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ObjDoubleConsumer;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.VectorUtil;
import org.jspecify.annotations.Nullable;

/** Asks the index for words and for vectors, and completes what one of them left open. */
final class Arms {
  private final IndexSearcher searcher;
  private final SortedMap<Integer, Candidate> candidates = new TreeMap<>();

  Arms(IndexSearcher searcher) {
    this.searcher = searcher;
  }

  /** What was brought so far, in the index's order. */
  Collection<Candidate> candidates() {
    return candidates.values();
  }

  /** The words' arm alone, as Lucene is asked. */
  static Query filtered(Query query, @Nullable Query filter) {
    return filter == null
        ? query
        : new BooleanQuery.Builder().add(query, Occur.MUST).add(filter, Occur.FILTER).build();
  }

  void bringByWords(LexicalQuery lexical, @Nullable Query filter, int depth) throws IOException {
    for (ScoreDoc found : searcher.search(filtered(lexical.query(), filter), depth).scoreDocs) {
      candidate(found.doc).words = found.score;
    }
  }

  void bringByVector(String field, float[] vector, @Nullable Query filter, int depth)
      throws IOException {
    Query nearest = new KnnFloatVectorQuery(field, vector, depth, filter);
    for (ScoreDoc found : searcher.search(nearest, depth).scoreDocs) {
      candidate(found.doc).nearness = 2.0 * found.score - 1;
    }
  }

  private Candidate candidate(int document) {
    return candidates.computeIfAbsent(document, Candidate::new);
  }

  /** The BM25 scores of the candidates that only their vectors brought. */
  void completeWords(LexicalQuery lexical) throws IOException {
    score(
        lexical.query(),
        candidates.values().stream().filter(c -> c.words == 0).toList(),
        (candidate, score) -> candidate.words = score);
  }

  /** How much of the scores what is noted about the candidates brings. */
  void completeNoted(LexicalQuery lexical) throws IOException {
    score(
        lexical.noted(),
        List.copyOf(candidates.values()),
        (candidate, score) -> candidate.noted = score);
  }

  /** Scores a few passages only, going through them in the index's order. */
  private void score(Query query, List<Candidate> few, ObjDoubleConsumer<Candidate> take)
      throws IOException {
    if (few.isEmpty() || query instanceof MatchNoDocsQuery) {
      return;
    }
    Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE, 1);
    int at = 0;
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      int end = leaf.docBase + leaf.reader().maxDoc();
      if (at == few.size() || few.get(at).document >= end) {
        continue;
      }
      ScorerSupplier supplier = weight.scorerSupplier(leaf);
      Scorer scorer = supplier == null ? null : supplier.get(few.size());
      while (at < few.size() && few.get(at).document < end) {
        int inLeaf = few.get(at).document - leaf.docBase;
        if (scorer != null && reaches(scorer.iterator(), inLeaf)) {
          take.accept(few.get(at), scorer.score());
        }
        at++;
      }
    }
  }

  private static boolean reaches(DocIdSetIterator documents, int document) throws IOException {
    return (documents.docID() < document ? documents.advance(document) : documents.docID())
        == document;
  }

  /** The inner products of the candidates that only their words brought. */
  void completeVectors(String field, float[] vector) throws IOException {
    LeafReaderContext leaf = null;
    FloatVectorValues values = null;
    KnnVectorValues.DocIndexIterator documents = null;
    for (Candidate candidate : candidates.values()) {
      if (!Double.isNaN(candidate.nearness)) {
        continue;
      }
      if (leaf == null || candidate.document >= leaf.docBase + leaf.reader().maxDoc()) {
        leaf = leafOf(candidate.document);
        values = leaf.reader().getFloatVectorValues(field);
        documents = values == null ? null : values.iterator();
      }
      int inLeaf = candidate.document - leaf.docBase;
      // in a library of two languages a vector may be missing, and then the iterator is ahead
      if (values != null && documents != null && reaches(documents, inLeaf)) {
        candidate.nearness = VectorUtil.dotProduct(vector, values.vectorValue(documents.index()));
      }
    }
  }

  /**
   * Who sold and when, and how plainly the query asks for what the passage shows.
   *
   * @param asked how plainly it asks for each thing, 0 to 1
   */
  void completeFacts(SortedMap<String, Double> asked) throws IOException {
    LeafReaderContext leaf = null;
    NumericDocValues ranks = null;
    NumericDocValues days = null;
    SortedSetDocValues shows = null;
    for (Candidate candidate : candidates.values()) {
      if (leaf == null || candidate.document >= leaf.docBase + leaf.reader().maxDoc()) {
        leaf = leafOf(candidate.document);
        ranks = leaf.reader().getNumericDocValues(Fields.RANK);
        days = leaf.reader().getNumericDocValues(Fields.DAY);
        shows = leaf.reader().getSortedSetDocValues(Fields.SHOWS);
      }
      int inLeaf = candidate.document - leaf.docBase;
      if (ranks != null && ranks.advanceExact(inLeaf)) {
        candidate.rank = ranks.longValue();
      }
      if (days != null && days.advanceExact(inLeaf)) {
        candidate.dated = true;
        candidate.day = days.longValue();
      }
      if (shows != null && !asked.isEmpty() && shows.advanceExact(inLeaf)) {
        for (int i = 0; i < shows.docValueCount(); i++) {
          String show = shows.lookupOrd(shows.nextOrd()).utf8ToString();
          candidate.asked = Math.max(candidate.asked, asked.getOrDefault(show, 0.0));
        }
      }
    }
  }

  private LeafReaderContext leafOf(int document) {
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    return leaves.get(ReaderUtil.subIndex(document, leaves));
  }
}
