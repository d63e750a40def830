package dev.dealcoach.service.store;

import dev.dealcoach.service.people.Session;
import dev.dealcoach.service.people.SessionStore;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Sessions in the database. */
public final class JdbiSessions implements SessionStore {
  private final Jdbi jdbi;

  public JdbiSessions(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public void open(Session session) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "insert into sessions (id, account, csrf, created, last_seen)"
                        + " values (:key, :account, :csrf, :created, :lastSeen)")
                .bindMethods(session)
                .execute());
  }

  @Override
  public Optional<Session> find(String key) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select id, account, csrf, created, last_seen from sessions where id = :key")
                .bind("key", key)
                .map(
                    (row, context) ->
                        new Session(
                            row.getString("id"),
                            row.getObject("account", UUID.class),
                            row.getString("csrf"),
                            row.getTimestamp("created").toInstant(),
                            row.getTimestamp("last_seen").toInstant()))
                .findOne());
  }

  @Override
  public void seen(String key, Instant at) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate("update sessions set last_seen = :at where id = :key")
                .bind("key", key)
                .bind("at", at)
                .execute());
  }

  @Override
  public void close(String key) {
    jdbi.useHandle(
        handle ->
            handle.createUpdate("delete from sessions where id = :key").bind("key", key).execute());
  }

  @Override
  public void closeAll(UUID account) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate("delete from sessions where account = :account")
                .bind("account", account)
                .execute());
  }

  @Override
  public void sweep(Instant lastSeen, Instant created) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate("delete from sessions where last_seen < :seen or created < :created")
                .bind("seen", lastSeen)
                .bind("created", created)
                .execute());
  }
}
