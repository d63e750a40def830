package dev.dealcoach.nlp.statement;

/**
 * What a trained judge makes of one clause with regard to one item. The three probabilities lie in
 * 0–1, are rounded to 1e-3 (so that no status hangs on the last bits of a sum) and add up to 1 but
 * for the rounding. Immutable.
 *
 * @param clause index in the list of clauses that was judged
 * @param item the item
 * @param none the clause adds nothing to the item
 * @param partial the clause is evidence for {@code partial}
 * @param covered the clause is evidence for {@code covered}
 */
public record ItemJudgement(
    int clause, DiscoveryItem item, double none, double partial, double covered) {
  /** Rounds the probabilities to 1e-3. */
  public ItemJudgement {
    if (clause < 0) {
      throw new IllegalArgumentException("no clause: " + clause);
    }
    none = rounded(none);
    partial = rounded(partial);
    covered = rounded(covered);
  }

  /** The probability that the clause is evidence for the item, whatever its strength. */
  public double some() {
    return rounded(Math.min(1, partial + covered)); // two roundings may add up to more
  }

  /** The weighted mean of two judgements of the same place. */
  ItemJudgement mean(ItemJudgement other, double share) {
    return new ItemJudgement(
        clause,
        item,
        (1 - share) * none + share * other.none,
        (1 - share) * partial + share * other.partial,
        (1 - share) * covered + share * other.covered);
  }

  private static double rounded(double p) {
    if (!(p >= -1e-6 && p <= 1 + 1e-6)) {
      throw new IllegalArgumentException("no probability: " + p);
    }
    return Math.round(p * 1000) / 1000.0;
  }
}
