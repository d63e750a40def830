package dev.dealcoach.kb.lucene;

import dev.dealcoach.kb.BoostSettings;
import dev.dealcoach.kb.Example;
import dev.dealcoach.kb.ExampleQuery;
import dev.dealcoach.kb.Facts;
import dev.dealcoach.kb.SearchMode;
import dev.dealcoach.kb.eval.Corpora;
import dev.dealcoach.kb.eval.QuerySet;
import dev.dealcoach.kb.rank.Features;
import dev.dealcoach.kb.rank.Match;
import dev.dealcoach.kb.vector.EmbeddedVectors;
import dev.dealcoach.kb.vector.PassageText;
import dev.dealcoach.kb.vector.PassageVectors;
import dev.dealcoach.nlp.text.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.ByteBuffersDirectory;

/**
 * Trains the fusion on the tuning queries; run by {@code ./mvnw -Ptrain verify}. Each query counts
 * twice: with what is noted about the passages and without, for libraries of bare texts.
 */
public final class FusionTraining {
  /** As many as a reader is shown or nearly; farther down the answer is plain. */
  private static final int SHOWN = 5;

  private static final double ORDER_PENALTY = 0.05;
  private static final double FIT_PENALTY = 0.003;

  /** A query's passages, in hybrid order once {@code order} is known. */
  private record Asked(Language language, QuerySet.Query query, List<Row> rows) {}

  private record Row(Match match, int grade) {}

  private FusionTraining() {}

  /**
   * Trains and writes the weights.
   *
   * @param args corpora, library, the file to write
   */
  public static void main(String[] args) throws IOException {
    Corpora corpora = new Corpora(Path.of(args[0]), Path.of(args[1]));
    PassageVectors vectors = EmbeddedVectors.standard();
    List<Asked> all = new ArrayList<>();
    for (Language language : Language.values()) {
      for (boolean noted : new boolean[] {true, false}) {
        all.addAll(asked(corpora, language, noted, vectors));
      }
    }
    double[] order = order(all);
    List<String> lines = new ArrayList<>();
    lines.add("# Weights of the fusion, trained on the tuning queries by FusionTraining.");
    lines.add("order.bm25=1 0 0 0 0");
    lines.add("order.vector=0 0 1 0 0");
    lines.add("order.hybrid=" + written(order));
    for (SearchMode mode : SearchMode.values()) {
      for (Language language : Language.values()) {
        lines.add(
            "fit."
                + mode.id()
                + "."
                + language.code()
                + "="
                + written(fit(all, mode, language, order)));
      }
    }
    Files.write(Path.of(args[2]), lines);
  }

  private static String written(double[] weights) {
    return DoubleStream.of(weights)
        .mapToObj(weight -> String.format(Locale.ROOT, "%.4f", weight))
        .collect(Collectors.joining(" "));
  }

  private static List<Asked> asked(
      Corpora corpora, Language language, boolean noted, PassageVectors vectors)
      throws IOException {
    QuerySet set = corpora.set("tune", language);
    List<Example> haystack = new ArrayList<>();
    for (Example one : corpora.haystack(language, List.of("tune"))) {
      haystack.add(
          noted ? one : new Example(one.id(), one.text(), language, one.state(), Facts.NONE));
    }
    List<float[]> embedded = vectors.of(haystack.stream().map(PassageText::of).toList());
    try (ByteBuffersDirectory directory = new ByteBuffersDirectory()) {
      try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
        for (int i = 0; i < haystack.size(); i++) {
          writer.addDocument(ExampleDocument.of(haystack.get(i), embedded.get(i)));
        }
        writer.forceMerge(1);
      }
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        return asked(set, haystack, new IndexSearcher(reader), vectors);
      }
    }
  }

  private static List<Asked> asked(
      QuerySet set, List<Example> haystack, IndexSearcher searcher, PassageVectors vectors)
      throws IOException {
    ExampleSearch search = new ExampleSearch(vectors, StandardFusions.load(), BoostSettings.NONE);
    Map<String, Example> own = new HashMap<>();
    set.passages().forEach(passage -> own.put(passage.id(), passage));
    List<Asked> asked = new ArrayList<>();
    for (QuerySet.Query query : set.queries()) {
      List<Row> rows = new ArrayList<>();
      for (Ranked one :
          search.matches(searcher, ExampleQuery.of(query.text(), ExampleQuery.MOST_HITS))) {
        String id = haystack.get(one.candidate().document).id();
        if (own.containsKey(id)) {
          rows.add(new Row(one.match(), query.grades().getOrDefault(id, 0)));
        }
      }
      asked.add(new Asked(set.language(), query, rows));
    }
    return asked;
  }

  /** Listwise: the softmax of the relevances against the share of each passage's gain. */
  private static double[] order(List<Asked> all) {
    List<Asked> answered = all.stream().filter(one -> !one.query().grades().isEmpty()).toList();
    Descent.Scale scale =
        Descent.Scale.of(
            answered.stream()
                .flatMap(one -> one.rows().stream())
                .map(row -> Features.order(row.match()))
                .toList());
    List<double[][]> lists = new ArrayList<>();
    List<double[]> gains = new ArrayList<>();
    for (Asked one : answered) {
      lists.add(
          one.rows().stream()
              .map(row -> scale.apply(Features.order(row.match())))
              .toArray(double[][]::new));
      double[] gain =
          one.rows().stream().mapToDouble(row -> Math.pow(2, row.grade()) - 1).toArray();
      double sum = DoubleStream.of(gain).sum();
      gains.add(DoubleStream.of(gain).map(g -> sum == 0 ? 0 : g / sum).toArray());
    }
    int count = lists.getFirst()[0].length;
    double[] weights =
        Descent.fit(
            count,
            ORDER_PENALTY,
            0,
            (at, gradient) -> {
              for (int q = 0; q < lists.size(); q++) {
                softmax(lists.get(q), gains.get(q), at, gradient, lists.size());
              }
            });
    return IntStream.range(0, count)
        .mapToDouble(i -> scale.deviation(i) == 0 ? 0 : weights[i] / scale.deviation(i))
        .toArray();
  }

  private static void softmax(
      double[][] rows, double[] gains, double[] weights, double[] gradient, int queries) {
    double[] scores = new double[rows.length];
    double most = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < rows.length; i++) {
      scores[i] = dot(rows[i], weights);
      most = Math.max(most, scores[i]);
    }
    double sum = 0;
    for (int i = 0; i < rows.length; i++) {
      scores[i] = Math.exp(scores[i] - most);
      sum += scores[i];
    }
    for (int i = 0; i < rows.length; i++) {
      double off = (scores[i] / sum - gains[i]) / queries;
      for (int k = 0; k < weights.length; k++) {
        gradient[k] += off * rows[i][k];
      }
    }
  }

  /** Logistic: is one of the first hits good (grade 2 or 3)? */
  private static double[] fit(List<Asked> all, SearchMode mode, Language language, double[] order) {
    List<double[]> rows = new ArrayList<>();
    List<Boolean> good = new ArrayList<>();
    for (Asked one : all) {
      if (one.language() != language) {
        continue;
      }
      Comparator<Row> best = Comparator.comparingDouble(row -> -score(row.match(), mode, order));
      double most =
          one.rows().stream().mapToDouble(row -> score(row.match(), mode, order)).max().orElse(0);
      one.rows().stream()
          .sorted(best)
          .limit(SHOWN)
          .forEach(
              row -> {
                rows.add(seen(row.match(), mode, most - score(row.match(), mode, order)));
                good.add(row.grade() >= 2);
              });
    }
    Descent.Scale scale = Descent.Scale.of(rows);
    List<double[]> scaled = rows.stream().map(scale::apply).toList();
    scaled.forEach(row -> row[0] = 1);
    double[] weights =
        Descent.fit(
            rows.getFirst().length,
            FIT_PENALTY,
            1,
            (at, gradient) -> {
              for (int i = 0; i < scaled.size(); i++) {
                double off = 1 / (1 + Math.exp(-dot(scaled.get(i), at))) - (good.get(i) ? 1 : 0);
                for (int k = 0; k < at.length; k++) {
                  gradient[k] += off * scaled.get(i)[k] / scaled.size();
                }
              }
            });
    double[] plain = new double[weights.length];
    plain[0] = weights[0];
    for (int i = 1; i < plain.length; i++) {
      if (scale.deviation(i) > 0) {
        plain[i] = weights[i] / scale.deviation(i);
        plain[0] -= plain[i] * scale.mean(i);
      }
    }
    return plain;
  }

  private static double score(Match match, SearchMode mode, double[] order) {
    return switch (mode) {
      case BM25 -> match.words();
      case VECTOR -> match.compared() ? match.nearness() : -1;
      case HYBRID -> dot(Features.order(match), order);
    };
  }

  /** What a search in the mode would know. */
  private static double[] seen(Match match, SearchMode mode, double behind) {
    return Features.fit(
        switch (mode) {
          case BM25 -> new Match(match.words(), 0, Double.NaN, 0, match.wordsBest(), 0, Double.NaN);
          case VECTOR -> new Match(0, 0, match.nearness(), 0, 0, 0, match.nearest());
          case HYBRID -> match;
        },
        behind);
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
