package dev.dealcoach.service.store;

import dev.dealcoach.service.people.Account;
import dev.dealcoach.service.people.Membership;
import dev.dealcoach.service.people.Role;
import dev.dealcoach.service.people.Sight;
import dev.dealcoach.service.people.Team;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Invented people in a store. */
public final class People {
  public static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");
  public static final Instant APRIL = Instant.parse("2026-04-01T00:00:00Z");
  public static final Instant MAY = Instant.parse("2026-05-01T00:00:00Z");
  public static final Instant JUNE = Instant.parse("2026-06-01T00:00:00Z");

  private final Jdbi jdbi;

  public People(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** A new account. */
  public Account account(Role role) {
    UUID id = UUID.randomUUID();
    Account account = new Account(id, "p-" + id, "Person " + id, role, true, MARCH);
    new JdbiAccounts(jdbi).add(account, "hash");
    return account;
  }

  /** A new team. */
  public Team team(@Nullable Team parent) {
    UUID id = UUID.randomUUID();
    Team team = new Team(id, "Team " + id, parent == null ? null : parent.id());
    new JdbiTeams(jdbi).add(team);
    return team;
  }

  /** Was there for a time. */
  public Membership member(
      Account account, Team team, boolean leads, Instant since, @Nullable Instant until) {
    Membership membership =
        new Membership(UUID.randomUUID(), account.id(), team.id(), leads, since, until);
    new JdbiTeams(jdbi).join(membership);
    return membership;
  }

  /** Sees the own work only. */
  public static Sight own(Account account) {
    return new Sight(account.id(), Set.of());
  }
}
