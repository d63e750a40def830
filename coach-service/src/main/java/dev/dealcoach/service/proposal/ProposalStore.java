package dev.dealcoach.service.proposal;

import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.service.people.Sight;
import dev.dealcoach.service.request.Creation;
import dev.dealcoach.service.request.Once;
import dev.dealcoach.service.request.Page;
import dev.dealcoach.service.request.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keeps proposals and their reviews. A review is seen by who handed the document in, and through a
 * team if that person was in it then. Thread-safe, also across processes.
 */
public interface ProposalStore {
  /**
   * Accepts an upload: version, review and the job that will make it are there together or not at
   * all.
   *
   * @param once makes it happen once; null if that does not matter
   * @return the review's id
   */
  Creation accept(Upload upload, @Nullable Once once);

  /** The review with this id, whoever asks. */
  Optional<StoredReview> find(UUID id);

  /** The review with this id, if it can be seen. */
  Optional<StoredReview> find(UUID id, Sight sight);

  /** The reviews of a deal that can be seen, the newest first. */
  List<StoredReview> ofDeal(UUID deal, Sight sight);

  /** All reviews that can be seen, the newest first. */
  Page<StoredReview> reviews(Sight sight, PageRequest page);

  /** Whether there is a proposal with this id in the deal. */
  boolean has(UUID deal, UUID proposal);

  /** What the customer had said when the document was handed in. */
  List<String> statements(UUID review);

  /** The gold standard's points that hold because a person corrected the machine, by their id. */
  Map<String, Boolean> correctedPoints(UUID review);

  /** The result in one language, as the machine has it; empty unless done. */
  Optional<ReviewResult.Wording> wording(UUID review, Language language);

  /** The document's text, JSON; empty unless done. */
  Optional<String> blocks(UUID review);

  /**
   * Begins an attempt at a review.
   *
   * @return empty if it has ended already or there is no such review
   */
  Optional<ReviewWork> begin(UUID review);

  /** Notes how far an attempt has come; nothing if a later attempt has begun. */
  void progress(ReviewWork work, ReviewState state);

  /**
   * Ends a review with a result.
   *
   * @return false if it had ended already, or a later attempt has begun; nothing is changed then
   */
  boolean done(ReviewWork work, ReviewResult result, Instant at);

  /** Ends a review without a result, under the same conditions as {@link #done}. */
  boolean refused(ReviewWork work, String code, Instant at);

  /**
   * Puts a review back.
   *
   * @param counts whether the attempt counts; one that failed through no fault of the document does
   *     not
   */
  void postponed(ReviewWork work, boolean counts);
}
