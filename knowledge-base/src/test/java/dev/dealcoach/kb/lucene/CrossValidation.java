package dev.dealcoach.kb.lucene;

import dev.dealcoach.kb.SearchMode;
import dev.dealcoach.kb.eval.Measures;
import dev.dealcoach.nlp.text.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Measures the fusion on tuning queries that its weights have not seen: five parts, each ranked by
 * weights trained on the other four. Both copies of a query (with facts and without) lie in the
 * same part; of each kind every fifth query lies in the same part.
 */
final class CrossValidation {
  private static final int FOLDS = 5;

  /** What a reader is shown at most. */
  private static final int SHOWN = 3;

  private final SortedMap<String, List<Double>> gains = new TreeMap<>();
  private final SortedMap<String, List<Measures.Judged>> fits = new TreeMap<>();

  private CrossValidation() {}

  /** One figure a line. */
  static List<String> figures(List<TuningQuery> all) {
    CrossValidation validation = new CrossValidation();
    List<Integer> folds = folds(all);
    for (int fold = 0; fold < FOLDS; fold++) {
      List<TuningQuery> seen = new ArrayList<>();
      List<TuningQuery> unseen = new ArrayList<>();
      for (int i = 0; i < all.size(); i++) {
        (folds.get(i) == fold ? unseen : seen).add(all.get(i));
      }
      validation.measure(seen, unseen);
    }
    List<String> lines = new ArrayList<>();
    validation.gains.forEach(
        (name, values) ->
            lines.add(
                line(
                    name + ".ndcg10",
                    values.stream().mapToDouble(Double::doubleValue).average().orElseThrow())));
    validation.fits.forEach(
        (name, judged) -> lines.add(line(name + ".fits.auc", Measures.auc(judged))));
    return lines;
  }

  private static String line(String name, double value) {
    return String.format(Locale.ROOT, "held out: %-66s %.3f", name, value);
  }

  private static List<Integer> folds(List<TuningQuery> all) {
    SortedMap<String, Integer> count = new TreeMap<>();
    List<Integer> folds = new ArrayList<>();
    for (TuningQuery one : all) {
      String kind = one.set() + " " + one.noted() + " " + one.query().kind();
      folds.add((count.merge(kind, 1, Integer::sum) - 1) % FOLDS);
    }
    return folds;
  }

  private void measure(List<TuningQuery> seen, List<TuningQuery> unseen) {
    double[] order = OrderTraining.weights(seen);
    for (TuningQuery asked : unseen) {
      if (asked.answered()) {
        for (SearchMode mode : SearchMode.values()) {
          List<String> ranking =
              FitTraining.ranked(asked, mode, order).stream()
                  .map(TuningQuery.Row::passage)
                  .toList();
          double gain = Measures.ndcg(ranking, asked.query().grades());
          String prefix = name(asked) + "." + mode.id() + ".";
          gains.computeIfAbsent(prefix + asked.query().kind(), _ -> new ArrayList<>()).add(gain);
          gains.computeIfAbsent(prefix + "mixed", _ -> new ArrayList<>()).add(gain);
        }
      }
    }
    for (Language language : Language.values()) {
      double[] fit = FitTraining.weights(seen, SearchMode.HYBRID, language, order);
      for (TuningQuery asked : unseen) {
        if (asked.language() == language) {
          List<Measures.Judged> judged =
              fits.computeIfAbsent(name(asked) + ".hybrid", _ -> new ArrayList<>());
          for (FitTraining.Shown shown :
              FitTraining.shown(asked, SearchMode.HYBRID, order, SHOWN)) {
            double probability =
                1 / (1 + Math.exp(-Descent.dot(fit, FitTraining.seen(shown, SearchMode.HYBRID))));
            judged.add(new Measures.Judged(probability, shown.isGood()));
          }
        }
      }
    }
  }

  private static String name(TuningQuery asked) {
    return asked.set() + (asked.noted() ? "" : ".bare-texts");
  }
}
