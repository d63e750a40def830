package dev.dealcoach.kb.eval;

import dev.dealcoach.kb.Example;
import dev.dealcoach.kb.ExampleChange;
import dev.dealcoach.kb.ExampleHit;
import dev.dealcoach.kb.ExampleIndex;
import dev.dealcoach.kb.ExampleQuery;
import dev.dealcoach.kb.IndexOpening;
import dev.dealcoach.kb.SearchMode;
import dev.dealcoach.kb.lucene.IndexSettings;
import dev.dealcoach.kb.lucene.LuceneExampleIndex;
import dev.dealcoach.kb.vector.EmbeddedVectors;
import dev.dealcoach.nlp.text.Language;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Measures the search on the tuning queries and the reserve and compares with the committed
 * figures; run by {@code ./mvnw -Peval verify}. A figure that falls by more than the tolerance
 * fails the build; {@code -Deval.update=true} writes the figures anew. All passages of a language
 * lie in one index; a query's ranking is condensed to the passages over which it was judged.
 */
public final class RetrievalFigures {
  /** How far a figure may fall below the committed one. */
  private static final double TOLERANCE = 0.01;

  private static final List<String> PARTS = List.of("tune", "reserve");

  /** What a reader is shown at most. */
  private static final int SHOWN = 3;

  /** The day from which the examples' age counts. */
  private static final LocalDate DAY = LocalDate.of(2026, 11, 1);

  private final Corpora corpora;
  private final EmbeddedVectors vectors = EmbeddedVectors.standard();
  private final Map<String, Double> figures = new TreeMap<>();

  private RetrievalFigures(Corpora corpora) {
    this.corpora = corpora;
  }

  /**
   * Measures, prints, compares.
   *
   * @param args corpora, library, file of committed figures
   */
  public static void main(String[] args) throws IOException {
    RetrievalFigures run = new RetrievalFigures(new Corpora(Path.of(args[0]), Path.of(args[1])));
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    List<String> parts =
        List.of(System.getProperty("eval.parts", String.join(",", PARTS)).split(","));
    for (Language language : Language.values()) {
      run.measure(language, parts);
    }
    List<String> lines = new ArrayList<>();
    run.figures.forEach(
        (name, value) -> lines.add(String.format(Locale.ROOT, "%-44s %.3f", name, value)));
    lines.forEach(out::println);
    Path committed = Path.of(args[2]);
    if (Boolean.getBoolean("eval.update")) {
      Files.write(committed, lines);
      out.println("written to " + committed);
      return;
    }
    if (parts.equals(PARTS)) {
      List<String> fallen = run.fallen(committed);
      if (!fallen.isEmpty()) {
        throw new IllegalStateException("figures fell:\n" + String.join("\n", fallen));
      }
      out.println("no figure fell by more than " + TOLERANCE);
    }
  }

  private void measure(Language language, List<String> parts) throws IOException {
    Path folder = Files.createTempDirectory("retrieval-figures");
    try (ExampleIndex index = opened(folder)) {
      List<ExampleChange> changes = new ArrayList<>();
      for (Example example : corpora.haystack(language, PARTS)) {
        changes.add(new ExampleChange.Put(example));
      }
      index.apply(changes, 0);
      for (String part : parts) {
        for (QuerySet set : corpora.sets(part, language)) {
          measure(index, set);
        }
      }
    } finally {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(folder);
    }
  }

  private ExampleIndex opened(Path folder) {
    if (LuceneExampleIndex.open(folder, IndexSettings.standard(vectors))
        instanceof IndexOpening.Opened<LuceneExampleIndex>(LuceneExampleIndex index)) {
      return index;
    }
    throw new IllegalStateException("an empty folder takes no index");
  }

  private void measure(ExampleIndex index, QuerySet set) {
    for (SearchMode mode : SearchMode.values()) {
      Map<String, List<double[]>> byKind = new TreeMap<>();
      List<Measures.Judged> shown = new ArrayList<>();
      List<Measures.Judged> first = new ArrayList<>();
      for (QuerySet.Query query : set.queries()) {
        ExampleQuery asked = ExampleQuery.of(query.text(), ExampleQuery.MOST_HITS).in(mode).on(DAY);
        List<ExampleHit> hits =
            index.search(asked).stream()
                .filter(hit -> set.judged().contains(hit.example().id()))
                .toList();
        hits.stream()
            .limit(SHOWN)
            .forEach(hit -> shown.add(new Measures.Judged(hit.fits(), good(hit, query))));
        if (!hits.isEmpty()) {
          first.add(new Measures.Judged(hits.getFirst().fits(), !query.grades().isEmpty()));
        }
        if (!query.grades().isEmpty()) {
          List<String> ranking = hits.stream().map(hit -> hit.example().id()).limit(100).toList();
          double[] one = {
            Measures.ndcg(ranking, query.grades()),
            Measures.recall(ranking, query.grades()),
            Measures.reciprocalRank(ranking, query.grades())
          };
          byKind.computeIfAbsent(query.kind(), _ -> new ArrayList<>()).add(one);
          byKind.computeIfAbsent("mixed", _ -> new ArrayList<>()).add(one);
        }
      }
      String prefix = set.name() + "." + mode.id() + ".";
      byKind.forEach(
          (kind, all) -> {
            put(prefix + kind + ".ndcg10", all, 0);
            put(prefix + kind + ".recall100", all, 1);
            put(prefix + kind + ".mrr", all, 2);
          });
      figures.put(prefix + "fits.auc", Measures.auc(shown));
      figures.put(prefix + "fits.auc-first-none", Measures.auc(first));
      figures.put(prefix + "fits.one-minus-brier", 1 - Measures.brier(shown));
    }
  }

  private static boolean good(ExampleHit hit, QuerySet.Query query) {
    return query.grades().getOrDefault(hit.example().id(), 0) >= 2;
  }

  private void put(String name, List<double[]> all, int which) {
    figures.put(name, all.stream().mapToDouble(one -> one[which]).average().orElseThrow());
  }

  private List<String> fallen(Path committed) throws IOException {
    List<String> fallen = new ArrayList<>();
    int compared = 0;
    for (String line : Files.readAllLines(committed)) {
      String[] words = line.strip().split("\\s+");
      if (words.length < 2) {
        continue;
      }
      compared++;
      Double now = figures.get(words[0]);
      if (now == null) {
        fallen.add(words[0] + " is no longer measured");
      } else if (now < Double.parseDouble(words[1]) - TOLERANCE) {
        fallen.add(
            String.format(Locale.ROOT, "%s: committed %s, now %.3f", words[0], words[1], now));
      }
    }
    if (compared == 0) {
      fallen.add(committed + " holds no figures; write them with -Deval.update=true");
    }
    return fallen;
  }
}
