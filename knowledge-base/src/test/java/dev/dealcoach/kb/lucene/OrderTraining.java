package dev.dealcoach.kb.lucene;

import dev.dealcoach.kb.SearchMode;
import dev.dealcoach.kb.rank.Features;
import dev.dealcoach.kb.rank.Match;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Trains the weights of the order. */
final class OrderTraining {
  private static final double PENALTY = 0.05;

  private OrderTraining() {}

  /** Listwise: the softmax of the relevances against the share of each passage's gain. */
  static double[] weights(List<TuningQuery> all) {
    List<TuningQuery> answered = all.stream().filter(TuningQuery::answered).toList();
    Descent.Scale scale =
        Descent.Scale.of(
            answered.stream()
                .flatMap(one -> one.rows().stream())
                .map(row -> Features.order(row.match()))
                .toList());
    List<double[][]> lists = new ArrayList<>();
    List<double[]> gains = new ArrayList<>();
    for (TuningQuery one : answered) {
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
            PENALTY,
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
      scores[i] = Descent.dot(rows[i], weights);
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

  /** What a search in the mode orders by. */
  static double score(Match match, SearchMode mode, double[] order) {
    return switch (mode) {
      case BM25 -> match.words();
      case VECTOR -> match.compared() ? match.nearness() : -1;
      case HYBRID -> Descent.dot(Features.order(match), order);
    };
  }
}
