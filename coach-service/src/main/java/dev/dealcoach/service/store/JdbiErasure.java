package dev.dealcoach.service.store;

import dev.dealcoach.service.blob.Blob;
import dev.dealcoach.service.blob.Blobs;
import dev.dealcoach.service.retention.Erasure;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** Erasure in the database and the store of files. */
public final class JdbiErasure implements Erasure {
  private final Jdbi jdbi;
  private final Blobs blobs;

  public JdbiErasure(Jdbi jdbi, Blobs blobs) {
    this.jdbi = jdbi;
    this.blobs = blobs;
  }

  @Override
  public Erased account(UUID id) {
    return erase("accounts", "id = :value", id);
  }

  @Override
  public Erased customer(UUID id) {
    return erase("customers", "id = :value", id);
  }

  @Override
  public Erased deal(UUID id) {
    return erase("deals", "id = :value", id);
  }

  @Override
  public Erased proposalsBefore(Instant instant) {
    return erase("proposal_versions", "handed_in < :value", instant);
  }

  @Override
  public Erased statementsBefore(Instant instant) {
    return erase("statements", "at < :value", instant);
  }

  @Override
  public Erased contactsBefore(Instant instant) {
    return erase("contacts", "held < :value", instant);
  }

  @Override
  public Erased dealsClosedBefore(Instant instant) {
    return erase("deals", "closed < :value", instant);
  }

  @Override
  public Erased requestKeysBefore(Instant instant) {
    long rows =
        jdbi.withHandle(
            handle ->
                handle
                    .createUpdate("delete from creations where at < :value")
                    .bind("value", instant)
                    .execute());
    return new Erased(rows, 0);
  }

  @Override
  public Erased unusedFilesBefore(Instant instant) {
    blobs.discardUnfinished(instant);
    Set<String> known =
        new HashSet<>(
            jdbi.withHandle(
                handle ->
                    handle.createQuery("select sha256 from blobs").mapTo(String.class).list()));
    int files = 0;
    for (Blob blob : blobs.writtenBefore(instant)) {
      // asked again: another process may have begun to use it meanwhile
      if (!known.contains(blob.sha256()) && !used(blob) && blobs.remove(blob)) {
        files++;
      }
    }
    return new Erased(0, files);
  }

  private boolean used(Blob blob) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select 1 from blobs where sha256 = :sha256")
                .bind("sha256", blob.sha256())
                .mapTo(Integer.class)
                .findOne()
                .isPresent());
  }

  private Erased erase(String table, String condition, Object value) {
    Schema schema = schema();
    Set<String> touched = new TreeSet<>();
    long rows =
        jdbi.inTransaction(
            handle -> {
              List<Object> ids =
                  handle
                      .createQuery("select id from " + table + " where " + condition)
                      .bind("value", value)
                      .map((row, context) -> row.getObject(1))
                      .list();
              if (!ids.isEmpty()) {
                // who counts figures writes rows of the person meanwhile
                FigureLedger.lock(handle);
              }
              Cascade cascade = new Cascade(handle, schema);
              long deleted = cascade.delete(table, "id", ids);
              if (deleted > 0) {
                deleted += leftOver(handle, cascade);
                FigureChanges.forgetGone(handle);
                if (cascade.touched().contains("examples")) {
                  JdbiLibrary.swept(handle);
                }
              }
              touched.addAll(cascade.touched());
              return deleted;
            });
    if (rows == 0) {
      return new Erased(0, 0);
    }
    int files = files(schema);
    Residue.clear(jdbi, touched);
    return new Erased(rows, files);
  }

  /** What has no meaning any more without what was deleted. */
  private static long leftOver(Handle handle, Cascade cascade) {
    return leftOver(
            handle,
            cascade,
            "proposals",
            "not exists (select 1 from proposal_versions v where v.proposal = proposals.id)")
        + leftOver(
            handle,
            cascade,
            "customers",
            "not exists (select 1 from deals d where d.customer = customers.id)")
        // a notice quotes what it leads to
        + leftOver(
            handle,
            cascade,
            "notices",
            "link like '/tasks/%' and not exists (select 1 from tasks t"
                + " where notices.link = '/tasks/' || cast(t.id as varchar(36)))"
                + " or link like '/deals/%' and not exists (select 1 from deals d"
                + " where notices.link like '/deals/' || cast(d.id as varchar(36)) || '%')");
  }

  private static long leftOver(Handle handle, Cascade cascade, String table, String condition) {
    return cascade.delete(
        table,
        "id",
        handle
            .createQuery("select id from " + table + " where " + condition)
            .mapTo(UUID.class)
            .list());
  }

  /** Deletes the files that nothing refers to any more. */
  private int files(Schema schema) {
    String unused =
        schema.tables().stream()
            .flatMap(
                table ->
                    table.references().stream()
                        .filter(reference -> reference.table().equals("blobs"))
                        .map(
                            reference ->
                                "not exists (select 1 from "
                                    + table.name()
                                    + " u where u."
                                    + reference.column()
                                    + " = b.sha256)"))
            .collect(Collectors.joining(" and "));
    List<Blob> gone =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery("select sha256, bytes from blobs b where " + unused)
                    .map((row, context) -> new Blob(row.getString(1), row.getLong(2)))
                    .list());
    int files = 0;
    for (Blob blob : gone) {
      files += remove(blob) ? 1 : 0;
    }
    return files;
  }

  private boolean remove(Blob blob) {
    try {
      return jdbi.inTransaction(
          handle -> {
            handle
                .createUpdate("delete from blobs where sha256 = :sha256")
                .bind("sha256", blob.sha256())
                .execute();
            // before the commit: whoever hands the same file in now waits for it and writes it anew
            return blobs.remove(blob);
          });
    } catch (UnableToExecuteStatementException e) {
      if (Creations.violates(e)) {
        return false; // somebody has just handed in the same file
      }
      throw e;
    }
  }

  private Schema schema() {
    return jdbi.withHandle(
        handle -> {
          try {
            return Schema.of(handle.getConnection());
          } catch (SQLException e) {
            throw new IllegalStateException("the schema cannot be read", e);
          }
        });
  }
}
