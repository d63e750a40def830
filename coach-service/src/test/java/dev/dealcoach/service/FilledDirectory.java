package dev.dealcoach.service;

import dev.dealcoach.service.store.JdbiAlerts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * A data directory with the sample company, its proposals reviewed and its summaries judged. The
 * service makes it once a process, and every test that begins with the sample company gets a copy:
 * judging the same proposals for each of them would be most of what the tests do.
 */
public final class FilledDirectory {
  /** Ends a test that would wait for ever. */
  private static final Duration LONGEST = Duration.ofMinutes(5);

  private static @Nullable FilledDirectory latest;

  private final Path folder;

  // the sample company is as old as the day on which it is made
  private final LocalDate day;

  private FilledDirectory(Path folder, LocalDate day) {
    this.folder = folder;
    this.day = day;
  }

  /** Copies it to where a service will have its data, unless there is a database already. */
  public static void copy(Path data) throws Exception {
    if (Files.exists(data.resolve("database"))) {
      return;
    }
    Path from = today();
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = data.resolve(from.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
    // each process that runs has a name of its own
    Files.deleteIfExists(data.resolve("node"));
  }

  private static synchronized Path today() throws Exception {
    LocalDate today = LocalDate.now(ZoneId.systemDefault());
    FilledDirectory made = latest;
    if (made == null || !made.day.equals(today)) {
      made = new FilledDirectory(make(), today);
      latest = made;
    }
    return made.folder;
  }

  private static Path make() throws Exception {
    Path folder = Files.createTempDirectory("sample-company-");
    Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
    try (ServiceUnderTest service = ServiceUnderTest.filling(folder)) {
      Jdbi jdbi = service.database();
      Instant last = Instant.now().plus(LONGEST);
      while (!complete(jdbi)) {
        if (Instant.now().isAfter(last)) {
          throw new IllegalStateException("the sample company was not judged");
        }
        new CountDownLatch(1).await(50, TimeUnit.MILLISECONDS);
      }
    }
    return folder;
  }

  private static boolean complete(Jdbi jdbi) {
    return none(
            jdbi,
            "contacts c where not exists"
                + " (select 1 from contact_summaries s where s.contact = c.id)")
        && none(jdbi, "reviews where state not in ('DONE', 'REFUSED')")
        && !new JdbiAlerts(jdbi).anyChanged();
  }

  private static boolean none(Jdbi jdbi, String rows) {
    return jdbi.withHandle(
        handle ->
            handle.createQuery("select count(*) from " + rows).mapTo(Integer.class).one() == 0);
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path each : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    } catch (IOException e) {
      // the machine clears its temporary files itself
    }
  }
}
