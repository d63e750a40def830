package dev.dealcoach.service.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealcoach.service.blob.Blob;
import dev.dealcoach.service.contact.Contact;
import dev.dealcoach.service.contact.NewContact;
import dev.dealcoach.service.deal.Deal;
import dev.dealcoach.service.deal.NewDeal;
import dev.dealcoach.service.job.RecordingTasks;
import dev.dealcoach.service.people.Account;
import dev.dealcoach.service.people.Role;
import dev.dealcoach.service.recording.Flag;
import dev.dealcoach.service.recording.NewRecording;
import dev.dealcoach.service.recording.Raised;
import dev.dealcoach.service.recording.RecordingBacklog.Counts;
import dev.dealcoach.service.recording.RecordingBacklog.Entry;
import dev.dealcoach.service.recording.RecordingState;
import dev.dealcoach.service.recording.SpokenIn;
import dev.dealcoach.service.request.Creation;
import dev.dealcoach.speech.audio.Sound;
import dev.dealcoach.speech.transcript.ModelStamp;
import dev.dealcoach.speech.transcript.SpokenLanguage;
import dev.dealcoach.speech.transcript.Transcript;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What whoever looks after the service is told of recordings, in both databases. */
class RecordingBacklogTest {
  private static final Transcript NOTHING =
      Transcript.of(List.of(), 12.5, SpokenLanguage.ZH, new ModelStamp("m", "ab"));

  private Jdbi jdbi;
  private Account rep;
  private UUID deal;
  private JdbiRecordings recordings;
  private JdbiRecordingBacklog backlog;

  private void open(TestDatabase database) {
    DataSource source = database.migrated();
    jdbi = Database.jdbi(source);
    rep = new People(jdbi).account(Role.REP);
    NewDeal made =
        new NewDeal("Customer", "", rep.id(), "D", "", Deal.Stage.LEAD, null, People.MARCH);
    deal = ((Creation.New) new JdbiDeals(jdbi).add(made, null)).id();
    RecordingTasks queue = new RecordingTasks(source);
    recordings = new JdbiRecordings(jdbi, queue);
    backlog = new JdbiRecordingBacklog(jdbi, queue);
  }

  private UUID accepted(Instant at) {
    String sha256 = UUID.randomUUID().toString().replace("-", "").repeat(2);
    NewContact contact = new NewContact(deal, rep.id(), Contact.Kind.CALL, "", at, at);
    NewRecording recording =
        new NewRecording(contact, null, false, new Blob(sha256, 100), SpokenIn.ZH, null);
    return ((Creation.New) recordings.accept(recording, null)).id();
  }

  private void done(UUID id, Instant at) {
    recordings.done(
        recordings.begin(id).orElseThrow(),
        NOTHING,
        new Sound(-90, ""),
        new Raised(Flag.SILENCE, null),
        null,
        at);
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whatWaitsIsUnderWayAndHasEndedIsCounted(TestDatabase database) {
    open(database);
    assertThat(backlog.counts(Instant.EPOCH)).isEqualTo(new Counts(0, 0, 0, 0, 0, 0, null));
    UUID without = accepted(People.APRIL);
    recordings.waitsForModel(without);
    UUID waiting = accepted(People.MAY);
    UUID begun = accepted(People.MARCH);
    recordings.begin(begun);
    done(accepted(People.MARCH), People.APRIL);
    done(accepted(People.MARCH), People.JUNE);
    UUID refused = accepted(People.MARCH);
    recordings.refused(recordings.begin(refused).orElseThrow(), "crashed", People.MAY);

    assertThat(backlog.counts(Instant.EPOCH))
        .isEqualTo(new Counts(1, 1, 1, 1, 2, 25, People.APRIL));
    assertThat(backlog.counts(People.JUNE))
        .isEqualTo(new Counts(1, 1, 1, 0, 1, 12.5, People.APRIL));
    assertThat(backlog.open(10)).extracting(Entry::id).containsExactly(begun, without, waiting);
    assertThat(backlog.open(1)).hasSize(1);
    Entry last = backlog.refused(10).getFirst();
    assertThat(last.id()).isEqualTo(refused);
    assertThat(last.owner()).isEqualTo(rep.id());
    assertThat(last.refusal()).isEqualTo("crashed");
    assertThat(last.attempts()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void onlyWhatWasRefusedAndHasNoJobIsTranscribedAgain(TestDatabase database) {
    open(database);
    UUID id = accepted(People.MARCH);
    assertThat(backlog.again(id, People.JUNE)).isFalse();
    recordings.refused(recordings.begin(id).orElseThrow(), "crashed", People.MAY);
    // the worker that refused it has not put its job away yet
    assertThat(backlog.again(id, People.JUNE)).isFalse();
    jdbi.useHandle(handle -> handle.execute("delete from recording_tasks"));
    assertThat(backlog.again(id, People.JUNE)).isTrue();
    assertThat(backlog.again(id, People.JUNE)).isFalse();
    Entry entry = backlog.open(10).getFirst();
    assertThat(entry.state()).isEqualTo(RecordingState.WAITING);
    assertThat(entry.attempts()).isZero();
    assertThat(entry.due()).isEqualTo(People.JUNE);
    assertThat(backlog.refused(10)).isEmpty();
    assertThat(backlog.again(UUID.randomUUID(), People.JUNE)).isFalse();
  }
}
