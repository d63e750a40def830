package dev.dealcoach.kb;

import java.util.List;
import java.util.stream.Stream;

/**
 * Takes examples and finds them. An index is derived: whoever owns the examples feeds it their
 * changes in order, each batch with a position of the owner's own counting (a row number, an
 * offset), and after a crash goes on behind {@link #position()}. Thread-safe; searches never wait
 * for updates.
 */
public interface ExampleIndex extends ExampleFinder {
  /**
   * Takes changes in their order. When this returns they are found, but only {@link #commit()}
   * makes them outlast a crash.
   *
   * @param position what {@link #position()} says once this is committed
   */
  IndexUpdate apply(List<ExampleChange> changes, long position);

  /** Makes what was applied outlast a crash. */
  IndexUpdate commit();

  /**
   * Holds these examples and no others from now on, committed. Until this returns, searches find
   * what was there before; so they do if it fails or the process dies.
   */
  IndexUpdate rebuild(Stream<Example> examples, long position);

  /** Closes it; what was applied and not committed is committed, if that is possible. */
  @Override
  void close();
}
