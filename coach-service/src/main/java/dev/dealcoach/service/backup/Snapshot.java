package dev.dealcoach.service.backup;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A connection to which the database does not change any more. */
final class Snapshot implements AutoCloseable {
  /** H2's own level, on which one moment holds for all tables. */
  private static final int H2_SNAPSHOT = 6;

  private final Connection connection;
  private final int level;

  private Snapshot(Connection connection, int level) {
    this.connection = connection;
    this.level = level;
  }

  static Snapshot of(DataSource source) throws SQLException {
    Connection connection = source.getConnection();
    try {
      int level = connection.getTransactionIsolation();
      boolean h2 = connection.getMetaData().getDatabaseProductName().equals("H2");
      connection.setTransactionIsolation(h2 ? H2_SNAPSHOT : Connection.TRANSACTION_REPEATABLE_READ);
      connection.setAutoCommit(false);
      return new Snapshot(connection, level);
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  Connection connection() {
    return connection;
  }

  @Override
  public void close() throws SQLException {
    try (connection) {
      connection.rollback();
      connection.setAutoCommit(true);
      connection.setTransactionIsolation(level);
    }
  }
}
