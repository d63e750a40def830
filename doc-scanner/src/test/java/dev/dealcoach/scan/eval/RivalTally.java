package dev.dealcoach.scan.eval;

import java.util.Locale;

/** Counts of rival points found and missed. */
final class RivalTally {
  private int gold;
  private int found;
  private int right;
  private int answeredRight;

  void gold(boolean answered, boolean matched, boolean as) {
    gold++;
    if (matched) {
      found++;
      right++;
      answeredRight += answered == as ? 1 : 0;
    }
  }

  void extra() {
    found++;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "precision %.3f, recall %.3f of %d gold, %d found; answered judged right %d of %d",
        found == 0 ? 1 : (double) right / found,
        gold == 0 ? 1 : (double) right / gold,
        gold,
        found,
        answeredRight,
        right);
  }
}
