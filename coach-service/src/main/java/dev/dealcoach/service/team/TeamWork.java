package dev.dealcoach.service.team;

import dev.dealcoach.service.people.Sight;
import dev.dealcoach.service.proposal.StoredReview;
import dev.dealcoach.service.request.Page;
import dev.dealcoach.service.request.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Sums up the reviews and summaries that can be seen, person by person. Thread-safe. */
public interface TeamWork {
  /**
   * What somebody's reviews come to.
   *
   * @param account the person
   * @param reviews how many are done
   * @param gold mean of their points of the gold standard, 0 to 3
   * @param last when the newest was handed in
   */
  record Figures(UUID account, int reviews, double gold, Instant last) {}

  /**
   * One finished review.
   *
   * @param account who handed it in
   * @param gold its points, 0 to 3
   */
  record Point(UUID account, UUID deal, UUID review, Instant handedIn, int gold) {}

  /**
   * What somebody's summaries of contacts come to; those that repeat an earlier one or say nothing
   * that could be checked do not count.
   *
   * @param account the person
   * @param summaries how many count
   * @param score mean of their discovery scores, 0 to 100
   */
  record Talks(UUID account, int summaries, double score) {}

  /** The summaries of everybody with a contact that was held since then and counts. */
  List<Talks> talks(Sight sight, Instant since);

  /** The figures of everybody with a finished review that was handed in since then. */
  List<Figures> figures(Sight sight, Instant since);

  /**
   * Everybody's newest finished reviews, the oldest of them first.
   *
   * @param most for each person
   */
  List<Point> latest(Sight sight, int most);

  /** What one person handed in, as far as it can be seen, the newest first. */
  Page<StoredReview> reviews(UUID account, Sight sight, PageRequest page);
}
