package dev.dealcoach.kb.lucene;

import dev.dealcoach.kb.BoostSettings;
import dev.dealcoach.kb.Example;
import dev.dealcoach.kb.ExampleQuery;
import dev.dealcoach.kb.Facts;
import dev.dealcoach.kb.eval.Corpora;
import dev.dealcoach.kb.eval.QuerySet;
import dev.dealcoach.kb.rank.Match;
import dev.dealcoach.kb.vector.PassageText;
import dev.dealcoach.kb.vector.PassageVectors;
import dev.dealcoach.nlp.text.Language;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.ByteBuffersDirectory;

/**
 * A tuning query with what is known of the passages over which it was judged.
 *
 * @param set the name of its set
 * @param noted whether the index had what is noted about the passages, or bare texts
 */
record TuningQuery(
    Language language, String set, boolean noted, QuerySet.Query query, List<Row> rows) {
  /** A passage; grade 0 to 3. */
  record Row(String passage, Match match, int grade) {}

  boolean answered() {
    return !query.grades().isEmpty();
  }

  /** All of both languages, each once with the facts and once without, in a fixed order. */
  static List<TuningQuery> all(Corpora corpora, PassageVectors vectors) throws IOException {
    List<TuningQuery> all = new ArrayList<>();
    for (Language language : Language.values()) {
      List<QuerySet> sets = corpora.sets("tune", language);
      List<Example> haystack = corpora.haystack(language, List.of("tune"));
      all.addAll(asked(sets, haystack, true, vectors));
      List<Example> bare = new ArrayList<>();
      for (Example one : haystack) {
        bare.add(new Example(one.id(), one.text(), language, one.state(), Facts.NONE));
      }
      all.addAll(asked(sets, bare, false, vectors));
    }
    return all;
  }

  private static List<TuningQuery> asked(
      List<QuerySet> sets, List<Example> haystack, boolean noted, PassageVectors vectors)
      throws IOException {
    List<float[]> embedded = vectors.of(haystack.stream().map(PassageText::of).toList());
    try (ByteBuffersDirectory directory = new ByteBuffersDirectory()) {
      try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
        for (int i = 0; i < haystack.size(); i++) {
          writer.addDocument(ExampleDocument.of(haystack.get(i), embedded.get(i)));
        }
        writer.forceMerge(1);
      }
      List<TuningQuery> asked = new ArrayList<>();
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        IndexSearcher searcher = new IndexSearcher(reader);
        for (QuerySet set : sets) {
          asked.addAll(asked(set, haystack, noted, searcher, vectors));
        }
      }
      return asked;
    }
  }

  private static List<TuningQuery> asked(
      QuerySet set,
      List<Example> haystack,
      boolean noted,
      IndexSearcher searcher,
      PassageVectors vectors)
      throws IOException {
    ExampleSearch search = new ExampleSearch(vectors, StandardFusions.load(), BoostSettings.NONE);
    List<TuningQuery> asked = new ArrayList<>();
    for (QuerySet.Query query : set.queries()) {
      List<Row> rows = new ArrayList<>();
      for (Ranked one :
          search.matches(searcher, ExampleQuery.of(query.text(), ExampleQuery.MOST_HITS))) {
        String id = haystack.get(one.candidate().document).id();
        if (set.judged().contains(id)) {
          rows.add(new Row(id, one.match(), query.grades().getOrDefault(id, 0)));
        }
      }
      asked.add(new TuningQuery(set.language(), set.name(), noted, query, rows));
    }
    return asked;
  }
}
