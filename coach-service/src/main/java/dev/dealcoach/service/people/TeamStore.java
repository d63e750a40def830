package dev.dealcoach.service.people;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Keeps teams and who was in them when. Thread-safe. */
public interface TeamStore {
  /** Adds a team; its parent must be there. */
  void add(Team team);

  /** Gives a team the name and the parent that it has here; both must be there. */
  void change(Team team);

  /** All teams by name. */
  List<Team> all();

  /** Adds a membership; account and team must be there. */
  void join(Membership membership);

  /**
   * Adds a membership, and ends at its beginning those of the account that last beyond it; all or
   * nothing.
   */
  void move(Membership membership);

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

  /** The memberships of all these teams, past ones too, the earliest first. */
  List<Membership> in(Set<UUID> teams);
}
