package dev.dealcoach.service.recording;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How the work on recordings stands, for whoever looks after the service: no words, no sound.
 * Thread-safe.
 */
public interface RecordingBacklog {
  /**
   * How many recordings there are.
   *
   * @param waiting accepted, not begun; those without a model are not among them
   * @param noModel waiting for a speech model
   * @param underWay being transcribed or scored
   * @param refused ended without a transcript since then
   * @param done ended with one since then
   * @param seconds how long those are together
   * @param oldest when the longest-waiting one was accepted, with or without a model; null if none
   *     waits
   */
  record Counts(
      int waiting,
      int noModel,
      int underWay,
      int refused,
      int done,
      double seconds,
      @Nullable Instant oldest) {}

  /**
   * A recording.
   *
   * @param owner the account that spoke it
   * @param bytes length of the sound file
   * @param refusal why there is no transcript; null unless refused
   * @param ended when it was refused; null before
   * @param due when its next attempt may begin; null without a job
   * @param node the process that has it in hand; null if none has
   */
  record Entry(
      UUID id,
      UUID owner,
      Instant accepted,
      long bytes,
      RecordingState state,
      int attempts,
      @Nullable String refusal,
      @Nullable Instant ended,
      @Nullable Instant due,
      @Nullable String node) {}

  /** How many there are; ended ones from this instant on. */
  Counts counts(Instant since);

  /** Recordings that have not ended, the oldest first, so many at most. */
  List<Entry> open(int most);

  /** Recordings that were refused, the newest first, so many at most. */
  List<Entry> refused(int most);

  /**
   * Lets a refused recording be transcribed again, with all its attempts before it.
   *
   * @return false if there is no such recording that was refused, or its last job is still in hand
   */
  boolean again(UUID recording, Instant at);
}
