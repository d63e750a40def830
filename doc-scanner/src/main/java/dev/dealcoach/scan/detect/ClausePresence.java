package dev.dealcoach.scan.detect;

import dev.dealcoach.scan.parse.Passage;
import org.jspecify.annotations.Nullable;

/**
 * Whether one of the eight risk clauses is there. Immutable.
 *
 * @param clause which
 * @param passage the words that bind; null if there are none
 */
public record ClausePresence(RiskClause clause, @Nullable Passage passage) {
  /** Whether it is there. */
  public boolean present() {
    return passage != null;
  }
}
