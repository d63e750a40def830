package dev.dealcoach.service;

import dev.dealcoach.service.store.JdbiAlerts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.Comparator;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * A data directory with the sample company, its proposals reviewed, its summaries judged and its
 * examples indexed. The service makes it once a process, and every test that begins with the sample
 * company gets a copy: to do the same for each of them would be most of what the tests do. Its
 * passwords are hashed at a low cost, so that signing in takes no time.
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
      Path index = folder.resolve(CoachApplication.LIBRARY).resolve("index");
      Instant last = Instant.now().plus(LONGEST);
      while (!judged(jdbi) || !indexed(index)) {
        if (Instant.now().isAfter(last)) {
          throw new IllegalStateException("the sample company was not completed");
        }
        new CountDownLatch(1).await(50, TimeUnit.MILLISECONDS);
      }
      jdbi.useHandle(handle -> handle.execute("update accounts set secret = ?", cheap()));
    }
    return folder;
  }

  /** The sample company's password, as the service hashes it but for the cost. */
  private static String cheap() {
    byte[] salt = new byte[16];
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(8)
            .withIterations(1)
            .withParallelism(1)
            .withSalt(salt)
            .build());
    byte[] hash = new byte[32];
    generator.generateBytes(ServiceUnderTest.PASSWORD.getBytes(StandardCharsets.UTF_8), hash);
    Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
    return "$argon2id$v=19$m=8,t=1,p=1$"
        + base64.encodeToString(salt)
        + "$"
        + base64.encodeToString(hash);
  }

  private static boolean judged(Jdbi jdbi) {
    return none(
            jdbi,
            "contacts c where not exists"
                + " (select 1 from contact_summaries s where s.contact = c.id)")
        && none(jdbi, "reviews where state not in ('DONE', 'REFUSED')")
        && !new JdbiAlerts(jdbi).anyChanged();
  }

  /** Lucene's first commit is of an empty index; the second has all examples. */
  private static boolean indexed(Path index) throws IOException {
    if (!Files.isDirectory(index)) {
      return false;
    }
    try (Stream<Path> files = Files.list(index)) {
      return files.anyMatch(file -> file.getFileName().toString().matches("segments_[2-9a-z]"));
    }
  }

  private static boolean none(Jdbi jdbi, String rows) {
    return jdbi.withHandle(
        handle ->
            handle.createQuery("select count(*) from " + rows).mapTo(Integer.class).one() == 0);
  }

  private static void delete(Path place) {
    try (Stream<Path> files = Files.walk(place)) {
      for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    } catch (IOException e) {
      // the machine clears its temporary files itself
    }
  }
}
