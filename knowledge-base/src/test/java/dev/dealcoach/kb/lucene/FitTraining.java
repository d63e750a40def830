package dev.dealcoach.kb.lucene;

import dev.dealcoach.kb.SearchMode;
import dev.dealcoach.kb.rank.Features;
import dev.dealcoach.kb.rank.Match;
import dev.dealcoach.nlp.text.Language;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Trains the weights of the probability that a hit fits. */
final class FitTraining {
  /** As many as a reader is shown or nearly; farther down the answer is plain. */
  private static final int SHOWN = 5;

  private static final double PENALTY = 0.003;

  /**
   * One of the first hits.
   *
   * @param behind how far its relevance lies behind the first one's, 0 or more
   */
  record Shown(TuningQuery.Row row, double behind) {
    boolean isGood() {
      return row.grade() >= 2;
    }
  }

  private FitTraining() {}

  /** Logistic: is one of the first hits good (grade 2 or 3)? */
  static double[] weights(
      List<TuningQuery> all, SearchMode mode, Language language, double[] order) {
    List<double[]> rows = new ArrayList<>();
    List<Boolean> good = new ArrayList<>();
    for (TuningQuery one : all) {
      if (one.language() == language) {
        for (Shown shown : shown(one, mode, order, SHOWN)) {
          rows.add(seen(shown, mode));
          good.add(shown.isGood());
        }
      }
    }
    Descent.Scale scale = Descent.Scale.of(rows);
    List<double[]> scaled = rows.stream().map(scale::apply).toList();
    scaled.forEach(row -> row[0] = 1);
    double[] weights =
        Descent.fit(
            rows.getFirst().length,
            PENALTY,
            1,
            (at, gradient) -> {
              for (int i = 0; i < scaled.size(); i++) {
                double off =
                    1 / (1 + Math.exp(-Descent.dot(scaled.get(i), at))) - (good.get(i) ? 1 : 0);
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

  /** The first hits of a search in the mode, the best first. */
  static List<Shown> shown(TuningQuery asked, SearchMode mode, double[] order, int most) {
    double best =
        asked.rows().stream()
            .mapToDouble(row -> OrderTraining.score(row.match(), mode, order))
            .max()
            .orElse(0);
    List<Shown> shown = new ArrayList<>();
    for (TuningQuery.Row row : ranked(asked, mode, order).stream().limit(most).toList()) {
      double behind = best - OrderTraining.score(row.match(), mode, order);
      shown.add(new Shown(row, behind));
    }
    return shown;
  }

  /** The passages in the order of a search in the mode. */
  static List<TuningQuery.Row> ranked(TuningQuery asked, SearchMode mode, double[] order) {
    return asked.rows().stream()
        .sorted(Comparator.comparingDouble(row -> -OrderTraining.score(row.match(), mode, order)))
        .toList();
  }

  /** What a search in the mode would tell the probability from. */
  static double[] seen(Shown shown, SearchMode mode) {
    Match match = shown.row().match();
    return Features.fit(
        switch (mode) {
          case BM25 -> new Match(match.words(), 0, Double.NaN, 0, match.wordsBest(), 0, Double.NaN);
          case VECTOR -> new Match(0, 0, match.nearness(), 0, 0, 0, match.nearest());
          case HYBRID -> match;
        },
        shown.behind());
  }
}
