package dev.dealcoach.scan.eval;

import java.util.Locale;

/** Counts of quotes found and missed, and what follows from them. */
final class QuoteTally {
  private static final String LOOSE = "paraphrase";

  private int gold;
  private int sameKind;
  private int anyEarning;
  private int found;
  private int paraphrases;
  private int paraphrasesFound;
  private int extraParaphrases;
  private final int[][] points = new int[2][2];

  void gold(String kind, String as) {
    if (as != null && !as.equals(LOOSE)) {
      found++;
    }
    if (kind.equals(LOOSE)) {
      paraphrases++;
      paraphrasesFound += as != null ? 1 : 0;
      return;
    }
    gold++;
    if (as != null && !as.equals(LOOSE)) {
      anyEarning++;
      sameKind += as.equals(kind) ? 1 : 0;
    }
  }

  void extra(String kind) {
    if (kind.equals(LOOSE)) {
      extraParaphrases++;
    } else {
      found++;
    }
  }

  void point(boolean expected, boolean met) {
    points[expected ? 1 : 0][met ? 1 : 0]++;
  }

  private double f1(int right) {
    return gold + found == 0 ? 1 : 2.0 * right / (gold + found);
  }

  private double kappa() {
    double n = points[0][0] + points[0][1] + points[1][0] + points[1][1];
    double agreed = (points[0][0] + points[1][1]) / n;
    double yes = (points[1][0] + points[1][1]) / n * (points[0][1] + points[1][1]) / n;
    double no = (points[0][0] + points[0][1]) / n * (points[0][0] + points[1][0]) / n;
    return yes + no == 1 ? 1 : (agreed - yes - no) / (1 - yes - no);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "F1 %.3f (kind ignored %.3f) of %d gold, %d found; point kappa %.3f of %d;"
            + " paraphrases %d of %d, %d beyond the labels",
        f1(sameKind),
        f1(anyEarning),
        gold,
        found,
        kappa(),
        points[0][0] + points[0][1] + points[1][0] + points[1][1],
        paraphrasesFound,
        paraphrases,
        extraParaphrases);
  }
}
