package dev.dealcoach.kb;

/** What became of changes that an index was to take. */
public sealed interface IndexUpdate {
  /** All were taken, in their order, and are found from now on. */
  record Applied() implements IndexUpdate {}

  /**
   * They could not be written, for want of room or another failure of the disk. Nothing that was
   * committed before is lost; the index has to be opened again before it takes more.
   *
   * @param detail for the log; names no text
   */
  record NotWritten(String detail) implements IndexUpdate {}
}
