package dev.dealcoach.service.team;

import dev.dealcoach.service.people.Sight;
import dev.dealcoach.service.proposal.StoredReview;
import dev.dealcoach.service.request.Page;
import dev.dealcoach.service.request.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds the reviews that can be seen, person by person. Thread-safe. */
public interface TeamWork {
  /**
   * One finished review.
   *
   * @param account who handed it in
   * @param gold its points that hold, 0 to 3
   * @param machineGold what the machine said, where a person corrected a point; else null
   */
  record Point(
      UUID account,
      UUID deal,
      UUID review,
      Instant handedIn,
      int gold,
      @Nullable Integer machineGold) {}

  /** Everybody's newest finished review of those handed in during a time, the newest first. */
  List<Point> newest(Sight sight, Instant from, Instant until);

  /** What one person handed in during a time, as far as it can be seen, the newest first. */
  List<StoredReview> reviews(UUID account, Sight sight, Instant from, Instant until);

  /** What one person handed in, as far as it can be seen, the newest first. */
  Page<StoredReview> reviews(UUID account, Sight sight, PageRequest page);
}
