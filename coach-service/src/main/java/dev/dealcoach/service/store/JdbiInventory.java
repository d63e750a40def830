package dev.dealcoach.service.store;

import dev.dealcoach.service.admin.Inventory;
import java.sql.DatabaseMetaData;
import org.jdbi.v3.core.Jdbi;

/** Counts what is in the database. */
public final class JdbiInventory implements Inventory {
  private final Jdbi jdbi;

  public JdbiInventory(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public Counts counts() {
    return jdbi.withHandle(
        handle -> {
          String name =
              handle.queryMetadata(DatabaseMetaData::getDatabaseProductName)
                  + " "
                  + handle.queryMetadata(DatabaseMetaData::getDatabaseProductVersion);
          return handle
              .createQuery(
                  "select (select count(*) from accounts) as accounts,"
                      + " (select count(*) from deals) as deals,"
                      + " (select count(*) from statements) as statements,"
                      + " (select count(*) from reviews) as reviews,"
                      + " (select count(*) from blobs) as documents,"
                      + " (select coalesce(sum(bytes), 0) from blobs) as bytes")
              .map(
                  (row, context) ->
                      new Counts(
                          row.getLong("accounts"),
                          row.getLong("deals"),
                          row.getLong("statements"),
                          row.getLong("reviews"),
                          row.getLong("documents"),
                          row.getLong("bytes"),
                          name))
              .one();
        });
  }
}
