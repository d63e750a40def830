package dev.dealcoach.service.pack;

import dev.dealcoach.service.blob.Blob;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keeps dry runs and their jobs. What is erased goes from them too. Thread-safe, also across
 * processes.
 */
public interface TrialStore {
  /**
   * Something that a pack can be tried on.
   *
   * @param review null for a summary
   * @param summary null for a review
   * @param industry of the customer, as somebody typed it
   */
  record Past(@Nullable UUID review, @Nullable UUID summary, String industry) {}

  /**
   * A proposal to be judged.
   *
   * @param statements what the customer had said
   */
  record Proposal(Blob document, String fileName, List<String> statements) {}

  /** The newest reviews that were done, so many at most. */
  List<Past> reviews(int most);

  /** The newest summaries, one of each contact, so many at most. */
  List<Past> summaries(int most);

  /** Begins a dry run: it is there with its job, or not at all. */
  void add(
      UUID id, UUID pack, int revision, UUID askedBy, String industry, List<Past> past, Instant at);

  /** The dry run with this id. */
  Optional<Trial> find(UUID id);

  /** The dry runs of a pack, the newest first. */
  List<Trial> of(UUID pack);

  /** What is in a dry run, in its order. */
  List<TrialItem> items(UUID trial);

  /** What is to be judged next; empty if all is. */
  Optional<TrialItem> next(UUID trial);

  /** The proposal of a review; empty if it has been erased. */
  Optional<Proposal> proposal(UUID review);

  /** The text of a summary; empty if it has been erased. */
  Optional<String> summary(UUID id);

  /** Notes what came of an item; null if it cannot be read. */
  void judged(UUID trial, int place, @Nullable Difference difference);

  /**
   * Ends a dry run.
   *
   * @return false if it had ended
   */
  boolean end(UUID trial, Trial.State state, Instant at);
}
