package dev.dealcoach.service.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealcoach.kb.vector.EmbeddedVectors;
import dev.dealcoach.service.library.LibraryFile;
import dev.dealcoach.service.library.LibraryState;
import dev.dealcoach.service.library.SampleLibrary;
import dev.dealcoach.service.people.Account;
import dev.dealcoach.service.people.Role;
import dev.dealcoach.service.store.Database;
import dev.dealcoach.service.store.JdbiLibrary;
import dev.dealcoach.service.store.People;
import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Show 4: a process killed while it imports, or while it makes its index anew. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class KilledImportTest {
  private static final int LINES = 1000;

  @TempDir Path folder;

  /** What is killed: says a line at each step, and goes on until then. */
  static final class Victim {
    private Victim() {}

    /**
     * Runs.
     *
     * @param words folder, what to do, who
     */
    public static void main(String[] words) throws Exception {
      Path folder = Path.of(words[0]);
      JdbiLibrary library = new JdbiLibrary(Database.jdbi(source(folder)));
      LibraryIndex index =
          new LibraryIndex(library, folder.resolve("library"), EmbeddedVectors.standard());
      index.catchUp();
      if (words[1].equals("rebuild")) {
        System.out.println("begun");
        while (index.rebuild()) {
          System.out.println("rebuilt");
        }
        return;
      }
      Thread follower =
          Thread.ofPlatform()
              .daemon()
              .start(
                  () -> {
                    while (true) {
                      index.catchUp();
                    }
                  });
      for (int from = 0; follower.isAlive() && from < LINES; from += 100) {
        var lines = LibraryFile.read(file(from, 100)).orElseThrow();
        LibraryFile.take(lines, library, UUID.fromString(words[2]), Instant.EPOCH, false);
        System.out.println("taken " + from);
      }
    }
  }

  private static DataSource source(Path folder) {
    return JdbcConnectionPool.create(
        "jdbc:h2:file:" + folder.resolve("db") + ";" + Database.H2_OPTIONS, "sa", "");
  }

  private static byte[] file(int from, int count) {
    StringBuilder lines = new StringBuilder();
    for (int i = from; i < from + count; i++) {
      lines
          .append("{\"id\":\"k")
          .append(i)
          .append("\",\"text\":\"夜班盘点第")
          .append(i)
          .append("条\"}\n");
    }
    return lines.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void killed(String what, String actor, String atLine) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "--add-modules=jdk.incubator.vector",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Victim.class.getName(),
                folder.toString(),
                what,
                actor)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = out.readLine(); !atLine.equals(line); line = out.readLine()) {
        assertThat(line).as("ended before " + atLine).isNotNull();
      }
    } finally {
      process.destroyForcibly();
      process.waitFor();
    }
  }

  @Test
  void databaseAndIndexAgreeAfterwards() throws Exception {
    DataSource source = source(folder);
    Database.migrate(source);
    Jdbi jdbi = Database.jdbi(source);
    Account trainer = new People(jdbi).account(Role.TRAINER);
    SampleLibrary.load(new JdbiLibrary(jdbi), People.MAY);
    ((JdbcConnectionPool) source).dispose();

    killed("import", trainer.id().toString(), "taken 300");
    killed("rebuild", "", "rebuilt");

    source = source(folder);
    JdbiLibrary library = new JdbiLibrary(Database.jdbi(source));
    int waiting = library.states().get(LibraryState.WAITING);
    assertThat(waiting).isBetween(400, LINES);
    assertThat(waiting % 100).as("a batch is taken whole").isZero();
    LibraryIndex index =
        new LibraryIndex(library, folder.resolve("library"), EmbeddedVectors.standard());
    try {
      assertThat(index.catchUp()).isTrue();
      assertThat(index.compare().orElseThrow()).isEqualTo(new Compared(100, 0, 0, 0));
      var again = LibraryFile.read(file(0, LINES)).orElseThrow();
      LibraryFile.take(again, library, trainer.id(), People.MAY, false);
      assertThat(library.states().get(LibraryState.WAITING)).isEqualTo(LINES);
      // another person's approval brings them all into the index
      var second = new People(Database.jdbi(source)).account(Role.TRAINER);
      new dev.dealcoach.service.library.Curation(library, () -> People.MAY, () -> {})
          .approveAll(second.id());
      assertThat(index.compare().orElseThrow()).isEqualTo(new Compared(LINES + 100, 0, 0, 0));
    } finally {
      index.stop();
      ((JdbcConnectionPool) source).dispose();
    }
  }
}
