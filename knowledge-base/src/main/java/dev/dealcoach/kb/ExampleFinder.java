package dev.dealcoach.kb;

import java.util.List;
import java.util.Optional;

/** Finds examples. Thread-safe. */
public interface ExampleFinder extends AutoCloseable {
  /**
   * The best examples, the best first; fewer than asked for if fewer are found.
   *
   * @throws java.io.UncheckedIOException if the index cannot be read
   */
  List<ExampleHit> search(ExampleQuery query);

  /** The example with an id, in whatever state. */
  Optional<Example> find(String id);

  /** The position of the last change that a crash cannot undo; -1 if there is none. */
  long position();

  /** How many examples it holds, in whatever state. */
  int size();

  @Override
  void close();
}
