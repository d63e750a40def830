package dev.dealcoach.service.store;

import dev.dealcoach.service.request.Creation;
import dev.dealcoach.service.request.Once;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;

/** Runs creations in a transaction, those with a key only once. */
final class Creations {
  private Creations() {}

  /**
   * Creates something under a new id, or finds what the same request created before.
   *
   * @param create does it in the transaction of the handle
   */
  static Creation run(Jdbi jdbi, @Nullable Once once, Instant at, BiConsumer<Handle, UUID> create) {
    UUID id = UUID.randomUUID();
    if (once != null) {
      Optional<Creation> earlier = earlier(jdbi, once);
      if (earlier.isPresent()) {
        return earlier.get();
      }
    }
    try {
      jdbi.useTransaction(
          handle -> {
            if (once != null) {
              note(handle, once, id, at);
            }
            create.accept(handle, id);
          });
      return new Creation.New(id);
    } catch (UnableToExecuteStatementException e) {
      // the same request may have come twice at the same time; the other one was first
      Optional<Creation> other =
          once != null && violates(e) ? earlier(jdbi, once) : Optional.empty();
      return other.orElseThrow(() -> e);
    }
  }

  private static void note(Handle handle, Once once, UUID id, Instant at) {
    handle
        .createUpdate(
            "insert into creations (account, request_key, fingerprint, created_id, at)"
                + " values (:account, :key, :fingerprint, :id, :at)")
        .bindMethods(once)
        .bind("id", id)
        .bind("at", at)
        .execute();
  }

  private static Optional<Creation> earlier(Jdbi jdbi, Once once) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select created_id, fingerprint from creations"
                        + " where account = :account and request_key = :key")
                .bindMethods(once)
                .map(
                    (row, context) ->
                        row.getString("fingerprint").equals(once.fingerprint())
                            ? (Creation)
                                new Creation.Earlier(row.getObject("created_id", UUID.class))
                            : new Creation.KeyTaken())
                .findOne());
  }

  /** Whether a statement failed because of a row that is there already. */
  static boolean violates(UnableToExecuteStatementException e) {
    return e.getCause() instanceof SQLException sql
        && sql.getSQLState() != null
        && sql.getSQLState().startsWith("23");
  }
}
