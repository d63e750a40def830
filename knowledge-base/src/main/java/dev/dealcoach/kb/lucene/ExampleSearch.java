package dev.dealcoach.kb.lucene;

import dev.dealcoach.kb.BoostSettings;
import dev.dealcoach.kb.Example;
import dev.dealcoach.kb.ExampleHit;
import dev.dealcoach.kb.ExampleQuery;
import dev.dealcoach.kb.SearchMode;
import dev.dealcoach.kb.rank.Boosts;
import dev.dealcoach.kb.rank.Fusion;
import dev.dealcoach.kb.rank.Match;
import dev.dealcoach.kb.vector.PassageVectors;
import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.nlp.text.PerLanguage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/** One search after another over what a searcher sees. Immutable, thread-safe. */
final class ExampleSearch {
  /**
   * How many candidates each arm brings at least. Twice as many moved no figure of the tuning
   * queries by half a point and took a third more time.
   */
  static final int DEPTH = 50;

  private final PassageVectors vectors;
  private final StandardFusions fusions;
  private final BoostSettings boosts;
  private final PerLanguage<Intents> intents;

  ExampleSearch(PassageVectors vectors, StandardFusions fusions, BoostSettings boosts) {
    this.vectors = vectors;
    this.fusions = fusions;
    this.boosts = boosts;
    this.intents = new PerLanguage<>(language -> Intents.of(language, vectors));
  }

  List<ExampleHit> search(IndexSearcher searcher, ExampleQuery query) throws IOException {
    if (searcher.getIndexReader().numDocs() == 0) {
      return List.of();
    }
    Language language = vectorLanguage(query.text(), searcher.getIndexReader());
    float[] vector = query.mode() == SearchMode.BM25 ? null : vectors.query(query.text(), language);
    return search(searcher, query, language, vector);
  }

  /** The example with an id. */
  Optional<Example> find(IndexSearcher searcher, String id) throws IOException {
    TopDocs found = searcher.search(new TermQuery(new Term(Fields.ID, id)), 1);
    if (found.scoreDocs.length == 0) {
      return Optional.empty();
    }
    return Optional.of(
        HitReader.example(
            searcher
                .storedFields()
                .document(found.scoreDocs[0].doc, HitReader.SOURCE)
                .get(Fields.SOURCE)));
  }

  /** All examples, in the index's order. */
  List<Example> all(IndexSearcher searcher) throws IOException {
    List<Example> all = new ArrayList<>();
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      Bits live = leaf.reader().getLiveDocs();
      StoredFields stored = leaf.reader().storedFields();
      for (int i = 0; i < leaf.reader().maxDoc(); i++) {
        if (live == null || live.get(i)) {
          all.add(HitReader.example(stored.document(i, HitReader.SOURCE).get(Fields.SOURCE)));
        }
      }
    }
    return all;
  }

  /** As {@link #search(IndexSearcher, ExampleQuery)}, with the query's vector given. */
  List<ExampleHit> search(
      IndexSearcher searcher, ExampleQuery query, Language language, float @Nullable [] vector)
      throws IOException {
    LexicalQuery lexical = LexicalQuery.of(query.text(), searcher);
    Arms arms = brought(searcher, query, lexical, language, vector);
    Fusion fusion = fusions.of(query.mode(), language);
    List<Ranked> ranked = ranked(arms.candidates(), lexical, fusion, query);
    ranked.sort(
        Comparator.comparingDouble(Ranked::score)
            .reversed()
            .thenComparingInt(one -> one.candidate().document));
    List<Ranked> kept = ranked.subList(0, Math.min(query.hits(), ranked.size()));
    return new HitReader(searcher, lexical, boosts, query).read(kept);
  }

  private Arms brought(
      IndexSearcher searcher,
      ExampleQuery query,
      LexicalQuery lexical,
      Language language,
      float @Nullable [] vector)
      throws IOException {
    IndexReader reader = searcher.getIndexReader();
    Query filter = FilterQuery.of(query.filter(), reader);
    int depth = Math.max(DEPTH, query.hits());
    Arms arms = new Arms(searcher);
    if (query.mode() != SearchMode.VECTOR) {
      arms.bringByWords(lexical, filter, depth);
    }
    if (vector != null) {
      arms.bringByVector(Fields.vector(language), vector, filter, depth);
    }
    if (query.mode() == SearchMode.HYBRID && vector != null) {
      arms.completeWords(lexical);
      arms.completeNoted(lexical);
      arms.completeVectors(Fields.vector(language), vector);
      arms.completeFacts(
          reader.getDocCount(Fields.SHOWS) > 0
              ? intents.of(language).asked(vector)
              : Collections.emptySortedMap());
    }
    return arms;
  }

  /** All that is known of every candidate of a hybrid search, for training. */
  List<Ranked> matches(IndexSearcher searcher, ExampleQuery query) throws IOException {
    Language language = vectorLanguage(query.text(), searcher.getIndexReader());
    LexicalQuery lexical = LexicalQuery.of(query.text(), searcher);
    float[] vector = vectors.query(query.text(), language);
    Arms arms = brought(searcher, query, lexical, language, vector);
    return ranked(arms.candidates(), lexical, fusions.of(query.mode(), language), query);
  }

  private List<Ranked> ranked(
      Collection<Candidate> candidates, LexicalQuery lexical, Fusion fusion, ExampleQuery query) {
    double wordsBest = 0;
    double notedBest = 0;
    double nearnessBest = Double.NaN;
    for (Candidate candidate : candidates) {
      wordsBest = Math.max(wordsBest, candidate.words / lexical.best());
      notedBest = Math.max(notedBest, candidate.noted / lexical.best());
      if (!Double.isNaN(candidate.nearness)) {
        nearnessBest =
            Double.isNaN(nearnessBest)
                ? candidate.nearness
                : Math.max(nearnessBest, candidate.nearness);
      }
    }
    List<Match> matches = new ArrayList<>();
    double most = Double.NEGATIVE_INFINITY;
    for (Candidate candidate : candidates) {
      Match match =
          new Match(
              candidate.words / lexical.best(),
              candidate.noted / lexical.best(),
              candidate.nearness,
              candidate.asked,
              wordsBest,
              notedBest,
              nearnessBest);
      matches.add(match);
      most = Math.max(most, fusion.relevance(match));
    }
    List<Ranked> ranked = new ArrayList<>();
    Iterator<Match> next = matches.iterator();
    for (Candidate candidate : candidates) {
      Match match = next.next();
      double relevance = fusion.relevance(match);
      double boost =
          query.mode() == SearchMode.HYBRID
              ? Boosts.of(boosts, candidate.rank, age(candidate, query))
              : 0;
      ranked.add(
          new Ranked(candidate, match, relevance + boost, fusion.fits(match, most - relevance)));
    }
    return ranked;
  }

  /** In days, or {@link Boosts#UNKNOWN}; what is dated later than the day counts as of the day. */
  static long age(Candidate candidate, ExampleQuery query) {
    return query.asOf() == null || !candidate.dated
        ? Boosts.UNKNOWN
        : Math.max(0, query.asOf().toEpochDay() - candidate.day);
  }

  /** The query's own language if the index has vectors of it, else the other one. */
  static Language vectorLanguage(String text, IndexReader reader) {
    Language own = Language.of(text);
    FieldInfos fields = FieldInfos.getMergedFieldInfos(reader);
    if (fields.fieldInfo(Fields.vector(own)) != null) {
      return own;
    }
    Language other = own == Language.ZH ? Language.EN : Language.ZH;
    return fields.fieldInfo(Fields.vector(other)) != null ? other : own;
  }
}
