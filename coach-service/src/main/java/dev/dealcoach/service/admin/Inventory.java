package dev.dealcoach.service.admin;

/** What is kept, in numbers. Thread-safe. */
public interface Inventory {
  /**
   * How much there is.
   *
   * @param documents different files that were handed in
   * @param bytes their length together
   * @param database the database's name and version
   */
  record Counts(
      long accounts,
      long deals,
      long statements,
      long reviews,
      long documents,
      long bytes,
      String database) {}

  /** How much there is now. */
  Counts counts();
}
