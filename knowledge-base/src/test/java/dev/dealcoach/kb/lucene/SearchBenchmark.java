package dev.dealcoach.kb.lucene;

import dev.dealcoach.kb.BoostSettings;
import dev.dealcoach.kb.Example;
import dev.dealcoach.kb.ExampleChange;
import dev.dealcoach.kb.ExampleFilter;
import dev.dealcoach.kb.ExampleQuery;
import dev.dealcoach.kb.ExampleState;
import dev.dealcoach.kb.Facts;
import dev.dealcoach.kb.eval.Corpora;
import dev.dealcoach.kb.store.ExampleLibrary;
import dev.dealcoach.kb.store.LibraryOpening;
import dev.dealcoach.kb.vector.PassageVectors;
import dev.dealcoach.nlp.embed.Embedder;
import dev.dealcoach.nlp.embed.OnnxEmbedder;
import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.nlp.text.Sentences;
import dev.dealcoach.nlp.text.Span;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.store.FSDirectory;

/**
 * Imports examples made of the sentences of the tuning passages, with made-up vectors, and measures
 * a filtered hybrid search beside Lucene's bare queries of both arms, in turn; then with the real
 * embedding of the query. Run by {@code ./mvnw -Pbench package}. Milliseconds.
 */
public final class SearchBenchmark {
  private static final int BATCH = 1000;
  private static final int HITS = 10;
  private static final int ROUNDS = 4;
  private static final int EMBEDDED_ROUNDS = 2;
  private static final LocalDate DAY = LocalDate.of(2026, 11, 1);

  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private final PassageVectors vectors = new ClusteredVectors();
  private final List<Example> passages;
  private final List<String> queries = new ArrayList<>();

  private SearchBenchmark(Corpora corpora) throws IOException {
    passages = corpora.haystack(Language.ZH, List.of("tune"));
    corpora.set("tune", Language.ZH).queries().forEach(query -> queries.add(query.text()));
  }

  /**
   * Measures and prints.
   *
   * @param args corpora, library, how many examples
   */
  public static void main(String[] args) throws IOException {
    SearchBenchmark benchmark =
        new SearchBenchmark(new Corpora(Path.of(args[0]), Path.of(args[1])));
    Path folder = Files.createTempDirectory("search-benchmark");
    try {
      benchmark.fill(folder, Integer.parseInt(args[2]));
      benchmark.search(folder);
    } finally {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private void fill(Path folder, int count) throws IOException {
    List<String> sentences = new ArrayList<>();
    for (Example passage : passages) {
      for (Span place : Sentences.of(passage.text())) {
        sentences.add(place.of(passage.text()));
      }
    }
    SplittableRandom random = new SplittableRandom(7);
    long begin = System.nanoTime();
    LibraryOpening opening = ExampleLibrary.open(folder, IndexSettings.standard(vectors));
    try (ExampleLibrary library = ((LibraryOpening.Opened) opening).library()) {
      for (int made = 0; made < count; made += BATCH) {
        List<ExampleChange> batch = new ArrayList<>();
        for (int i = made; i < Math.min(count, made + BATCH); i++) {
          batch.add(new ExampleChange.Put(example(i, sentences, random)));
        }
        library.apply(batch);
      }
      library.commit();
    }
    double seconds = (System.nanoTime() - begin) / 1e9;
    long bytes = 0;
    try (Stream<Path> files = Files.list(folder.resolve("index"))) {
      for (Path file : files.toList()) {
        bytes += Files.size(file);
      }
    }
    say(
        String.format(
            Locale.ROOT,
            "import without embedding: %d examples in %.1f s, %.0f a second",
            count,
            seconds,
            count / seconds));
    say(
        String.format(
            Locale.ROOT,
            "index %.0f MB, log %.0f MB, kept vectors %.0f MB",
            bytes / 1e6,
            Files.size(folder.resolve("examples.log")) / 1e6,
            Files.size(folder.resolve("vectors-zh.f16")) / 1e6));
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    say(
        String.format(
            Locale.ROOT,
            "heap in use after the import %.0f MB of %.0f MB allowed",
            (runtime.totalMemory() - runtime.freeMemory()) / 1e6,
            runtime.maxMemory() / 1e6));
  }

  private Example example(int number, List<String> sentences, SplittableRandom random) {
    StringBuilder text = new StringBuilder();
    while (text.length() < 120) {
      text.append(sentences.get(random.nextInt(sentences.size())));
    }
    text.append("编号").append(number).append("。");
    Facts like = passages.get(random.nextInt(passages.size())).facts();
    Facts facts =
        new Facts(
            like.industry(),
            like.product(),
            like.stage(),
            like.shows(),
            like.tags(),
            like.seller(),
            1 + random.nextInt(30),
            DAY.minusDays(random.nextInt(900)),
            like.outcome(),
            "客户" + random.nextInt(5000));
    return new Example("b" + number, text.toString(), Language.ZH, ExampleState.APPROVED, facts);
  }

  private void search(Path folder) throws IOException {
    ExampleSearch search =
        new ExampleSearch(vectors, StandardFusions.load(), BoostSettings.STANDARD);
    try (FSDirectory directory = FSDirectory.open(folder.resolve("index"));
        DirectoryReader reader = DirectoryReader.open(directory)) {
      IndexSearcher searcher = new IndexSearcher(reader);
      List<ExampleQuery> asked = new ArrayList<>();
      List<float[]> embedded = new ArrayList<>();
      List<String> industries =
          passages.stream().map(one -> one.facts().industry()).distinct().toList();
      for (int i = 0; i < queries.size(); i++) {
        ExampleFilter filter =
            ExampleFilter.APPROVED.ofIndustry(industries.get(i % industries.size()));
        asked.add(ExampleQuery.of(queries.get(i), HITS).with(filter).on(DAY));
        embedded.add(vectors.query(queries.get(i), Language.ZH));
      }
      say(
          String.format(
              Locale.ROOT,
              "%d segments, %d queries, filtered by industry, %d hits",
              reader.leaves().size(),
              asked.size(),
              HITS));
      double[] hybrid = new double[ROUNDS * asked.size()];
      double[] bare = new double[hybrid.length];
      for (int warm = 0; warm < 2; warm++) {
        both(searcher, search, asked, embedded, hybrid, bare);
      }
      both(searcher, search, asked, embedded, hybrid, bare);
      say(String.format(Locale.ROOT, "bare words + bare vectors: %s", percentiles(bare)));
      say(String.format(Locale.ROOT, "hybrid without embedding:  %s", percentiles(hybrid)));
      say(
          String.format(
              Locale.ROOT,
              "ratio p50 %.2f, p95 %.2f, of the sums %.2f",
              at(hybrid, 50) / at(bare, 50),
              at(hybrid, 95) / at(bare, 95),
              Arrays.stream(hybrid).sum() / Arrays.stream(bare).sum()));
      embedded(searcher, search, asked);
    }
  }

  private static void both(
      IndexSearcher searcher,
      ExampleSearch search,
      List<ExampleQuery> asked,
      List<float[]> embedded,
      double[] hybrid,
      double[] bare)
      throws IOException {
    int n = 0;
    for (int round = 0; round < ROUNDS; round++) {
      for (int i = 0; i < asked.size(); i++) {
        ExampleQuery query = asked.get(i);
        float[] vector = embedded.get(i);
        long begin = System.nanoTime();
        if (round % 2 == 0) {
          bare(searcher, query, vector);
          long between = System.nanoTime();
          search.search(searcher, query, Language.ZH, vector);
          bare[n] = (between - begin) / 1e6;
          hybrid[n++] = (System.nanoTime() - between) / 1e6;
        } else {
          search.search(searcher, query, Language.ZH, vector);
          long between = System.nanoTime();
          bare(searcher, query, vector);
          hybrid[n] = (between - begin) / 1e6;
          bare[n++] = (System.nanoTime() - between) / 1e6;
        }
      }
    }
  }

  private static void bare(IndexSearcher searcher, ExampleQuery query, float[] vector)
      throws IOException {
    LexicalQuery lexical = LexicalQuery.of(query.text(), searcher);
    Query filter = FilterQuery.of(query.filter(), searcher.getIndexReader());
    searcher.search(Arms.filtered(lexical.query(), filter), ExampleSearch.DEPTH);
    searcher.search(
        new KnnFloatVectorQuery(Fields.vector(Language.ZH), vector, ExampleSearch.DEPTH, filter),
        ExampleSearch.DEPTH);
  }

  private void embedded(IndexSearcher searcher, ExampleSearch search, List<ExampleQuery> asked)
      throws IOException {
    Embedder model = OnnxEmbedder.of(Language.ZH);
    double[] times = new double[EMBEDDED_ROUNDS * asked.size()];
    int n = 0;
    for (int round = 0; round < EMBEDDED_ROUNDS; round++) {
      for (ExampleQuery query : asked) {
        long begin = System.nanoTime();
        search.search(searcher, query, Language.ZH, model.query(query.text()));
        times[n++] = (System.nanoTime() - begin) / 1e6;
      }
    }
    say(String.format(Locale.ROOT, "hybrid with embedding:     %s", percentiles(times)));
    long begin = System.nanoTime();
    passages.subList(0, 60).forEach(passage -> model.passage(passage.text()));
    say(
        String.format(
            Locale.ROOT,
            "embedding a passage on one thread: %.1f ms",
            (System.nanoTime() - begin) / 60e6));
  }

  private static double at(double[] times, int percent) {
    double[] sorted = times.clone();
    Arrays.sort(sorted);
    return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
  }

  private static String percentiles(double[] times) {
    return String.format(
        Locale.ROOT, "p50 %.2f, p95 %.2f, p99 %.2f", at(times, 50), at(times, 95), at(times, 99));
  }

  private void say(String line) {
    out.println(line);
  }
}
