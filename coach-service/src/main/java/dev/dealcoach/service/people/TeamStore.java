package dev.dealcoach.service.people;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Keeps teams and who was in them when. Thread-safe. */
public interface TeamStore {
  /** Adds a team; its parent must be there. */
  void add(Team team);

  /** All teams by name. */
  List<Team> all();

  /** Adds a membership; account and team must be there. */
  void join(Membership membership);

  /**
   * Ends a membership that lasts.
   *
   * @return false if there is none with this id that lasts
   */
  boolean leave(UUID membership, Instant at);

  /** The account's memberships, past ones too, the earliest first. */
  List<Membership> of(UUID account);

  /** The team's memberships, past ones too, the earliest first. */
  List<Membership> in(UUID team);
}
