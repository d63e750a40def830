package dev.dealcoach.service.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import liquibase.exception.LiquibaseException;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jdbi.v3.core.Jdbi;
import org.postgresql.ds.PGSimpleDataSource;

/** The databases that every store is tried on. */
public enum TestDatabase {
  H2,
  POSTGRESQL;

  private static final AtomicInteger NUMBERS = new AtomicInteger();
  private static final Map<TestDatabase, Jdbi> SHARED = new EnumMap<>(TestDatabase.class);

  /** Started when it is first needed, ends with the tests. */
  private static final class Server {
    static final EmbeddedPostgres POSTGRES = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** A PostgreSQL with the present schema, of which copies are made. */
  private static final class Migrated {
    static final String NAME = made();

    private static String made() {
      String name = next();
      migrate(created(name, "template1"));
      return name;
    }
  }

  /** A new database without tables. */
  public DataSource empty() {
    return switch (this) {
      case H2 ->
          JdbcConnectionPool.create(
              "jdbc:h2:mem:" + next() + ";DB_CLOSE_DELAY=-1;" + Database.H2_OPTIONS, "sa", "");
      case POSTGRESQL -> created(next(), "template1");
    };
  }

  private static String next() {
    return "test" + NUMBERS.incrementAndGet();
  }

  private static DataSource created(String name, String template) {
    try (Connection connection = Server.POSTGRES.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + name + " template " + template);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setURL(Server.POSTGRES.getJdbcUrl("postgres", name));
    return source;
  }

  /** A new database with the present schema. */
  public DataSource migrated() {
    if (this == POSTGRESQL) {
      return created(next(), Migrated.NAME);
    }
    DataSource source = empty();
    migrate(source);
    return source;
  }

  /** One database with the present schema for all tests that only look at what they made. */
  public Jdbi shared() {
    synchronized (SHARED) {
      return SHARED.computeIfAbsent(this, each -> Database.jdbi(each.migrated()));
    }
  }

  private static void migrate(DataSource source) {
    try {
      Database.migrate(source);
    } catch (SQLException | LiquibaseException e) {
      throw new IllegalStateException(e);
    }
  }
}
