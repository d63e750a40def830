package dev.dealcoach.service;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The commands that copy, restore, check and erase, beside a service that works. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class BackupCommandTest {
  private static final String CONFIGURATION = "src/main/dist/config/coach.yml";

  @TempDir Path folder;

  /** What a command said and how it ended. */
  private record Ran(int status, String out, String err) {}

  private static Ran coach(Path data, String... words) throws Exception {
    List<String> line =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Ddw.logging.level=WARN",
                "-cp",
                System.getProperty("java.class.path"),
                Coach.class.getName()));
    line.addAll(List.of(words));
    line.add(Path.of(CONFIGURATION).toAbsolutePath().toString());
    ProcessBuilder builder = new ProcessBuilder(line);
    builder.environment().put("COACH_DATA", data.toString());
    builder.environment().put("COACH_FILES", data.resolve("files").toString());
    builder.environment().put("COACH_LANG", "en");
    Path err = Files.createTempFile(data.toAbsolutePath().getParent(), "err", "");
    Process process = builder.redirectError(err.toFile()).start();
    String out = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Ran(process.waitFor(), out, Files.readString(err));
  }

  @Test
  void aBackupUnderLoadOpensElsewhereWithItsHighlights() throws Exception {
    Path data = folder.resolve("data");
    Path backup = folder.resolve("backup");
    JsonNode original;
    String review;
    try (ServiceUnderTest service = new ServiceUnderTest(data)) {
      String deal = service.deal("lin", "backed up");
      byte[] pdf = Files.readAllBytes(Path.of("src/main/assembly/rehearsal/01.pdf"));
      review = service.handedIn("lin", deal, "01.pdf", pdf);
      service.ended("lin", deal);
      original = service.json("lin", "/api/v1/reviews/" + review);

      AtomicBoolean over = new AtomicBoolean();
      String busy = service.deal("lin", "load");
      CompletableFuture<Integer> load =
          CompletableFuture.supplyAsync(
              () -> {
                int handedIn = 0;
                try {
                  for (; !over.get(); handedIn++) {
                    service.handedIn(
                        "lin", busy, "p.md", ("# " + handedIn + "\n\nText.\n").getBytes(UTF_8));
                  }
                } catch (Exception e) {
                  throw new IllegalStateException(e);
                }
                return handedIn;
              });
      Ran written = coach(data, "backup", backup.toString());
      over.set(true);
      assertThat(load.get()).isPositive();
      assertThat(written.err()).isEmpty();
      assertThat(written.status()).isZero();
      assertThat(written.out()).matches("[0-9]+ rows and [0-9]+ files .*\n");
      Ran again = coach(data, "backup", backup.toString());
      assertThat(again.status()).isEqualTo(2);
      assertThat(again.err()).contains("not empty");
    }

    Path copy = folder.resolve("copy");
    Ran restored = coach(copy, "restore", backup.toString());
    assertThat(restored.err()).isEmpty();
    assertThat(restored.status()).isZero();
    Ran checked = coach(copy, "check-data");
    assertThat(checked.out()).startsWith("sound: ");
    assertThat(checked.status()).isZero();
    assertThat(coach(copy, "restore", backup.toString()).status()).isEqualTo(2);
    try (ServiceUnderTest service = new ServiceUnderTest(copy)) {
      JsonNode there = service.json("lin", "/api/v1/reviews/" + review);
      assertThat(there).isEqualTo(original);
      assertThat(there.at("/report/findings").findValues("boxes")).isNotEmpty();
    }
  }

  @Test
  void nothingOfAnErasedPersonIsFoundAnywhere() throws Exception {
    Path data = folder.resolve("data");
    String word = "Quetzalcoatlus-77";
    try (ServiceUnderTest service = new ServiceUnderTest(data)) {
      String deal = service.deal("hart", word + " Ltd");
      service.send(
          "hart",
          "POST",
          "/api/v1/deals/" + deal + "/statements",
          "{\"statements\":[\"They said " + word + ".\"]}");
      String text = "# Proposal\n\n" + (word + " has a press that stops. ").repeat(40) + "\n";
      service.handedIn("hart", deal, word + ".md", text.getBytes(UTF_8));
      service.ended("hart", deal);
      String other = service.deal("lin", "Staying Ltd");
      service.handedIn("lin", other, "p.md", "# P\n\nStays.\n".getBytes(UTF_8));
      service.ended("lin", other);
      assertThat(holding(data, word)).isNotEmpty();

      Ran erased = coach(data, "erase", "account", "hart");
      assertThat(erased.err()).isEmpty();
      assertThat(erased.out()).startsWith("erased: ");
      // the H2 file is written anew when the service stops
      assertThat(holding(data, word)).allMatch(file -> file.toString().endsWith(".mv.db"));
      assertThat(coach(data, "erase", "account", "hart").status()).isEqualTo(2);
      assertThat(service.get("hart", "/api/v1/deals").statusCode()).isEqualTo(401);
      assertThat(service.json("lin", "/api/v1/deals/" + other + "/reviews")).hasSize(1);
      assertThat(service.get("admin", "/api/v1/audit").body()).contains("\"REMOVED\"");

      Path backup = folder.resolve("backup");
      assertThat(coach(data, "backup", backup.toString()).status()).isZero();
      assertThat(holding(backup, word)).isEmpty();
      Ran checked = coach(data, "check-data");
      assertThat(checked.err()).isEmpty();
      assertThat(checked.out()).startsWith("sound: ");
    }
    assertThat(holding(data, word)).isEmpty();
    assertThat(holding(data, "Nora Hart")).isEmpty();
  }

  /** The files that hold the word, in any encoding that a store of ours uses. */
  private static List<Path> holding(Path place, String word) throws Exception {
    List<Path> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(place)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        byte[] bytes = Files.readAllBytes(file);
        if (new String(bytes, ISO_8859_1).contains(word)
            || file.getFileName().toString().contains(word)) {
          found.add(file);
        }
      }
    }
    return found;
  }
}
