package dev.dealcoach.service.store;

import dev.dealcoach.service.people.ApiToken;
import dev.dealcoach.service.people.ApiTokenStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** API tokens in the database. */
public final class JdbiApiTokens implements ApiTokenStore {
  private static final String SELECT =
      "select id, account, name, created, expires, last_used from api_tokens ";

  private final Jdbi jdbi;

  public JdbiApiTokens(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public void add(ApiToken token, String key) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "insert into api_tokens (id, account, name, token, created, expires, last_used)"
                        + " values (:id, :account, :name, :key, :created, :expires, :lastUsed)")
                .bindMethods(token)
                .bind("key", key)
                .execute());
  }

  @Override
  public Optional<ApiToken> find(String key) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(SELECT + "where token = :key")
                .bind("key", key)
                .mapTo(ApiToken.class)
                .findOne());
  }

  @Override
  public List<ApiToken> of(UUID account) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(SELECT + "where account = :account order by created desc, id")
                .bind("account", account)
                .mapTo(ApiToken.class)
                .list());
  }

  @Override
  public void used(UUID token, Instant at) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate("update api_tokens set last_used = :at where id = :id")
                .bind("id", token)
                .bind("at", at)
                .execute());
  }

  @Override
  public boolean withdraw(UUID account, UUID token) {
    return jdbi.withHandle(
        handle ->
            handle
                    .createUpdate("delete from api_tokens where id = :id and account = :account")
                    .bind("id", token)
                    .bind("account", account)
                    .execute()
                == 1);
  }
}
