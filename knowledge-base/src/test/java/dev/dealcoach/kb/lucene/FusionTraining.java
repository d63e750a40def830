package dev.dealcoach.kb.lucene;

import dev.dealcoach.kb.SearchMode;
import dev.dealcoach.kb.eval.Corpora;
import dev.dealcoach.kb.vector.EmbeddedVectors;
import dev.dealcoach.nlp.text.Language;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * Trains the fusion on the tuning queries; run by {@code ./mvnw -Ptrain verify}. Each query counts
 * twice: with what is noted about the passages and without, for libraries of bare texts.
 */
public final class FusionTraining {
  private FusionTraining() {}

  /**
   * Trains and writes the weights; prints how such weights rank queries they have not seen.
   *
   * @param args corpora, library, the file to write
   */
  public static void main(String[] args) throws IOException {
    Corpora corpora = new Corpora(Path.of(args[0]), Path.of(args[1]));
    EmbeddedVectors vectors = EmbeddedVectors.standard();
    List<TuningQuery> all = TuningQuery.all(corpora, vectors);
    double[] order = OrderTraining.weights(all);
    List<String> lines = new ArrayList<>();
    lines.add("# Weights of the fusion, trained on the tuning queries by FusionTraining.");
    lines.add("order.bm25=1 0 0 0");
    lines.add("order.vector=0 1 0 0");
    lines.add("order.hybrid=" + written(order));
    for (SearchMode mode : SearchMode.values()) {
      for (Language language : Language.values()) {
        lines.add(
            "fit."
                + mode.id()
                + "."
                + language.code()
                + "="
                + written(FitTraining.weights(all, mode, language, order)));
      }
    }
    Files.write(Path.of(args[2]), lines);
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    CrossValidation.figures(all).forEach(out::println);
  }

  private static String written(double[] weights) {
    return DoubleStream.of(weights)
        .mapToObj(weight -> String.format(Locale.ROOT, "%.4f", weight))
        .collect(Collectors.joining(" "));
  }
}
