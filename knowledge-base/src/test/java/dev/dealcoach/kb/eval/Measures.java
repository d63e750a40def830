package dev.dealcoach.kb.eval;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Measures of a ranking. Lists are condensed: passages that nobody judged for the query are taken
 * out before, since they may be answers or not.
 */
public final class Measures {
  private static final int CUT = 10;

  private Measures() {}

  /** Discounted gain of the first ten over the best possible; gains are 2^grade − 1. */
  public static double ndcg(List<String> ranking, Map<String, Integer> grades) {
    double gain = 0;
    for (int i = 0; i < Math.min(CUT, ranking.size()); i++) {
      gain += gain(grades.getOrDefault(ranking.get(i), 0), i);
    }
    List<Integer> ideal = grades.values().stream().sorted(Comparator.reverseOrder()).toList();
    double best = 0;
    for (int i = 0; i < Math.min(CUT, ideal.size()); i++) {
      best += gain(ideal.get(i), i);
    }
    return gain / best;
  }

  private static double gain(int grade, int place) {
    return (Math.pow(2, grade) - 1) / (Math.log(place + 2) / Math.log(2));
  }

  /** Share of the passages that help (grade 2 and 3; where there are none, 1) in the ranking. */
  public static double recall(List<String> ranking, Map<String, Integer> grades) {
    int least = grades.values().stream().anyMatch(grade -> grade > 1) ? 2 : 1;
    List<String> wanted =
        grades.entrySet().stream()
            .filter(grade -> grade.getValue() >= least)
            .map(Map.Entry::getKey)
            .toList();
    return (double) wanted.stream().filter(ranking::contains).count() / wanted.size();
  }

  /** One over the place of the first passage that helps (grade 2 and 3). */
  public static double reciprocalRank(List<String> ranking, Map<String, Integer> grades) {
    for (int i = 0; i < ranking.size(); i++) {
      if (grades.getOrDefault(ranking.get(i), 0) >= 2) {
        return 1.0 / (i + 1);
      }
    }
    return 0;
  }

  /** A judged probability. */
  public record Judged(double probability, boolean good) {}

  /** Chance that a good one has the larger probability than a bad one; ties count half. */
  public static double auc(List<Judged> all) {
    List<Judged> sorted = new ArrayList<>(all);
    sorted.sort(Comparator.comparingDouble(Judged::probability));
    double ranks = 0;
    long good = 0;
    int i = 0;
    while (i < sorted.size()) {
      int j = i;
      while (j < sorted.size() && sorted.get(j).probability() == sorted.get(i).probability()) {
        j++;
      }
      double rank = (i + 1 + j) / 2.0;
      for (int k = i; k < j; k++) {
        if (sorted.get(k).good()) {
          ranks += rank;
          good++;
        }
      }
      i = j;
    }
    long bad = sorted.size() - good;
    return (ranks - good * (good + 1) / 2.0) / ((double) good * bad);
  }

  /** Mean squared difference between probability and what was so. */
  public static double brier(List<Judged> all) {
    return all.stream()
        .mapToDouble(one -> Math.pow(one.probability() - (one.good() ? 1 : 0), 2))
        .average()
        .orElse(Double.NaN);
  }
}
