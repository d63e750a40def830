package dev.dealcoach.scan.detect.quote;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something the customer said, read. Immutable.
 *
 * @param index number among the customer's statements, from 0
 * @param text as it was given
 * @param units its words
 * @param clauses its clauses in order, tiling its words
 */
public record Statement(int index, String text, Units units, List<Clause> clauses) {
  public Statement {
    clauses = List.copyOf(clauses);
  }

  /** Whether a clause of this nature is in it. */
  public boolean has(Nature nature) {
    return clauses.stream().anyMatch(clause -> clause.nature() == nature);
  }

  /** Whether it tells of a pain: a clause does, or none tells of anything else. */
  public boolean pain() {
    return has(Nature.PAIN)
        || (!clauses.isEmpty()
            && clauses.stream().allMatch(clause -> clause.nature() == Nature.PLAIN));
  }

  /**
   * How the words that a stretch takes from this statement spread over the natures of its clauses:
   * weights that sum to 1, or nothing if it takes none.
   */
  public Map<Nature, Double> natures(Stretch stretch) {
    Map<Nature, Double> weights = new EnumMap<>(Nature.class);
    double sum = 0;
    float[] shares = stretch.shares();
    for (int unit = 0; unit < shares.length; unit++) {
      if (shares[unit] > 0) {
        weights.merge(natureAt(units.start(unit)), (double) shares[unit], Double::sum);
        sum += shares[unit];
      }
    }
    double all = sum;
    weights.replaceAll((_, weight) -> weight / all);
    return weights;
  }

  /**
   * The share of the words taken that stands in clauses that are about something else than a pain
   * by their own words, 0 to 1.
   */
  public double beside(Stretch stretch) {
    double sum = 0;
    double beside = 0;
    float[] shares = stretch.shares();
    for (int unit = 0; unit < shares.length; unit++) {
      sum += shares[unit];
      Clause clause = clauseAt(units.start(unit));
      boolean pain = clause == null || clause.own() == Nature.PAIN || clause.own() == Nature.PLAIN;
      beside += pain ? 0 : shares[unit];
    }
    return sum == 0 ? 1 : beside / sum;
  }

  private Nature natureAt(int offset) {
    Clause clause = clauseAt(offset);
    return clause == null ? Nature.PLAIN : clause.nature();
  }

  private @Nullable Clause clauseAt(int offset) {
    for (Clause clause : clauses) {
      if (offset < clause.span().end()) {
        return clause;
      }
    }
    return null;
  }
}
