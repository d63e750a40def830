package dev.dealcoach.scan.detect.quote;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The places where a proposal and a statement share a few units in a row: an index over all
 * statements, so that the proposal is read once. Immutable.
 */
final class Seeds {
  private final int length;
  private final double least;
  private final Map<Long, int[]> owners = new HashMap<>();

  /**
   * @param length units of a seed, at most 3
   * @param least weight below which a row of units is no seed
   */
  Seeds(List<Units> statements, int length, double least) {
    this.length = length;
    this.least = least;
    for (int statement = 0; statement < statements.size(); statement++) {
      Units units = statements.get(statement);
      for (int i = 0; i + length <= units.size(); i++) {
        if (units.mass(i, i + length) >= least) {
          add(hash(units, i), statement);
        }
      }
    }
  }

  private void add(long hash, int statement) {
    int[] known = owners.get(hash);
    if (known == null) {
      owners.put(hash, new int[] {statement});
    } else if (known[known.length - 1] != statement) {
      int[] more = java.util.Arrays.copyOf(known, known.length + 1);
      more[known.length] = statement;
      owners.put(hash, more);
    }
  }

  /** For each statement the units of the proposal at which a seed begins, ascending. */
  List<List<Integer>> in(Units proposal, int statements) {
    List<List<Integer>> hits = new ArrayList<>();
    for (int i = 0; i < statements; i++) {
      hits.add(new ArrayList<>());
    }
    for (int i = 0; i + length <= proposal.size(); i++) {
      int[] found = owners.get(hash(proposal, i));
      if (found != null && proposal.mass(i, i + length) >= least) {
        for (int statement : found) {
          hits.get(statement).add(i);
        }
      }
    }
    return hits;
  }

  private long hash(Units units, int at) {
    long hash = 0;
    for (int i = 0; i < length; i++) {
      hash = (hash << 21) | units.key[at + i];
    }
    return hash;
  }
}
