package dev.dealcoach.service.imports;

import dev.dealcoach.service.deal.DealEdit;
import java.util.List;

/** A line of a table of deals. */
public sealed interface DealLine {
  /** Its number in the file, from 1; the heading is the first. */
  long line();

  /**
   * A deal.
   *
   * @param statements what the customer said, in order; may be none
   */
  record Good(long line, DealEdit deal, List<String> statements) implements DealLine {
    public Good {
      statements = List.copyOf(statements);
    }
  }

  /**
   * No deal.
   *
   * @param column that is wrong
   * @param problem permanent name of what is wrong with it: {@code missing}, {@code too-long},
   *     {@code not-a-day}, {@code unknown}, {@code before-contact}, {@code no-outcome} or {@code
   *     too-many}
   */
  record Bad(long line, String column, String problem) implements DealLine {}
}
