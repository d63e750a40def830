package dev.dealcoach.service.proposal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How the work on reviews stands, for whoever looks after the service: no file names, no texts.
 * Thread-safe.
 */
public interface ReviewBacklog {
  /**
   * How many reviews there are.
   *
   * @param waiting accepted, not begun
   * @param underWay being made
   * @param refused ended without a result since then
   * @param done ended with one since then
   */
  record Counts(int waiting, int underWay, int refused, int done) {}

  /**
   * A review.
   *
   * @param owner the account that handed the document in
   * @param bytes length of the document
   * @param refusal why there is no result; null unless refused
   * @param ended when it was refused; null before
   * @param due when its next attempt may begin; null without a job
   * @param node the process that has it in hand; null if none has
   */
  record Entry(
      UUID id,
      UUID owner,
      Instant handedIn,
      long bytes,
      ReviewState state,
      int attempts,
      @Nullable String refusal,
      @Nullable Instant ended,
      @Nullable Instant due,
      @Nullable String node) {}

  /** How many there are; ended ones from this instant on. */
  Counts counts(Instant since);

  /** Reviews that have not ended, the oldest first, so many at most. */
  List<Entry> open(int most);

  /** Reviews that were refused, the newest first, so many at most. */
  List<Entry> refused(int most);

  /**
   * Lets a refused review be made again, with all its attempts before it.
   *
   * @return false if there is no such review that was refused, or its last job is still in hand
   */
  boolean again(UUID review, Instant at);
}
