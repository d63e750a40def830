package dev.dealcoach.service.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a database keeps in its files of rows that were deleted. */
public final class Residue {
  private static final Logger LOG = LoggerFactory.getLogger(Residue.class);

  private Residue() {}

  /**
   * Tells a PostgreSQL to clear tables of it; a failure is no more than a warning. An H2 database
   * cannot while others use it: {@link #close} does.
   *
   * @param tables from which rows were deleted
   */
  static void clear(Jdbi jdbi, Set<String> tables) {
    try {
      jdbi.useHandle(
          handle -> {
            if (!h2(handle.getConnection())) {
              try (Statement statement = handle.getConnection().createStatement()) {
                for (String table : tables) {
                  statement.execute("vacuum " + table);
                }
              }
            }
          });
    } catch (SQLException | RuntimeException e) {
      LOG.warn("the database could not clear its tables of what was deleted", e);
    }
  }

  /**
   * Ends the use of a database: an H2 database writes its file anew, without what was deleted, and
   * closes; another stays as it is. A failure is no more than a warning.
   */
  public static void close(DataSource source) {
    try (Connection connection = source.getConnection()) {
      if (h2(connection)) {
        try (Statement statement = connection.createStatement()) {
          statement.execute("shutdown compact");
        }
      }
    } catch (SQLException e) {
      LOG.warn("the database could not clear its file of what was deleted", e);
    }
  }

  private static boolean h2(Connection connection) throws SQLException {
    return connection.getMetaData().getDatabaseProductName().equals("H2");
  }
}
