package dev.dealcoach.service.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The schema is made once, however often it is asked for. */
class MigrationTest {
  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aSecondTimeChangesNothing(TestDatabase database) throws Exception {
    DataSource source = database.migrated();
    int steps = steps(source);
    Database.migrate(source);
    assertThat(steps(source)).isEqualTo(steps).isPositive();
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void twoProcessesAtOnceTakeTurns(TestDatabase database) throws Exception {
    DataSource source = database.empty();
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      Future<?> one = threads.submit(() -> migrate(source));
      Future<?> two = threads.submit(() -> migrate(source));
      one.get();
      two.get();
    }
    assertThat(steps(source)).isEqualTo(steps(database.migrated()));
  }

  private static Void migrate(DataSource source) throws Exception {
    Database.migrate(source);
    return null;
  }

  private static int steps(DataSource source) throws Exception {
    try (Connection connection = source.getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery("select count(*) from databasechangelog")) {
      rows.next();
      return rows.getInt(1);
    }
  }
}
