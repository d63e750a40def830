package dev.dealcoach.service.web;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reviews one proposal. Implementations are thread-safe and never throw for what is in the file.
 */
public interface ProposalReviewer {
  /**
   * Reviews a file.
   *
   * @param file on the local disk; stays where it is as long as the review is kept
   * @param name what the user calls it, without folders
   * @param statements what the customer said, one statement an entry, none blank
   * @param stage told of every stage as it begins, on the calling thread
   */
  ReviewOutcome review(
      Path file, String name, List<String> statements, Consumer<ReviewStage> stage);
}
