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
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What was recorded is transcribed once, whatever is killed in the middle of it. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class KilledRecordingTest {
  private static final Pattern DONE = Pattern.compile("recording ([0-9a-f-]{36}) done");

  @TempDir Path folder;
  private ServiceProcesses services;

  @BeforeEach
  void begin() {
    services = new ServiceProcesses(folder.resolve("files"));
  }

  @AfterEach
  void end() {
    services.close();
  }

  private Map<String, String> environment(TestDatabase database) {
    return services.environment(database, folder.resolve("data"));
  }

  private Process start(Map<String, String> environment) throws IOException {
    return services.start(environment, "jobs.retry=100ms", "speech.longest=4h");
  }

  /** Accepts recordings as the service does, with nobody there to transcribe them. */
  private List<UUID> accept(Map<String, String> environment, Path... audio) throws Exception {
    DataSource source = ServiceProcesses.source(environment);
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
    ServiceProcesses.close(source);
    return ids;
  }

  /** Reads the log until a line says this. */
  private static void until(Process service, Pattern words) throws IOException {
    ServiceProcesses.follow(service, line -> words.matcher(line).find(), 1);
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
    DataSource source = ServiceProcesses.source(environment);
    Jdbi jdbi = Database.jdbi(source);
    long left = ids.stream().filter(id -> !found(jdbi, source, id).state().ended()).count();
    ServiceProcesses.close(source);
    return left;
  }

  private static Recording found(Jdbi jdbi, DataSource source, UUID id) {
    return new JdbiRecordings(jdbi, new RecordingTasks(source)).find(id).orElseThrow();
  }

  private void assertDoneOnce(Map<String, String> environment, List<UUID> ids, int attempts) {
    DataSource source = ServiceProcesses.source(environment);
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
    ServiceProcesses.close(source);
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
    ServiceProcesses.kill(first);
    // a child whose parent is gone ends by itself
    child.onExit().join();
    Process second = start(environment);
    until(second, DONE);
    ServiceProcesses.kill(second);
    long left = left(environment, ids);
    Process third = start(environment);
    ServiceProcesses.follow(third, line -> DONE.matcher(line).find(), left);
    ServiceProcesses.kill(third);
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
    ServiceProcesses.kill(service);
    assertDoneOnce(environment, ids, 2);
  }

  @Test
  void aRecordingThatKillsItsChildThreeTimesIsFailedWithAReason() throws Exception {
    installed(folder.resolve("data"), FatalModel.of(folder.resolve("fatal")), folder);
    Map<String, String> environment = environment(TestDatabase.POSTGRESQL);
    List<UUID> ids = accept(environment, Recorded.wav("budget"));
    Process service = start(environment);
    until(service, Pattern.compile("recording " + ids.getFirst() + " refused: crashed"));
    DataSource source = ServiceProcesses.source(environment);
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
