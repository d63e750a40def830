package dev.dealcoach.kb;

/**
 * What opening an index came to.
 *
 * @param <T> what was to be opened
 */
public sealed interface IndexOpening<T extends ExampleFinder> {
  /**
   * It is sound.
   *
   * @param index to be closed by whoever opened it
   */
  record Opened<T extends ExampleFinder>(T index) implements IndexOpening<T> {}

  /**
   * A file is damaged or missing: the index has to be emptied and built anew.
   *
   * @param detail for the log; names no text
   */
  record Damaged<T extends ExampleFinder>(String detail) implements IndexOpening<T> {}

  /** It was made by another version or with other models, and has to be built anew. */
  record Outdated<T extends ExampleFinder>() implements IndexOpening<T> {}

  /** There is none. */
  record Absent<T extends ExampleFinder>() implements IndexOpening<T> {}

  /** Another process writes it. */
  record InUse<T extends ExampleFinder>() implements IndexOpening<T> {}
}
