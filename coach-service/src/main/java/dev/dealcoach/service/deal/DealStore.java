package dev.dealcoach.service.deal;

import dev.dealcoach.service.people.Sight;
import dev.dealcoach.service.request.Creation;
import dev.dealcoach.service.request.Once;
import dev.dealcoach.service.request.Page;
import dev.dealcoach.service.request.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keeps deals and what customers said. A deal is seen by who works on it, and through a team if its
 * owner was in that team at any time between the deal's beginning and its end. Thread-safe.
 */
public interface DealStore {
  /**
   * Adds a deal.
   *
   * @param once makes it happen once; null if that does not matter
   */
  Creation add(NewDeal deal, @Nullable Once once);

  /** The deal with this id, whoever asks. */
  Optional<Deal> find(UUID id);

  /**
   * The deal with this id, if it can be seen.
   *
   * @param now until when an open deal has lasted
   */
  Optional<Deal> find(UUID id, Sight sight, Instant now);

  /** The deals that can be seen, the newest first. */
  Page<Deal> deals(Sight sight, Instant now, PageRequest page);

  /**
   * Adds what the customer said, all or nothing.
   *
   * @param once makes it happen once; null if that does not matter; the id given back is the first
   *     statement's
   */
  Creation say(List<Statement> statements, @Nullable Once once);

  /** What the customer said in a deal, as far as it can be seen, the earliest first. */
  List<Statement> statements(UUID deal, Sight sight);
}
