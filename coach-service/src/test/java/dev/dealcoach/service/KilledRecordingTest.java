package dev.dealcoach.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealcoach.service.blob.BlobResult;
import dev.dealcoach.service.contact.Contact;
import dev.dealcoach.service.contact.NewContact;
import dev.dealcoach.service.deal.Deal;
import dev.dealcoach.service.deal.NewDeal;
import dev.dealcoach.service.job.RecordingTasks;
import dev.dealcoach.service.people.Account;
import dev.dealcoach.service.people.Role;
import dev.dealcoach.service.recording.NewRecording;
import dev.dealcoach.service.recording.Recording;
import dev.dealcoach.service.recording.RecordingState;
import dev.dealcoach.service.recording.SpokenIn;
import dev.dealcoach.service.request.Creation;
import dev.dealcoach.service.store.Database;
import dev.dealcoach.service.store.FolderBlobs;
import dev.dealcoach.service.store.JdbiDeals;
import dev.dealcoach.service.store.JdbiRecordings;
import dev.dealcoach.service.store.People;
import dev.dealcoach.service.store.TestDatabase;
import dev.dealcoach.service.web.record.Recorded;
import dev.dealcoach.speech.model.InstallProgress;
import dev.dealcoach.speech.model.Installation;
import dev.dealcoach.speech.model.ModelInstaller;
import dev.dealcoach.speech.model.ModelStore;
import dev.dealcoach.speech.model.ModelTrial;
import dev.dealcoach.speech.transcript.SpokenLanguage;
import io.dropwizard.db.DataSourceFactory;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postgresql.ds.PGSimpleDataSource;

/** What was recorded is transcribed once, whatever is killed in the middle of it. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class KilledRecordingTest {
  private static final Pattern DONE = Pattern.compile("recording ([0-9a-f-]{36}) done");

  @TempDir Path folder;
  private final List<Process> started = new ArrayList<>();

  @AfterEach
  void end() throws InterruptedException {
    for (Process each : started) {
      each.descendants().forEach(ProcessHandle::destroyForcibly);
      each.destroyForcibly();
      each.waitFor();
    }
  }

  private Map<String, String> environment(TestDatabase database) {
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("COACH_DATA", folder.resolve("data").toString());
    environment.put("COACH_FILES", folder.resolve("files").toString());
    environment.put("COACH_PORT", "0");
    if (database == TestDatabase.POSTGRESQL) {
      PGSimpleDataSource source = (PGSimpleDataSource) database.empty();
      environment.put("COACH_DATABASE_URL", source.getURL());
      environment.put("COACH_DATABASE_USER", "postgres");
    }
    return environment;
  }

  /** A connection of this test's own; an H2 lets it in while the service does not run. */
  private static DataSource source(Map<String, String> environment) {
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

  private static void close(DataSource source) {
    if (source instanceof JdbcConnectionPool pool) {
      pool.dispose();
    }
  }

  /** Accepts recordings as the service does, with nobody there to transcribe them. */
  private List<UUID> accept(Map<String, String> environment, Path... audio) throws Exception {
    DataSource source = source(environment);
    Database.migrate(source);
    Jdbi jdbi = Database.jdbi(source);
    Account rep = new People(jdbi).account(Role.REP);
    NewDeal deal =
        new NewDeal("Customer", "", rep.id(), "Deal", "", Deal.Stage.LEAD, null, People.MARCH);
    UUID id = ((Creation.New) new JdbiDeals(jdbi).add(deal, null)).id();
    FolderBlobs files = new FolderBlobs(folder.resolve("files"));
    JdbiRecordings recordings = new JdbiRecordings(jdbi, new RecordingTasks(source));
    List<UUID> ids = new ArrayList<>();
    for (Path each : audio) {
      BlobResult.Stored stored;
      try (InputStream in = Files.newInputStream(each)) {
        stored = (BlobResult.Stored) files.put(in, 1L << 30);
      }
      NewContact contact =
          new NewContact(id, rep.id(), Contact.Kind.VISIT, "", People.MARCH, People.MARCH);
      ids.add(
          ((Creation.New)
                  recordings.accept(
                      new NewRecording(contact, null, false, stored.blob(), SpokenIn.ZH, null),
                      null))
              .id());
    }
    close(source);
    return ids;
  }

  private Process start(Map<String, String> environment) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx512m",
            "-XX:+UseSerialGC",
            "--add-modules=jdk.incubator.vector",
            "-Ddw.jobs.heartbeat=1s",
            "-Ddw.jobs.retry=100ms",
            "-Ddw.speech.longest=4h",
            "-cp",
            System.getProperty("java.class.path"),
            Coach.class.getName(),
            "server",
            Path.of("src/main/dist/config/coach.yml").toAbsolutePath().toString());
    builder.redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = builder.start();
    started.add(process);
    CompletableFuture.delayedExecutor(4, TimeUnit.MINUTES).execute(process::destroyForcibly);
    return process;
  }

  /** Reads the log until a line says this. */
  private static void until(Process process, Pattern words) throws IOException {
    List<String> lines = new ArrayList<>();
    // a process gives the same reader every time
    BufferedReader log = process.inputReader(StandardCharsets.UTF_8);
    while (true) {
      String line = log.readLine();
      assertThat(line).as("the service ended:\n" + String.join("\n", lines)).isNotNull();
      lines.add(line);
      if (words.matcher(line).find()) {
        return;
      }
    }
  }

  /** The child that transcribes, as soon as it is there. */
  private static ProcessHandle child(Process service) throws Exception {
    while (true) {
      for (ProcessHandle each : service.descendants().toList()) {
        // its class path is too long for what Java tells of a process
        Path line = Path.of("/proc", Long.toString(each.pid()), "cmdline");
        if (Files.isReadable(line)
            && Files.readString(line, StandardCharsets.ISO_8859_1).contains("TranscribeTask")) {
          return each;
        }
      }
      assertThat(service.isAlive()).isTrue();
      new CountDownLatch(1).await(20, TimeUnit.MILLISECONDS);
    }
  }

  private static void installed(Path data, Path model, Path temporary) throws Exception {
    ModelTrial passes = each -> new ModelTrial.Outcome.Passed();
    Installation done =
        new ModelInstaller(new ModelStore(data.resolve("models")), passes)
            .install(
                "model",
                SpokenLanguage.ZH,
                FatalModel.zip(model, temporary.resolve("fatal.zip")),
                null,
                InstallProgress.NONE);
    assertThat(done).isInstanceOf(Installation.Done.class);
  }

  private static long left(Map<String, String> environment, List<UUID> ids) {
    DataSource source = source(environment);
    Jdbi jdbi = Database.jdbi(source);
    long left = ids.stream().filter(id -> !found(jdbi, source, id).state().ended()).count();
    close(source);
    return left;
  }

  private static Recording found(Jdbi jdbi, DataSource source, UUID id) {
    return new JdbiRecordings(jdbi, new RecordingTasks(source)).find(id).orElseThrow();
  }

  private void assertDoneOnce(Map<String, String> environment, List<UUID> ids, int attempts) {
    DataSource source = source(environment);
    Jdbi jdbi = Database.jdbi(source);
    for (UUID id : ids) {
      Recording recording = found(jdbi, source, id);
      assertThat(recording.state()).isEqualTo(RecordingState.DONE);
      assertThat(recording.attempts()).isBetween(1, attempts);
    }
    long summaries =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery("select count(*) from contact_summaries")
                    .mapTo(Long.class)
                    .one());
    assertThat(summaries).isEqualTo(ids.size());
    close(source);
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aServiceKilledInMidTranscriptionLosesNothingAndDoesNothingTwice(TestDatabase database)
      throws Exception {
    Recorded.install(folder.resolve("data"), folder);
    Map<String, String> environment = environment(database);
    List<UUID> ids =
        accept(environment, Recorded.wav("budget"), Recorded.wav("pain"), Recorded.wav("contract"));
    Process first = start(environment);
    ProcessHandle child = child(first);
    first.destroyForcibly();
    first.waitFor();
    // a child whose parent is gone ends by itself
    child.onExit().join();
    Process second = start(environment);
    until(second, DONE);
    second.destroyForcibly();
    second.waitFor();
    long left = left(environment, ids);
    Process third = start(environment);
    for (long i = 0; i < left; i++) {
      until(third, DONE);
    }
    third.destroyForcibly();
    third.waitFor();
    assertDoneOnce(environment, ids, 3);
  }

  @Test
  void aKilledChildCostsAnAttemptAndTheRecordingIsTranscribedOnce() throws Exception {
    Recorded.install(folder.resolve("data"), folder);
    Map<String, String> environment = environment(TestDatabase.POSTGRESQL);
    List<UUID> ids = accept(environment, Recorded.wav("summary-30s"));
    Process service = start(environment);
    child(service).destroyForcibly();
    until(service, DONE);
    service.destroyForcibly();
    service.waitFor();
    assertDoneOnce(environment, ids, 2);
  }

  @Test
  void aRecordingThatKillsItsChildThreeTimesIsFailedWithAReason() throws Exception {
    installed(folder.resolve("data"), FatalModel.of(folder.resolve("fatal")), folder);
    Map<String, String> environment = environment(TestDatabase.POSTGRESQL);
    List<UUID> ids = accept(environment, Recorded.wav("budget"));
    Process service = start(environment);
    until(service, Pattern.compile("recording " + ids.getFirst() + " refused: crashed"));
    DataSource source = source(environment);
    Recording recording = found(Database.jdbi(source), source, ids.getFirst());
    assertThat(recording.state()).isEqualTo(RecordingState.REFUSED);
    assertThat(recording.refusal()).isEqualTo("crashed");
    assertThat(recording.attempts()).isEqualTo(3);
    // nobody else is held up
    Recorded.install(folder.resolve("data"), folder);
    List<UUID> next = accept(environment, Recorded.wav("pain"));
    until(service, DONE);
    assertThat(found(Database.jdbi(source), source, next.getFirst()).state())
        .isEqualTo(RecordingState.DONE);
  }
}
