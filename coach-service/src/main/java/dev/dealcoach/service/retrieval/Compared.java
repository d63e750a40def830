package dev.dealcoach.service.retrieval;

/**
 * How an index and the database compare. Immutable.
 *
 * @param shown examples that the database has for everybody
 * @param missing those of them that the index does not have
 * @param other those that it has with other words or facts
 * @param extra those that it has and the database has not
 */
public record Compared(int shown, int missing, int other, int extra) {
  /** Whether both hold the same. */
  public boolean agree() {
    return missing == 0 && other == 0 && extra == 0;
  }
}
