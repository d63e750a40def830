package dev.dealcoach.service.admin;

import dev.dealcoach.service.access.Access;
import dev.dealcoach.service.account.Passwords;
import dev.dealcoach.service.account.Viewer;
import dev.dealcoach.service.admin.Outcome.Done;
import dev.dealcoach.service.admin.Outcome.Reason;
import dev.dealcoach.service.admin.Outcome.Refused;
import dev.dealcoach.service.audit.AuditEntry.Act;
import dev.dealcoach.service.people.Account;
import dev.dealcoach.service.people.AccountStore;
import dev.dealcoach.service.people.Membership;
import dev.dealcoach.service.people.Role;
import dev.dealcoach.service.people.SessionStore;
import dev.dealcoach.service.people.Team;
import dev.dealcoach.service.people.TeamStore;
import dev.dealcoach.service.people.TeamTree;
import dev.dealcoach.service.retention.Erasure.Erased;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Changes accounts and teams, and tells the audit log. Thread-safe. */
public final class Administration {
  private static final int LONGEST_NAME = 200;
  private static final String ACCOUNT = "account";

  private final AccountStore accounts;
  private final SessionStore sessions;
  private final TeamStore teams;
  private final Passwords passwords;
  private final Access access;
  private final InstantSource clock;

  public Administration(
      AccountStore accounts,
      SessionStore sessions,
      TeamStore teams,
      Passwords passwords,
      Access access,
      InstantSource clock) {
    this.accounts = accounts;
    this.sessions = sessions;
    this.teams = teams;
    this.passwords = passwords;
    this.access = access;
    this.clock = clock;
  }

  /** Makes an account. */
  public Outcome newAccount(Viewer viewer, String signIn, String name, Role role, String password) {
    if (!Passwords.acceptable(password)) {
      return new Refused(Reason.PASSWORD);
    }
    Account account;
    try {
      account = new Account(UUID.randomUUID(), signIn, name, role, true, clock.instant());
    } catch (IllegalArgumentException e) {
      return new Refused(Reason.INVALID);
    }
    if (!accounts.add(account, passwords.hash(password))) {
      return new Refused(Reason.TAKEN);
    }
    access.note(viewer, Act.CREATED, ACCOUNT, account.id(), role.id());
    return new Done(account.id());
  }

  /** Gives an account another name or role; its sessions end when the role changes. */
  public Outcome describe(Viewer viewer, UUID id, String name, Role role) {
    Optional<Account> found = accounts.find(id);
    if (found.isEmpty()) {
      return new Refused(Reason.NOT_FOUND);
    }
    Account old = found.get();
    if (old.id().equals(viewer.id()) && role != old.role()) {
      return new Refused(Reason.OWN_ACCOUNT);
    }
    Account fresh;
    try {
      fresh = new Account(id, old.signIn(), name, role, old.active(), old.created());
    } catch (IllegalArgumentException e) {
      return new Refused(Reason.INVALID);
    }
    accounts.describe(id, fresh.name(), role);
    if (role != old.role()) {
      sessions.closeAll(id);
      access.note(viewer, Act.CHANGED, ACCOUNT, id, role.id());
    }
    if (!fresh.name().equals(old.name())) {
      access.note(viewer, Act.CHANGED, ACCOUNT, id, "name");
    }
    return new Done(id);
  }

  /** Opens or closes an account; its sessions end. */
  public Outcome setActive(Viewer viewer, UUID id, boolean active) {
    if (accounts.find(id).isEmpty()) {
      return new Refused(Reason.NOT_FOUND);
    }
    if (!active && viewer.id().equals(id)) {
      return new Refused(Reason.OWN_ACCOUNT);
    }
    accounts.setActive(id, active);
    sessions.closeAll(id);
    access.note(viewer, Act.CHANGED, ACCOUNT, id, active ? "opened" : "closed");
    return new Done(id);
  }

  /** Sets an account's password and lets go its lock; its sessions end. */
  public Outcome setPassword(Viewer viewer, UUID id, String password) {
    if (accounts.find(id).isEmpty()) {
      return new Refused(Reason.NOT_FOUND);
    }
    if (!Passwords.acceptable(password)) {
      return new Refused(Reason.PASSWORD);
    }
    accounts.setSecret(id, passwords.hash(password));
    sessions.closeAll(id);
    access.note(viewer, Act.CHANGED, ACCOUNT, id, "password");
    return new Done(id);
  }

  /** Notes that a person was erased. */
  public void erased(Viewer viewer, UUID id, Erased erased) {
    access.note(
        viewer, Act.REMOVED, ACCOUNT, id, erased.rows() + " rows, " + erased.files() + " files");
  }

  /** Makes a team. */
  public Outcome newTeam(Viewer viewer, String name, @Nullable UUID parent) {
    if (!fits(name) || (parent != null && team(parent).isEmpty())) {
      return new Refused(Reason.INVALID);
    }
    Team team = new Team(UUID.randomUUID(), name.strip(), parent);
    teams.add(team);
    access.note(viewer, Act.CREATED, "team", team.id(), "");
    return new Done(team.id());
  }

  /** Gives a team another name or another place in the tree. */
  public Outcome changeTeam(Viewer viewer, UUID id, String name, @Nullable UUID parent) {
    if (team(id).isEmpty()) {
      return new Refused(Reason.NOT_FOUND);
    }
    if (!fits(name) || (parent != null && team(parent).isEmpty())) {
      return new Refused(Reason.INVALID);
    }
    if (parent != null && TeamTree.of(teams.all()).within(parent, id)) {
      return new Refused(Reason.CIRCLE);
    }
    teams.change(new Team(id, name.strip(), parent));
    access.note(viewer, Act.CHANGED, "team", id, parent == null ? "top" : parent.toString());
    return new Done(id);
  }

  /**
   * Puts somebody into a team, beside those he or she is in.
   *
   * @param since from when on; null for now
   */
  public Outcome join(
      Viewer viewer, UUID account, UUID team, boolean leads, @Nullable Instant since) {
    Outcome.Refused refused = missing(account, team);
    if (refused != null) {
      return refused;
    }
    Membership membership = membership(account, team, leads, since);
    teams.join(membership);
    access.note(viewer, Act.CREATED, "membership", membership.id(), account.toString());
    return new Done(membership.id());
  }

  /**
   * Moves somebody into a team: what he or she was in then ends when this begins. What was done
   * before stays with those who lead the teams of that time.
   *
   * @param since from when on; null for now
   */
  public Outcome move(
      Viewer viewer, UUID account, UUID team, boolean leads, @Nullable Instant since) {
    Outcome.Refused refused = missing(account, team);
    if (refused != null) {
      return refused;
    }
    Membership membership = membership(account, team, leads, since);
    teams.move(membership);
    access.note(viewer, Act.CREATED, "membership", membership.id(), account.toString());
    return new Done(membership.id());
  }

  /** Lets somebody leave a team now. */
  public Outcome leave(Viewer viewer, UUID membership) {
    if (!teams.leave(membership, clock.instant())) {
      return new Refused(Reason.NOT_FOUND);
    }
    access.note(viewer, Act.CHANGED, "membership", membership, "ended");
    return new Done(membership);
  }

  private Membership membership(UUID account, UUID team, boolean leads, @Nullable Instant since) {
    Instant from = since == null ? clock.instant() : since;
    return new Membership(UUID.randomUUID(), account, team, leads, from, null);
  }

  private Outcome.@Nullable Refused missing(UUID account, UUID team) {
    if (team(team).isEmpty()) {
      return new Refused(Reason.NOT_FOUND);
    }
    return accounts.find(account).isEmpty() ? new Refused(Reason.INVALID) : null;
  }

  private static boolean fits(String name) {
    String word = name.strip();
    return !word.isEmpty() && word.length() <= LONGEST_NAME;
  }

  private Optional<Team> team(UUID id) {
    return teams.all().stream().filter(each -> each.id().equals(id)).findFirst();
  }
}
