package dev.dealcoach.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealcoach.service.store.TestDatabase;
import io.dropwizard.db.DataSourceFactory;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.postgresql.ds.PGSimpleDataSource;

/** The service in processes of its own that can be killed, and its database beside them. */
final class ServiceProcesses implements AutoCloseable {
  private final Path files;
  private final List<Process> started = new ArrayList<>();

  /**
   * @param files the folder of files handed in, which all of them share
   */
  ServiceProcesses(Path files) {
    this.files = files;
  }

  /** What a process is told: a new database, and a data directory. */
  Map<String, String> environment(TestDatabase database, Path data) {
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("COACH_DATA", data.toString());
    environment.put("COACH_FILES", files.toString());
    environment.put("COACH_PORT", "0");
    if (database == TestDatabase.POSTGRESQL) {
      PGSimpleDataSource source = (PGSimpleDataSource) database.empty();
      environment.put("COACH_DATABASE_URL", source.getURL());
      environment.put("COACH_DATABASE_USER", "postgres");
    }
    return environment;
  }

  /** A connection of the test's own; an H2 lets it in while the service does not run. */
  static DataSource source(Map<String, String> environment) {
    String url = environment.get("COACH_DATABASE_URL");
    if (url == null) {
      DataSourceFactory h2 =
          DatabaseConfiguration.STANDARD.factory(Path.of(environment.get("COACH_DATA")));
      return JdbcConnectionPool.create(h2.getUrl(), h2.getUser(), h2.getPassword());
    }
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setURL(url);
    source.setUser(environment.get("COACH_DATABASE_USER"));
    return source;
  }

  /** Lets go of the database, so that an H2 can be opened by the service. */
  static void close(DataSource source) {
    if (source instanceof JdbcConnectionPool pool) {
      pool.dispose();
    }
  }

  /**
   * Starts a process.
   *
   * @param settings beyond those of the sample configuration, {@code jobs.retry=100ms}
   */
  Process start(Map<String, String> environment, String... settings) throws IOException {
    List<String> words =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                // it is killed before the second compiler's work pays
                "-XX:TieredStopAtLevel=1",
                "--add-modules=jdk.incubator.vector",
                "-Ddw.jobs.heartbeat=1s"));
    Stream.of(settings).map(setting -> "-Ddw." + setting).forEach(words::add);
    words.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            Coach.class.getName(),
            "server",
            Path.of("src/main/dist/config/coach.yml").toAbsolutePath().toString()));
    ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = builder.start();
    started.add(process);
    CompletableFuture.delayedExecutor(4, TimeUnit.MINUTES).execute(process::destroyForcibly);
    return process;
  }

  /** Ends a process as a power failure does. */
  static void kill(Process process) throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  /** Reads the log until so many lines were the ones. */
  static void follow(Process process, Predicate<String> line, long count) throws IOException {
    List<String> lines = new ArrayList<>();
    // a process gives the same reader every time
    BufferedReader log = process.inputReader(StandardCharsets.UTF_8);
    for (long seen = 0; seen < count; ) {
      String next = log.readLine();
      assertThat(next).as("the service ended:\n" + String.join("\n", lines)).isNotNull();
      lines.add(next);
      if (line.test(next)) {
        seen++;
      }
    }
  }

  @Override
  public void close() {
    for (Process each : started) {
      each.descendants().forEach(ProcessHandle::destroyForcibly);
      each.destroyForcibly();
      each.onExit().join();
    }
  }
}
