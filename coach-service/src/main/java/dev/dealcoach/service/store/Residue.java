package dev.dealcoach.service.store;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a database keeps in its files of rows that were deleted. */
final class Residue {
  private static final Logger LOG = LoggerFactory.getLogger(Residue.class);

  private Residue() {}

  /**
   * Lets the database write its files anew without it; a failure is no more than a warning.
   *
   * @param tables from which rows were deleted
   */
  static void clear(Jdbi jdbi, Set<String> tables) {
    try {
      jdbi.useHandle(
          handle -> {
            if (handle.getConnection().getMetaData().getDatabaseProductName().equals("H2")) {
              // others pause meanwhile: chunks that move while somebody writes can bring H2 down
              handle.execute("set exclusive 1");
              try {
                compact(handle.getConnection().unwrap(JdbcConnection.class));
              } finally {
                handle.execute("set exclusive 0");
              }
            } else {
              try (Statement statement = handle.getConnection().createStatement()) {
                for (String table : tables) {
                  statement.execute("vacuum " + table);
                }
              }
            }
          });
    } catch (SQLException | RuntimeException e) {
      LOG.warn("the database could not clear its files of what was deleted", e);
    }
  }

  private static void compact(JdbcConnection connection) {
    if (connection.getSession() instanceof SessionLocal session) {
      MVStore store = session.getDatabase().getStore().getMvStore();
      if (store.getFileStore() == null) {
        return; // in memory
      }
      int retention = store.getRetentionTime();
      store.setRetentionTime(0);
      try {
        store.commit();
        store.compactFile(10_000);
      } finally {
        store.setRetentionTime(retention);
      }
    }
  }
}
