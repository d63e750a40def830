package dev.dealcoach.service.correction;

import dev.dealcoach.service.notice.Notice;
import dev.dealcoach.service.people.Sight;
import dev.dealcoach.service.request.Creation;
import dev.dealcoach.service.request.Once;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what people say of scores. Whatever changes what holds changes it in one transaction with
 * the score, the figures that rest on it and what people are told. Thread-safe.
 */
public interface CorrectionStore {
  /** What holds of the work's items, in their order; empty while the machine has said nothing. */
  List<Held> held(Subject subject);

  /** What people said of this version, the earliest first. */
  List<Correction> corrections(Subject subject);

  /** The disputes about this version, the earliest first. */
  List<Dispute> disputes(Subject subject);

  /** The dispute with this id, whoever asks. */
  Optional<Dispute> dispute(UUID id);

  /** Open disputes about versions that still count, the earliest first. */
  List<Dispute> open();

  /**
   * Keeps what a person says of one or several items.
   *
   * @param told who is told of it
   * @param once makes it happen once; null if that does not matter
   * @return the first one's id; empty if something else holds now than when the person looked
   */
  Optional<Creation> add(
      Subject subject, List<NewCorrection> said, List<Notice> told, @Nullable Once once);

  /**
   * Keeps a dispute.
   *
   * @param told who is told of it, by the dispute's id
   * @param once makes it happen once; null if that does not matter
   * @return empty if the item is disputed already
   */
  Optional<Creation> dispute(Subject subject, NewDispute dispute, Told told, @Nullable Once once);

  /** Who is told of something that gets its id only when it is kept. */
  @FunctionalInterface
  interface Told {
    /** The notices. */
    List<Notice> of(UUID id);
  }

  /**
   * Ends a dispute.
   *
   * @return false if it was not open any more, or something else holds than when the person looked
   */
  boolean decide(Subject subject, UUID dispute, NewCorrection decision, List<Notice> told);

  /**
   * Gives a dispute to the trainers.
   *
   * @return false if it is not open or theirs already
   */
  boolean toTrainers(UUID dispute, List<Notice> told);

  /** Whether somebody has opened this version's result, as the audit log has it. */
  boolean looked(UUID account, Subject subject);

  /**
   * Others' contacts and proposals that can be seen, the latest first.
   *
   * @param since first instant
   */
  List<Candidate> candidates(Sight sight, Instant since);

  /**
   * The last word on every item of every version, and apart from it the last word that was blind.
   *
   * @param sight whose work is looked at; null for everybody's
   */
  List<Said> said(@Nullable Sight sight);

  /**
   * The summaries of which a person has said something, the earliest first.
   *
   * @param sight whose work is looked at; null for everybody's
   */
  List<JudgedSummary> judged(@Nullable Sight sight);
}
