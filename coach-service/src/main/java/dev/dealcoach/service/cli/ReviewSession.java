package dev.dealcoach.service.cli;

import dev.dealcoach.scan.parse.DocumentParser;
import dev.dealcoach.scan.parse.ParseLimits;
import dev.dealcoach.service.review.ReviewPipeline;

/** A reader of documents and a reviewer, for the time of one command. Thread-safe. */
public interface ReviewSession extends AutoCloseable {
  /** Reads documents. */
  DocumentParser parser();

  /** What reading one of them may cost. */
  ParseLimits limits();

  /** Reviews them; the first call waits until what it needs is loaded. */
  ReviewPipeline pipeline();

  @Override
  void close();

  /** Opens sessions. */
  @FunctionalInterface
  interface Source {
    /**
     * Opens a session that starts to get ready at once.
     *
     * @param parallel how many documents may be read at the same time, at least 1
     */
    ReviewSession open(int parallel);
  }
}
