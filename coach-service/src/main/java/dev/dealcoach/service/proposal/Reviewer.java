package dev.dealcoach.service.proposal;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Reviews one document. Thread-safe; never throws for what is in the file. */
public interface Reviewer {
  /**
   * Reviews a document.
   *
   * @param file on this machine; only read
   * @param name as the user calls it
   * @param statements what the customer said
   * @param state told of {@link ReviewState#READING} and {@link ReviewState#REVIEWING} as they
   *     begin, on the calling thread
   */
  ReviewEnd review(Path file, String name, List<String> statements, Consumer<ReviewState> state);
}
