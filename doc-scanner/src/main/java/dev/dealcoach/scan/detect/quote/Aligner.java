package dev.dealcoach.scan.detect.quote;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the stretches of a proposal that say what a statement says in the statement's words: seeds
 * name the neighbourhoods, tiling lays the statement over each, and the stretch with the best
 * balance of shared and foreign words is cut out. A statement is found at every place where it
 * stands. Immutable, thread-safe.
 */
public final class Aligner {
  /** Units beyond the outermost seeds that still belong to a neighbourhood. */
  private static final int MARGIN = 24;

  /** Seeds further apart than this belong to different neighbourhoods. */
  private static final int REACH = 30;

  private static final int LONGEST_NEIGHBOURHOOD = 400;

  private final Units proposal;
  private final List<Units> statements;
  private final int seed;
  private final double leastSeed;
  private final double leastRun;
  private final double leastStretch;

  /**
   * @param leastStretch weight of shared words below which a stretch is not worth a look
   */
  public Aligner(Units proposal, List<Units> statements, boolean chinese, double leastStretch) {
    this.proposal = proposal;
    this.statements = List.copyOf(statements);
    this.seed = chinese ? 3 : 2;
    this.leastSeed = chinese ? 2 : 1.2;
    this.leastRun = chinese ? 1.3 : 1;
    this.leastStretch = leastStretch;
  }

  /** All stretches, by statement and place. */
  public List<Stretch> align() {
    List<Stretch> found = new ArrayList<>();
    List<List<Integer>> hits =
        new Seeds(statements, seed, leastSeed).in(proposal, statements.size());
    for (int statement = 0; statement < statements.size(); statement++) {
      neighbourhoods(statement, hits.get(statement), found);
    }
    return found;
  }

  private void neighbourhoods(int statement, List<Integer> hits, List<Stretch> found) {
    int i = 0;
    while (i < hits.size()) {
      int j = i;
      while (j + 1 < hits.size()
          && hits.get(j + 1) - hits.get(j) <= REACH
          && hits.get(j + 1) - hits.get(i) <= LONGEST_NEIGHBOURHOOD) {
        j++;
      }
      int from = Math.max(0, hits.get(i) - MARGIN);
      int to = Math.min(proposal.size(), hits.get(j) + seed + MARGIN);
      cut(statement, from, to, found);
      i = j + 1;
    }
  }

  /** Cuts the best stretch out, then looks at what lies before and after it. */
  private void cut(int statement, int from, int to, List<Stretch> found) {
    if (proposal.mass(from, to) < leastStretch) {
      return;
    }
    Tiling tiling = Tiling.of(proposal, from, to, statements.get(statement), leastRun);
    int[] best = best(tiling, from, to);
    if (best == null) {
      return;
    }
    Stretch stretch = measure(statement, best[0], best[1], tiling);
    if (stretch.covered() < leastStretch) {
      return;
    }
    cut(statement, from, stretch.from(), found);
    found.add(stretch);
    cut(statement, stretch.to(), to, found);
  }

  private int @org.jspecify.annotations.Nullable [] best(Tiling tiling, int from, int to) {
    double best = 0;
    int bestFrom = -1;
    int bestTo = -1;
    double sum = 0;
    boolean shares = false;
    int start = from;
    for (int i = from; i < to; i++) {
      if (i > start) {
        sum -= crossing(proposal.before[i]);
      }
      if (sum < 0 || (sum == 0 && !shares)) {
        sum = 0;
        start = i;
        shares = false;
      }
      shares |= tiling.covers(i);
      sum += tiling.covers(i) ? proposal.weight[i] : -proposal.weight[i];
      if (sum > best) {
        best = sum;
        bestFrom = start;
        bestTo = i + 1;
      }
    }
    return bestFrom < 0 ? null : new int[] {bestFrom, bestTo};
  }

  /** What it costs a stretch to go on behind this punctuation. */
  private static double crossing(byte before) {
    return switch (before) {
      case Units.SENTENCE -> 0.6;
      case Units.QUOTE -> 1.5;
      case Units.COLON -> 4;
      case Units.TEXT -> 2;
      default -> 0;
    };
  }

  /** Measures any stretch of units against a statement. */
  public Stretch measure(int statement, int from, int to) {
    return measure(
        statement, from, to, Tiling.of(proposal, from, to, statements.get(statement), leastRun));
  }

  private Stretch measure(int statement, int from, int to, Tiling tiling) {
    float[] shares = new float[statements.get(statement).size()];
    double covered = 0;
    double run = 0;
    double longest = 0;
    for (int i = from; i < to; i++) {
      int over = tiling.over(i);
      if (over < 0) {
        run = 0;
        continue;
      }
      covered += proposal.weight[i];
      shares[over] += proposal.weight[i];
      boolean follows = i > from && tiling.over(i - 1) == over - 1;
      run = follows ? run + proposal.weight[i] : proposal.weight[i];
      longest = Math.max(longest, run);
    }
    double mass = proposal.mass(from, to);
    return new Stretch(
        statement, from, to, mass == 0 ? 0 : covered / mass, covered, longest, shares);
  }
}
