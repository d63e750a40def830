package dev.dealcoach.service.notice;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody is told. Immutable.
 *
 * @param account who is told
 * @param kind permanent name; {@code notice.KIND} among the sentences words it
 * @param link the page it leads to, from {@code /} on
 * @param detail what fills the sentence's place, such as a file's name; may be empty
 * @param seen when it was seen; null before
 */
public record Notice(
    UUID id,
    UUID account,
    String kind,
    String link,
    String detail,
    Instant at,
    @Nullable Instant seen) {
  /** A proposal was reviewed. */
  public static final String REVIEW_DONE = "review-done";

  /** A proposal could not be reviewed. */
  public static final String REVIEW_REFUSED = "review-refused";

  /** A recording was transcribed. */
  public static final String RECORDING_DONE = "recording-done";

  /** A recording could not be transcribed. */
  public static final String RECORDING_REFUSED = "recording-refused";

  /** A person corrected one's score. */
  public static final String SCORE_CORRECTED = "score-corrected";

  /** Somebody disputes a score, and one may decide. */
  public static final String DISPUTE_OPEN = "dispute-open";

  /** The same for trainers, without a name. */
  public static final String DISPUTE_TRAINERS = "dispute-trainers";

  /** Somebody disputes what one said. */
  public static final String DISPUTE_TOLD = "dispute-told";

  /** A dispute was decided. */
  public static final String DISPUTE_DECIDED = "dispute-decided";

  /** A task was set. */
  public static final String TASK_SET = "task-set";

  /** A task was done. */
  public static final String TASK_DONE = "task-done";

  /** A task is not to be done any more. */
  public static final String TASK_DROPPED = "task-dropped";

  /** A task that had ended is to be done after all. */
  public static final String TASK_OPENED = "task-opened";

  /** A notice that is new. */
  public static Notice of(UUID account, String kind, String link, String detail, Instant at) {
    return new Notice(UUID.randomUUID(), account, kind, link, detail, at, null);
  }
}
