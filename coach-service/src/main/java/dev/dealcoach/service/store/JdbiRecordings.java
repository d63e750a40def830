package dev.dealcoach.service.store;

import dev.dealcoach.service.blob.Blob;
import dev.dealcoach.service.contact.NewSummary;
import dev.dealcoach.service.json.TranscriptReport;
import dev.dealcoach.service.people.Sight;
import dev.dealcoach.service.recording.ContactFacts;
import dev.dealcoach.service.recording.Flag;
import dev.dealcoach.service.recording.Flags;
import dev.dealcoach.service.recording.NewRecording;
import dev.dealcoach.service.recording.Raised;
import dev.dealcoach.service.recording.Recording;
import dev.dealcoach.service.recording.RecordingState;
import dev.dealcoach.service.recording.RecordingStore;
import dev.dealcoach.service.recording.RecordingWork;
import dev.dealcoach.service.recording.SpokenIn;
import dev.dealcoach.service.request.Creation;
import dev.dealcoach.service.request.Once;
import dev.dealcoach.speech.audio.Sound;
import dev.dealcoach.speech.transcript.Transcript;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Recordings in the database, and their jobs in the same transactions. */
public final class JdbiRecordings implements RecordingStore {
  private static final String SELECT =
      """
      select r.id, r.contact, c.deal, c.author, r.audio as sha256, b.bytes, r.language, r.state,
        r.attempts, r.refusal, r.seconds, r.doubtful, r.accepted, r.ended
      from recordings r join contacts c on c.id = r.contact join blobs b on b.sha256 = r.audio
      """
          + "where ";

  /** With how many earlier recordings a new one is compared. */
  private static final int COMPARED = 500;

  private final Jdbi jdbi;
  private final RecordingQueue queue;

  /**
   * @param queue takes the jobs
   */
  public JdbiRecordings(Jdbi jdbi, RecordingQueue queue) {
    this.jdbi = jdbi;
    this.queue = queue;
  }

  @Override
  public Creation accept(NewRecording recording, @Nullable Once once) {
    Instant at = recording.contact().at();
    Creation creation =
        Creations.run(
            jdbi,
            once,
            at,
            (handle, id) -> {
              blob(handle, recording.audio(), at);
              Blob photo = recording.photo();
              if (photo != null) {
                blob(handle, photo, at);
              }
              UUID contact = UUID.randomUUID();
              JdbiContacts.write(handle, contact, recording.contact());
              handle
                  .createUpdate(
                      "insert into contact_facts (contact, consent, action, confirmed, photo)"
                          + " values (:contact, true, :action, :confirmed, :photo)")
                  .bind("contact", contact)
                  .bind("action", recording.action())
                  .bind("confirmed", recording.confirmed())
                  .bind("photo", photo == null ? null : photo.sha256())
                  .execute();
              handle
                  .createUpdate(
                      "insert into recordings (id, contact, audio, language, state, attempts,"
                          + " accepted) values (:id, :contact, :audio, :language, :state, 0, :at)")
                  .bind("id", id)
                  .bind("contact", contact)
                  .bind("audio", recording.audio().sha256())
                  .bind("language", recording.language())
                  .bind("state", RecordingState.WAITING)
                  .bind("at", at)
                  .execute();
              queue.add(handle.getConnection(), id, at);
            });
    if (creation instanceof Creation.New) {
      queue.committed();
    }
    return creation;
  }

  private static void blob(Handle handle, Blob blob, Instant at) {
    Acceptance.blob(handle, blob, at);
  }

  @Override
  public Optional<Recording> find(UUID id) {
    return one("r.id = :id", id);
  }

  @Override
  public Optional<Recording> ofContact(UUID contact) {
    return one("r.contact = :id order by r.accepted desc, r.id fetch first 1 rows only", contact);
  }

  private Optional<Recording> one(String condition, UUID id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(SELECT + condition)
                .bind("id", id)
                .map(ConstructorMapper.of(Recording.class))
                .findOne());
  }

  @Override
  public List<Recording> ofDeal(UUID deal, Sight sight) {
    return jdbi.withHandle(
        handle ->
            Seen.bind(
                    handle.createQuery(
                        SELECT
                            + "c.deal = :deal and "
                            + Seen.at("c.author", "c.created")
                            + " order by r.accepted desc, r.id"),
                    sight)
                .bind("deal", deal)
                .map(ConstructorMapper.of(Recording.class))
                .list());
  }

  @Override
  public Optional<ContactFacts> facts(UUID contact) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select f.consent, f.action, f.confirmed, f.photo, b.bytes as photo_bytes"
                        + " from contact_facts f left join blobs b on b.sha256 = f.photo"
                        + " where f.contact = :contact")
                .bind("contact", contact)
                .map(ConstructorMapper.of(ContactFacts.class))
                .findOne());
  }

  @Override
  public List<Raised> flags(UUID recording) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select flag, repeats from recording_flags where recording = :id order by flag")
                .bind("id", recording)
                .map(
                    (row, context) ->
                        new Raised(
                            Flag.valueOf(row.getString("flag")),
                            row.getObject("repeats", UUID.class)))
                .list());
  }

  @Override
  public Optional<Transcript> transcript(UUID recording) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select transcript from recordings where id = :id and transcript is not null")
                .bind("id", recording)
                .mapTo(String.class)
                .findOne()
                .map(TranscriptReport::read));
  }

  @Override
  public List<Correction> corrections(UUID recording) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select c.place, c.text from recording_corrections c where c.recording = :id"
                        + " and c.number = (select max(n.number) from recording_corrections n"
                        + " where n.recording = c.recording and n.place = c.place)"
                        + " order by c.place")
                .bind("id", recording)
                .map((row, context) -> new Correction(row.getInt("place"), row.getString("text")))
                .list());
  }

  @Override
  public List<Flags.Earlier> earlier(UUID author, UUID recording) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select r.contact, r.audio, r.print from recordings r"
                        + " join contacts c on c.id = r.contact"
                        + " where c.author = :author and r.id <> :id and r.print is not null"
                        + " order by r.accepted desc, r.id fetch first :most rows only")
                .bind("author", author)
                .bind("id", recording)
                .bind("most", COMPARED)
                .map(
                    (row, context) ->
                        new Flags.Earlier(
                            row.getObject("contact", UUID.class),
                            row.getString("audio"),
                            row.getString("print")))
                .list());
  }

  @Override
  public Optional<RecordingWork> begin(UUID recording) {
    return jdbi.inTransaction(
        handle -> {
          int begun =
              handle
                  .createUpdate(
                      "update recordings set attempts = attempts + 1, state = :state"
                          + " where id = :id and ended is null")
                  .bind("state", RecordingState.TRANSCRIBING)
                  .bind("id", recording)
                  .execute();
          return begun == 0 ? Optional.empty() : work(handle, recording);
        });
  }

  private static Optional<RecordingWork> work(Handle handle, UUID recording) {
    Query query =
        handle.createQuery(
            "select r.attempts, r.audio, b.bytes, r.language, r.contact, c.author, u.industry"
                + " from recordings r join contacts c on c.id = r.contact"
                + " join deals d on d.id = c.deal join customers u on u.id = d.customer"
                + " join blobs b on b.sha256 = r.audio where r.id = :id");
    return query
        .bind("id", recording)
        .map(
            (row, context) ->
                new RecordingWork(
                    recording,
                    row.getInt("attempts"),
                    new Blob(row.getString("audio"), row.getLong("bytes")),
                    SpokenIn.valueOf(row.getString("language")),
                    row.getObject("contact", UUID.class),
                    row.getObject("author", UUID.class),
                    row.getString("industry")))
        .findOne();
  }

  @Override
  public void waitsForModel(UUID recording) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "update recordings set state = :state where id = :id and ended is null")
                .bind("state", RecordingState.NO_MODEL)
                .bind("id", recording)
                .execute());
  }

  @Override
  public void progress(RecordingWork work, RecordingState state) {
    jdbi.useHandle(handle -> Hearings.change(handle, work, "state = :state", state));
  }

  @Override
  public boolean done(
      RecordingWork work,
      Transcript transcript,
      Sound sound,
      @Nullable Raised flag,
      @Nullable NewSummary summary,
      Instant at) {
    return jdbi.inTransaction(
        handle -> Hearings.done(handle, work, transcript, sound, flag, summary, at));
  }

  @Override
  public boolean refused(RecordingWork work, String code, Instant at) {
    return jdbi.inTransaction(handle -> Hearings.refused(handle, work, code, at));
  }

  @Override
  public void postponed(RecordingWork work, boolean counts) {
    jdbi.useHandle(
        handle ->
            Hearings.change(
                handle,
                work,
                counts ? "state = :state" : "state = :state, attempts = attempts - 1",
                RecordingState.WAITING));
  }

  @Override
  public void correct(
      UUID recording, Correction correction, UUID by, @Nullable NewSummary summary, Instant at) {
    jdbi.useTransaction(
        handle -> {
          // the lock makes corrections that come at the same time take turns
          UUID contact =
              handle
                  .createQuery("select contact from recordings where id = :id for update")
                  .bind("id", recording)
                  .mapTo(UUID.class)
                  .one();
          handle
              .createUpdate(
                  "insert into recording_corrections"
                      + " (id, recording, place, text, corrected_by, at, number)"
                      + " values (:id, :recording, :position, :text, :by, :at, (select"
                      + " coalesce(max(number), 0) + 1 from recording_corrections"
                      + " where recording = :recording))")
              .bindMethods(correction)
              .bind("id", UUID.randomUUID())
              .bind("recording", recording)
              .bind("by", by)
              .bind("at", at)
              .execute();
          if (summary != null) {
            JdbiContacts.next(handle, contact, UUID.randomUUID(), summary);
            Hearings.flag(handle, recording, summary);
          }
        });
  }
}
