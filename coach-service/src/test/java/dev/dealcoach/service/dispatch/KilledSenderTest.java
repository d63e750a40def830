package dev.dealcoach.service.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.service.Coach;
import dev.dealcoach.service.alert.AlertKind;
import dev.dealcoach.service.alert.Turn.NewAlert;
import dev.dealcoach.service.dispatch.RobotServer.Mood;
import dev.dealcoach.service.people.Account;
import dev.dealcoach.service.people.Role;
import dev.dealcoach.service.store.Database;
import dev.dealcoach.service.store.JdbiAccounts;
import dev.dealcoach.service.store.JdbiAlerts;
import dev.dealcoach.service.store.JdbiOutbox;
import dev.dealcoach.service.store.JdbiWishes;
import dev.dealcoach.service.store.People;
import dev.dealcoach.service.store.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The other side fails twice, and the service is killed while a message is on its way: all arrive,
 * in order, and only the one that was on its way may come twice.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class KilledSenderTest {
  private static final int MESSAGES = 6;

  @TempDir Path folder;
  private final List<Process> started = new ArrayList<>();

  @AfterEach
  void end() throws InterruptedException {
    for (Process each : started) {
      each.destroyForcibly();
      each.waitFor();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void nothingIsLostOverKill9(TestDatabase database) throws Exception {
    CountDownLatch onItsWay = new CountDownLatch(1);
    CountDownLatch killed = new CountDownLatch(1);
    CountDownLatch all = new CountDownLatch(1);
    // the third is taken by the other side, and the service is killed before it hears of it
    try (RobotServer server =
        new RobotServer(
            n ->
                n == 1
                    ? Mood.BROKEN
                    : n == 2 ? Mood.TOO_MANY : n == 5 ? Mood.SILENT : Mood.TAKES)) {
      server.onRequest(
          () -> {
            if (server.taken().size() == 3 && killed.getCount() > 0) {
              onItsWay.countDown();
              await(killed);
            }
            if (server.taken().size() == MESSAGES + 1) {
              all.countDown();
            }
          });
      Map<String, String> environment = new LinkedHashMap<>();
      environment.put("COACH_DATA", folder.resolve("data").toString());
      environment.put("COACH_PORT", "0");
      environment.put("COACH_DINGTALK_URL", server.dingTalk().toString());
      environment.put("COACH_DINGTALK_SECRET", RobotServer.SECRET);
      String url;
      String user;
      if (database == TestDatabase.POSTGRESQL) {
        url = ((PGSimpleDataSource) database.empty()).getURL();
        user = "postgres";
        environment.put("COACH_DATABASE_URL", url);
        environment.put("COACH_DATABASE_USER", user);
      } else {
        // where the service looks for it without a setting
        Path file = folder.resolve("data").resolve("database").resolve("coach");
        url = "jdbc:h2:file:" + file.toAbsolutePath() + ";" + Database.H2_OPTIONS;
        user = "sa";
      }
      List<String> names = told(url, user);

      Process first = start(environment);
      assertThat(onItsWay.await(2, TimeUnit.MINUTES)).as("the third message").isTrue();
      first.destroyForcibly();
      first.waitFor();
      killed.countDown();
      start(environment);
      assertThat(all.await(2, TimeUnit.MINUTES)).as("the last message").isTrue();

      List<String> arrived = new ArrayList<>();
      for (String text : server.taken()) {
        arrived.add(names.stream().filter(text::contains).findFirst().orElse("?"));
      }
      List<String> expected = new ArrayList<>(names);
      expected.add(2, names.get(2));
      assertThat(arrived).isEqualTo(expected);
      assertThat(server.wrong()).isEmpty();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await(2, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Tells a manager of alerts while no service runs; gives whom they are about, in order. */
  private static List<String> told(String url, String user) throws Exception {
    JdbcConnectionPool pool = null;
    javax.sql.DataSource source;
    if (url.startsWith("jdbc:h2")) {
      pool = JdbcConnectionPool.create(url, user, "");
      source = pool;
    } else {
      PGSimpleDataSource postgres = new PGSimpleDataSource();
      postgres.setURL(url);
      postgres.setUser(user);
      source = postgres;
    }
    Database.migrate(source);
    Jdbi jdbi = Database.jdbi(source);
    People people = new People(jdbi);
    Account manager = people.account(Role.MANAGER);
    new JdbiWishes(jdbi).set(manager.id(), new Wishes(Set.of("dingtalk"), Language.EN, "", null));
    Instant now = Instant.now();
    List<String> names = new ArrayList<>();
    for (int i = 0; i < MESSAGES; i++) {
      Account rep = people.account(Role.REP);
      names.add(new JdbiAccounts(jdbi).find(rep.id()).orElseThrow().name());
      UUID alert = UUID.randomUUID();
      boolean unused =
          new JdbiAlerts(jdbi)
              .alone(
                  now,
                  turn -> {
                    turn.raise(
                        new NewAlert(
                            alert,
                            rep.id(),
                            AlertKind.ACTIONS,
                            "2026-06-01",
                            null,
                            40,
                            List.of(),
                            List.of(),
                            now));
                    turn.tell(
                        Telling.ofAlert(manager.id(), alert, now),
                        "alert-actions-team",
                        "/alerts/" + alert,
                        new Mailing(Set.of("dingtalk"), now));
                  });
    }
    assertThat(new JdbiOutbox(jdbi).counts())
        .isEqualTo(Map.of(Outbox.State.WAITING, (long) MESSAGES));
    if (pool != null) {
      pool.dispose();
    }
    return names;
  }

  private Process start(Map<String, String> environment) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx512m",
            "-XX:+UseSerialGC",
            // it is killed before the second compiler's work pays
            "-XX:TieredStopAtLevel=1",
            "--add-modules=jdk.incubator.vector",
            "-Ddw.alerts.retry=1s",
            "-Ddw.alerts.quietFrom=00:00",
            "-Ddw.alerts.quietUntil=00:00",
            "-Ddw.figures.workdays=MONDAY,TUESDAY,WEDNESDAY,THURSDAY,FRIDAY,SATURDAY,SUNDAY",
            "-cp",
            System.getProperty("java.class.path"),
            Coach.class.getName(),
            "server",
            Path.of("src/main/dist/config/coach.yml").toAbsolutePath().toString());
    builder.redirectErrorStream(true);
    builder.redirectOutput(folder.resolve("log-" + started.size()).toFile());
    builder.environment().putAll(environment);
    Process process = builder.start();
    started.add(process);
    return process;
  }
}
