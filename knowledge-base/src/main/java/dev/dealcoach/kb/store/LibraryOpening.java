package dev.dealcoach.kb.store;

/** What opening a library for writing came to. */
public sealed interface LibraryOpening {
  /**
   * It is open and whole.
   *
   * @param library to be closed by whoever opened it
   * @param repair what had to be done
   * @param lost how many lines of the log were damaged and could not be brought back
   */
  record Opened(ExampleLibrary library, Repair repair, long lost) implements LibraryOpening {}

  /** Another process writes it. */
  record InUse() implements LibraryOpening {}

  /**
   * The folder cannot be used.
   *
   * @param detail for the log; names no text
   */
  record Unusable(String detail) implements LibraryOpening {}

  /** What can have to be done. */
  enum Repair {
    /** Nothing, or next to nothing. */
    NONE,
    /** The index lacked the last changes of the log. */
    CAUGHT_UP,
    /** The index was missing or made by another version, and was built anew. */
    BUILT,
    /** The index was damaged and was built anew. */
    DAMAGED_INDEX,
    /** The log was damaged and was written anew from the index. */
    DAMAGED_LOG
  }
}
