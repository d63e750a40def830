package dev.dealcoach.service.store;

import dev.dealcoach.service.people.Membership;
import dev.dealcoach.service.people.Team;
import dev.dealcoach.service.people.TeamStore;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Teams and memberships in the database. */
public final class JdbiTeams implements TeamStore {
  private static final String MEMBERSHIPS =
      "select id, account, team, leads, since, until from memberships ";

  private final Jdbi jdbi;

  public JdbiTeams(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public void add(Team team) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate("insert into teams (id, name, parent) values (:id, :name, :parent)")
                .bindMethods(team)
                .execute());
  }

  @Override
  public List<Team> all() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select id, name, parent from teams order by name, id")
                .mapTo(Team.class)
                .list());
  }

  @Override
  public void change(Team team) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate("update teams set name = :name, parent = :parent where id = :id")
                .bindMethods(team)
                .execute());
  }

  @Override
  public void join(Membership membership) {
    jdbi.useTransaction(handle -> insert(handle, membership));
  }

  @Override
  public void move(Membership membership) {
    jdbi.useTransaction(
        handle -> {
          handle
              .createUpdate(
                  "update memberships set until = :since where account = :account"
                      + " and since <= :since and (until is null or until > :since)")
              .bindMethods(membership)
              .execute();
          insert(handle, membership);
        });
  }

  private static void insert(Handle handle, Membership membership) {
    handle
        .createUpdate(
            "insert into memberships (id, account, team, leads, since, until)"
                + " values (:id, :account, :team, :leads, :since, :until)")
        .bindMethods(membership)
        .execute();
    FigureChanges.ofTeams(handle, membership.account(), membership.since());
  }

  @Override
  public boolean leave(UUID membership, Instant at) {
    return jdbi.inTransaction(
        handle -> {
          boolean left =
              handle
                      .createUpdate(
                          "update memberships set until = :at where id = :id and since <= :at"
                              + " and (until is null or until > :at)")
                      .bind("id", membership)
                      .bind("at", at)
                      .execute()
                  == 1;
          if (left) {
            UUID account =
                handle
                    .createQuery("select account from memberships where id = :id")
                    .bind("id", membership)
                    .mapTo(UUID.class)
                    .one();
            FigureChanges.ofTeams(handle, account, at);
          }
          return left;
        });
  }

  @Override
  public List<Membership> of(UUID account) {
    return memberships("where account = :id", account);
  }

  @Override
  public List<Membership> in(UUID team) {
    return memberships("where team = :id", team);
  }

  @Override
  public List<Membership> in(Set<UUID> teams) {
    if (teams.isEmpty()) {
      return List.of();
    }
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(MEMBERSHIPS + "where team in (<teams>) order by since, id")
                .bindList("teams", teams)
                .mapTo(Membership.class)
                .list());
  }

  private List<Membership> memberships(String where, UUID id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(MEMBERSHIPS + where + " order by since, id")
                .bind("id", id)
                .mapTo(Membership.class)
                .list());
  }
}
