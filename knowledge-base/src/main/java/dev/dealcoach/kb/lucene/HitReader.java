package dev.dealcoach.kb.lucene;

import dev.dealcoach.kb.BoostSettings;
import dev.dealcoach.kb.Example;
import dev.dealcoach.kb.ExampleHit;
import dev.dealcoach.kb.ExampleQuery;
import dev.dealcoach.kb.Reason;
import dev.dealcoach.kb.json.ExampleJson;
import dev.dealcoach.kb.json.ExampleLine;
import dev.dealcoach.kb.rank.Boosts;
import dev.dealcoach.nlp.text.Han;
import dev.dealcoach.nlp.text.Span;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.IndexSearcher;

/** Reads the examples that were found and says why they were. */
final class HitReader {
  static final Set<String> SOURCE = Set.of(Fields.SOURCE);
  private static final int MOST_WORDS = 6;

  private final IndexSearcher searcher;
  private final LexicalQuery lexical;
  private final BoostSettings boosts;
  private final ExampleQuery query;

  HitReader(
      IndexSearcher searcher, LexicalQuery lexical, BoostSettings boosts, ExampleQuery query) {
    this.searcher = searcher;
    this.lexical = lexical;
    this.boosts = boosts;
    this.query = query;
  }

  List<ExampleHit> read(List<Ranked> ranked) throws IOException {
    int[] documents = ranked.stream().mapToInt(one -> one.candidate().document).sorted().toArray();
    SharedTerms said = SharedTerms.of(documents, lexical.words(), true, searcher);
    SharedTerms noted = SharedTerms.of(documents, lexical.words(), false, searcher);
    StoredFields stored = searcher.storedFields();
    List<ExampleHit> hits = new ArrayList<>();
    for (Ranked one : ranked) {
      int document = one.candidate().document;
      String source = stored.document(document, SOURCE).get(Fields.SOURCE);
      List<Reason> why = why(one, written(said.of(document)), written(noted.of(document)));
      hits.add(new ExampleHit(example(source), one.score(), one.fits(), why));
    }
    return hits;
  }

  static Example example(String source) throws IOException {
    if (ExampleJson.read(source.getBytes(StandardCharsets.UTF_8))
        instanceof ExampleLine.Good(Example example)) {
      return example;
    }
    throw new CorruptIndexException("a stored example cannot be read", "stored fields");
  }

  private List<Reason> why(Ranked one, List<String> said, List<String> noted) {
    List<Reason> why = new ArrayList<>();
    if (one.match().words() > 0) {
      if (!said.isEmpty()) {
        why.add(new Reason.SharedWords(said));
      }
      List<String> only = noted.stream().filter(word -> !said.contains(word)).toList();
      if (!only.isEmpty()) {
        why.add(new Reason.FactsMatch(only));
      }
    }
    if (one.match().compared()) {
      why.add(new Reason.NearInMeaning(one.match().nearness()));
    }
    Candidate candidate = one.candidate();
    if (Boosts.isTop(boosts, candidate.rank)) {
      why.add(new Reason.TopSeller((int) candidate.rank));
    }
    if (Boosts.isRecent(boosts, ExampleSearch.age(candidate, query))) {
      why.add(new Reason.Recent(java.time.LocalDate.ofEpochDay(candidate.day)));
    }
    return why;
  }

  /** The words as the query writes them, neighbours as one. */
  private List<String> written(List<Span> words) {
    List<Span> shared = new ArrayList<>();
    words.forEach(word -> add(word, shared));
    if (shared.stream().anyMatch(place -> place.length() > 1)) {
      // a single character among words tells a reader nothing
      shared.removeIf(place -> place.length() == 1);
    }
    return shared.stream().limit(MOST_WORDS).map(place -> place.of(query.text())).toList();
  }

  /** The dictionary cuts some words of the trade in single characters; readers do not. */
  private void add(Span word, List<Span> shared) {
    for (int i = 0; i < shared.size(); i++) {
      Span other = shared.get(i);
      if (Han.isHan(query.text().charAt(word.start()))
          && (other.end() == word.start() || word.end() == other.start())) {
        shared.remove(i);
        add(
            new Span(Math.min(other.start(), word.start()), Math.max(other.end(), word.end())),
            shared);
        return;
      }
    }
    shared.add(word);
  }
}
