package dev.dealcoach.service.store;

import dev.dealcoach.service.people.Account;
import dev.dealcoach.service.people.AccountStore;
import dev.dealcoach.service.people.Role;
import dev.dealcoach.service.people.Secret;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;

/** Accounts in the database. */
public final class JdbiAccounts implements AccountStore {
  private static final String SELECT =
      "select id, sign_in, name, role, active, created from accounts ";

  private final Jdbi jdbi;

  public JdbiAccounts(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public boolean add(Account account, String hash) {
    try {
      jdbi.useHandle(
          handle ->
              handle
                  .createUpdate(
                      "insert into accounts (id, sign_in, name, role, active, created, secret, failures)"
                          + " values (:id, :signIn, :name, :role, :active, :created, :hash, 0)")
                  .bindMethods(account)
                  .bind("hash", hash)
                  .execute());
      return true;
    } catch (UnableToExecuteStatementException e) {
      if (Creations.violates(e) && bySignIn(account.signIn()).isPresent()) {
        return false;
      }
      throw e;
    }
  }

  @Override
  public Optional<Account> find(UUID id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(SELECT + "where id = :id")
                .bind("id", id)
                .mapTo(Account.class)
                .findOne());
  }

  @Override
  public Optional<Account> bySignIn(String signIn) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(SELECT + "where sign_in = :signIn")
                .bind("signIn", Account.normalised(signIn))
                .mapTo(Account.class)
                .findOne());
  }

  @Override
  public List<Account> all() {
    return jdbi.withHandle(
        handle -> handle.createQuery(SELECT + "order by sign_in").mapTo(Account.class).list());
  }

  @Override
  public boolean anyActive(Role role) {
    return jdbi.withHandle(
        handle ->
            handle
                    .createQuery("select count(*) from accounts where role = :role and active")
                    .bind("role", role)
                    .mapTo(Long.class)
                    .one()
                > 0);
  }

  @Override
  public Optional<Secret> secret(UUID account) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select secret as hash, failures, locked_until from accounts where id = :id")
                .bind("id", account)
                .mapTo(Secret.class)
                .findOne());
  }

  @Override
  public void setSecret(UUID account, String hash) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "update accounts set secret = :hash, failures = 0, locked_until = null where id = :id")
                .bind("hash", hash)
                .bind("id", account)
                .execute());
  }

  @Override
  public void failed(UUID account, @Nullable Instant lockedUntil) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "update accounts set failures = failures + 1, locked_until = :until where id = :id")
                .bind("until", lockedUntil)
                .bind("id", account)
                .execute());
  }

  @Override
  public void succeeded(UUID account) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "update accounts set failures = 0, locked_until = null where id = :id"
                        + " and (failures > 0 or locked_until is not null)")
                .bind("id", account)
                .execute());
  }

  @Override
  public void setActive(UUID account, boolean active) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate("update accounts set active = :active where id = :id")
                .bind("active", active)
                .bind("id", account)
                .execute());
  }
}
