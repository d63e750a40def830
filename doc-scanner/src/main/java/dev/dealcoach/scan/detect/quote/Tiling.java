package dev.dealcoach.scan.detect.quote;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Lays runs of equal units of a statement over a stretch of a proposal, the longest first, each
 * unit used once (greedy string tiling). Words that were dropped leave gaps, clauses that were
 * moved keep their runs; both are found without a fixed order. Immutable.
 */
final class Tiling {
  private static final int NONE = -1;

  /** A gap wider than this is not filled with lone units. */
  private static final int FILL = 10;

  private final int from;
  private final int[] match;

  private Tiling(int from, int[] match) {
    this.from = from;
    this.match = match;
  }

  /** Lays the statement over the units {@code from} … {@code to} of the proposal. */
  static Tiling of(Units proposal, int from, int to, Units statement, double least) {
    int[] match = new int[to - from];
    Arrays.fill(match, NONE);
    boolean[] used = new boolean[statement.size()];
    List<Run> runs = runs(proposal, from, to, statement, least);
    runs.sort(Run.LONGEST_FIRST);
    for (Run run : runs) {
      place(run, proposal, from, match, used, least);
    }
    fill(proposal, from, statement, match, used);
    return new Tiling(from, match);
  }

  /** The unit of the statement laid over a unit of the proposal; −1 if there is none. */
  int over(int unit) {
    return match[unit - from];
  }

  boolean covers(int unit) {
    return match[unit - from] != NONE;
  }

  private static List<Run> runs(Units proposal, int from, int to, Units statement, double least) {
    List<Run> runs = new ArrayList<>();
    for (int p = from; p < to; p++) {
      int key = proposal.key[p];
      for (int s = 0; s < statement.size(); s++) {
        if (statement.key[s] != key
            || (p > from && s > 0 && proposal.key[p - 1] == statement.key[s - 1])) {
          continue;
        }
        int length = 1;
        double mass = proposal.weight[p];
        while (p + length < to
            && s + length < statement.size()
            && proposal.key[p + length] == statement.key[s + length]) {
          mass += proposal.weight[p + length];
          length++;
        }
        if (mass >= least) {
          runs.add(new Run(p, s, length, mass));
        }
      }
    }
    return runs;
  }

  /** Places what is still free of a run, piece by piece. */
  private static void place(
      Run run, Units proposal, int from, int[] match, boolean[] used, double least) {
    int i = 0;
    while (i < run.length) {
      int j = i;
      double mass = 0;
      while (j < run.length && match[run.p + j - from] == NONE && !used[run.s + j]) {
        mass += proposal.weight[run.p + j];
        j++;
      }
      if (mass >= least) {
        for (int k = i; k < j; k++) {
          match[run.p + k - from] = run.s + k;
          used[run.s + k] = true;
        }
      }
      i = j + 1;
    }
  }

  /** Fills single equal units into narrow gaps between two runs that keep their order. */
  private static void fill(Units proposal, int from, Units statement, int[] match, boolean[] used) {
    int left = NONE;
    for (int i = 0; i < match.length; i++) {
      if (match[i] != NONE) {
        left = i;
        continue;
      }
      if (left == NONE || i - left > FILL) {
        continue;
      }
      int right = i + 1;
      while (right < match.length && match[right] == NONE && right - i <= FILL) {
        right++;
      }
      boolean closed = right < match.length && match[right] > match[left];
      int last = closed ? match[right] : Math.min(statement.size(), match[left] + 4);
      for (int s = match[left] + 1; s < last && s - match[left] <= FILL; s++) {
        if (!used[s] && statement.key[s] == proposal.key[from + i]) {
          match[i] = s;
          used[s] = true;
          left = i;
          break;
        }
      }
    }
  }

  private record Run(int p, int s, int length, double mass) {
    static final Comparator<Run> LONGEST_FIRST =
        Comparator.comparingDouble((Run run) -> -run.mass)
            .thenComparingInt(run -> run.p)
            .thenComparingInt(run -> run.s);
  }
}
