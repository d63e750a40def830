package dev.dealcoach.service.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.service.blob.Blob;
import dev.dealcoach.service.contact.Contact;
import dev.dealcoach.service.contact.Copies;
import dev.dealcoach.service.contact.Judgement;
import dev.dealcoach.service.contact.NewContact;
import dev.dealcoach.service.contact.NewSummary;
import dev.dealcoach.service.deal.Deal;
import dev.dealcoach.service.deal.NewDeal;
import dev.dealcoach.service.people.Account;
import dev.dealcoach.service.people.Role;
import dev.dealcoach.service.recording.Corrected;
import dev.dealcoach.service.recording.Flag;
import dev.dealcoach.service.recording.NewRecording;
import dev.dealcoach.service.recording.Raised;
import dev.dealcoach.service.recording.Recording;
import dev.dealcoach.service.recording.RecordingState;
import dev.dealcoach.service.recording.RecordingStore.Correction;
import dev.dealcoach.service.recording.RecordingWork;
import dev.dealcoach.service.recording.SpokenIn;
import dev.dealcoach.service.request.Creation;
import dev.dealcoach.service.request.Once;
import dev.dealcoach.speech.audio.Sound;
import dev.dealcoach.speech.transcript.ModelStamp;
import dev.dealcoach.speech.transcript.SpokenLanguage;
import dev.dealcoach.speech.transcript.Transcript;
import dev.dealcoach.speech.transcript.Word;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Recordings in both databases. */
class RecordingStoreTest {
  private static final Sound SOUND = new Sound(-20, "12ab");

  @TempDir Path folder;
  private final List<UUID> jobs = new ArrayList<>();

  /** A deal's owner, and the store. */
  private record Place(Account rep, UUID deal, Jdbi jdbi, JdbiRecordings recordings) {}

  private Place place(TestDatabase database) {
    Jdbi jdbi = database.shared();
    Account rep = new People(jdbi).account(Role.REP);
    NewDeal deal =
        new NewDeal(
            "Customer " + rep.id(), "", rep.id(), "D", "", Deal.Stage.LEAD, null, People.MARCH);
    UUID id = ((Creation.New) new JdbiDeals(jdbi).add(deal, null)).id();
    RecordingQueue queue =
        new RecordingQueue() {
          @Override
          public void add(java.sql.Connection transaction, UUID recording, java.time.Instant due) {
            jobs.add(recording);
          }

          @Override
          public void committed() {}
        };
    return new Place(rep, id, jdbi, new JdbiRecordings(jdbi, queue));
  }

  private static NewRecording recording(Place place) {
    String sha256 = UUID.randomUUID().toString().replace("-", "").repeat(2);
    return new NewRecording(
        new NewContact(
            place.deal(), place.rep().id(), Contact.Kind.CALL, "Ms Li", People.MARCH, People.APRIL),
        "demo",
        true,
        new Blob(sha256, 100),
        SpokenIn.ZH,
        null);
  }

  private static Transcript transcript(String... words) {
    List<Word> all = new ArrayList<>();
    for (int i = 0; i < words.length; i++) {
      all.add(new Word(words[i], i, i + 0.8, 0.9));
    }
    return Transcript.of(all, words.length, SpokenLanguage.ZH, new ModelStamp("m", "ab"));
  }

  private static NewSummary summary(String text, boolean filler, @Nullable UUID copyOf) {
    return new NewSummary(
        text,
        new Judgement(
            Language.ZH,
            20,
            filler,
            Map.of("pain", "covered"),
            Map.of(Language.ZH, "{}", Language.EN, "{}"),
            "pack",
            "a".repeat(64),
            "[]"),
        copyOf == null ? null : new Copies.Copy(copyOf, 90),
        People.MAY);
  }

  private static UUID accepted(Place place) {
    return ((Creation.New) place.recordings().accept(recording(place), null)).id();
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aKeyKeepsOneContactAndOneJob(TestDatabase database) {
    Place place = place(database);
    NewRecording recording = recording(place);
    Once once = Once.of(place.rep().id(), "key", "one");
    UUID id = ((Creation.New) place.recordings().accept(recording, once)).id();
    assertThat(place.recordings().accept(recording, once)).isEqualTo(new Creation.Earlier(id));
    assertThat(place.recordings().accept(recording, Once.of(place.rep().id(), "key", "two")))
        .isInstanceOf(Creation.KeyTaken.class);
    assertThat(jobs).containsExactly(id);
    assertThat(place.recordings().ofDeal(place.deal(), People.own(place.rep()))).hasSize(1);
    Recording found = place.recordings().find(id).orElseThrow();
    assertThat(found.state()).isEqualTo(RecordingState.WAITING);
    assertThat(place.recordings().ofContact(found.contact())).contains(found);
    assertThat(place.recordings().facts(found.contact()).orElseThrow().action()).isEqualTo("demo");
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void onlyTheLatestAttemptEndsARecordingAndOnlyOnce(TestDatabase database) {
    Place place = place(database);
    UUID id = accepted(place);
    RecordingWork first = place.recordings().begin(id).orElseThrow();
    RecordingWork second = place.recordings().begin(id).orElseThrow();
    assertThat(second.attempt()).isEqualTo(2);
    Transcript words = transcript("客户", "说", "太慢");
    assertThat(
            place
                .recordings()
                .done(first, words, SOUND, null, summary("a", false, null), People.MAY))
        .isFalse();
    assertThat(
            place
                .recordings()
                .done(second, words, SOUND, null, summary(words.text(), false, null), People.MAY))
        .isTrue();
    assertThat(place.recordings().refused(second, "crashed", People.MAY)).isFalse();
    assertThat(place.recordings().begin(id)).isEmpty();
    place.recordings().waitsForModel(id);
    Recording found = place.recordings().find(id).orElseThrow();
    assertThat(found.state()).isEqualTo(RecordingState.DONE);
    assertThat(found.seconds()).isEqualTo(3);
    assertThat(place.recordings().transcript(id)).contains(words);
    assertThat(new JdbiContacts(place.jdbi()).summary(found.contact()).orElseThrow().number())
        .isEqualTo(1);
    assertThat(place.recordings().flags(id)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whatSomebodySpeaksIsSetAndGoesWithTheAccount(TestDatabase database) {
    Place place = place(database);
    UUID rep = place.rep().id();
    JdbiSpeakers speakers = new JdbiSpeakers(place.jdbi());
    assertThat(speakers.language(rep)).isEmpty();
    speakers.speaks(rep, SpokenIn.EN);
    speakers.speaks(rep, SpokenIn.AUTO);
    assertThat(speakers.language(rep)).contains(SpokenIn.AUTO);
    assertThat(speakers.language(new People(place.jdbi()).account(Role.REP).id())).isEmpty();
    new JdbiErasure(place.jdbi(), new FolderBlobs(folder)).account(rep);
    assertThat(speakers.language(rep)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void waitingForAModelIsNoAttempt(TestDatabase database) {
    Place place = place(database);
    UUID id = accepted(place);
    place.recordings().waitsForModel(id);
    assertThat(place.recordings().find(id).orElseThrow().state())
        .isEqualTo(RecordingState.NO_MODEL);
    RecordingWork work = place.recordings().begin(id).orElseThrow();
    place.recordings().postponed(work, false);
    assertThat(place.recordings().find(id).orElseThrow().attempts()).isZero();
    RecordingWork again = place.recordings().begin(id).orElseThrow();
    assertThat(place.recordings().refused(again, "not-audio", People.MAY)).isTrue();
    assertThat(place.recordings().find(id).orElseThrow().refusal()).isEqualTo("not-audio");
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void flagsAreRaisedAndFallWithTheWords(TestDatabase database) {
    Place place = place(database);
    UUID silent = accepted(place);
    place
        .recordings()
        .done(
            place.recordings().begin(silent).orElseThrow(),
            transcript(),
            SOUND,
            new Raised(Flag.SILENCE, null),
            null,
            People.MAY);
    assertThat(place.recordings().flags(silent)).containsExactly(new Raised(Flag.SILENCE, null));

    UUID first = accepted(place);
    Transcript words = transcript("需求", "明确");
    place
        .recordings()
        .done(
            place.recordings().begin(first).orElseThrow(),
            words,
            SOUND,
            null,
            summary(words.text(), true, null),
            People.MAY);
    assertThat(place.recordings().flags(first)).containsExactly(new Raised(Flag.FILLER, null));
    UUID contact = place.recordings().find(first).orElseThrow().contact();
    UUID summary = new JdbiContacts(place.jdbi()).summary(contact).orElseThrow().id();

    UUID copy = accepted(place);
    place
        .recordings()
        .done(
            place.recordings().begin(copy).orElseThrow(),
            words,
            SOUND,
            null,
            summary(words.text(), false, summary),
            People.MAY);
    assertThat(place.recordings().flags(copy))
        .containsExactly(new Raised(Flag.SAME_WORDS, contact));
    assertThat(place.recordings().earlier(place.rep().id(), copy)).hasSize(2);

    Correction mended = new Correction(1, "停机九次");
    place
        .recordings()
        .correct(copy, mended, place.rep().id(), summary("b", false, null), People.JUNE);
    place
        .recordings()
        .correct(copy, new Correction(1, "停机十次"), place.rep().id(), null, People.JUNE);
    assertThat(place.recordings().flags(copy)).isEmpty();
    assertThat(place.recordings().transcript(copy)).contains(words);
    assertThat(Corrected.of(words, place.recordings().corrections(copy)).words().get(1).text())
        .isEqualTo("停机十次");
  }
}
