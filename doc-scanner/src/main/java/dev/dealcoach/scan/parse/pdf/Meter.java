package dev.dealcoach.scan.parse.pdf;

import dev.dealcoach.scan.parse.ParseLimits;

/** Watches over what reading one file costs. Mutable, used by one thread. */
final class Meter {
  private long deadline;
  private final int mostCharacters;
  private int characters;

  Meter(ParseLimits limits) {
    this.deadline = System.nanoTime() + limits.time().toNanos();
    this.mostCharacters = limits.characters();
  }

  /**
   * Checks the time.
   *
   * @throws ReadingStopped if it is over or the thread was interrupted
   */
  void check() {
    if (System.nanoTime() - deadline > 0 || Thread.currentThread().isInterrupted()) {
      throw new ReadingStopped(ReadingStopped.Limit.TIME);
    }
  }

  /** Leaves out of account a time that has just passed. */
  void allow(long nanos) {
    deadline += nanos;
  }

  /**
   * Counts a glyph.
   *
   * @throws ReadingStopped if there are too many
   */
  void glyph() {
    if (++characters > mostCharacters) {
      throw new ReadingStopped(ReadingStopped.Limit.CHARACTERS);
    }
    if ((characters & 0xFFF) == 0) {
      check();
    }
  }
}
