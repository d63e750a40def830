package dev.dealcoach.service.web.record;

import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.service.access.Access;
import dev.dealcoach.service.account.Viewer;
import dev.dealcoach.service.contact.Contact;
import dev.dealcoach.service.contact.ContactStore;
import dev.dealcoach.service.contact.Summary;
import dev.dealcoach.service.deal.DealStore;
import dev.dealcoach.service.deal.Statement;
import dev.dealcoach.service.people.Sight;
import dev.dealcoach.service.recording.Corrected;
import dev.dealcoach.service.recording.Raised;
import dev.dealcoach.service.recording.Recording;
import dev.dealcoach.service.recording.RecordingStore;
import dev.dealcoach.service.web.record.RecordingBodies.FactsBody;
import dev.dealcoach.service.web.record.RecordingBodies.FlagBody;
import dev.dealcoach.service.web.record.RecordingBodies.ModelBody;
import dev.dealcoach.service.web.record.RecordingBodies.RecordingBody;
import dev.dealcoach.service.web.record.RecordingBodies.RecordingLine;
import dev.dealcoach.service.web.record.RecordingBodies.RepeatedBody;
import dev.dealcoach.service.web.record.RecordingBodies.SaidBody;
import dev.dealcoach.service.web.record.RecordingBodies.SpokenContact;
import dev.dealcoach.service.web.record.RecordingBodies.WordBody;
import dev.dealcoach.speech.transcript.Transcript;
import dev.dealcoach.speech.transcript.Word;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts together what is told of recordings. Thread-safe. */
public final class Shown {
  /** A checklist is due this long after the contact (SPEC §6). */
  private static final Duration DUE = Duration.ofHours(2);

  private final RecordingStore recordings;
  private final ContactStore contacts;
  private final DealStore deals;
  private final RecordingIntake intake;
  private final Access access;
  private final InstantSource clock;

  public Shown(
      RecordingStore recordings,
      ContactStore contacts,
      DealStore deals,
      RecordingIntake intake,
      Access access,
      InstantSource clock) {
    this.recordings = recordings;
    this.contacts = contacts;
    this.deals = deals;
    this.intake = intake;
    this.access = access;
    this.clock = clock;
  }

  /** A recording with its words. */
  RecordingBody of(Recording recording, Viewer viewer) {
    Transcript heard = recordings.transcript(recording.id()).orElse(null);
    String audio = "/api/v1/recordings/" + recording.id() + "/audio";
    if (heard == null) {
      return new RecordingBody(
          RecordingLine.of(recording), audio, null, null, null, List.of(), List.of(), null);
    }
    Transcript now = Corrected.of(heard, recordings.corrections(recording.id()));
    return new RecordingBody(
        RecordingLine.of(recording),
        audio,
        recording.seconds(),
        recording.doubtful(),
        now.text(),
        recordings.flags(recording.id()).stream().map(flag -> flag(flag, viewer)).toList(),
        words(heard, now),
        new ModelBody(heard.model().id(), heard.model().sha256()));
  }

  private static List<WordBody> words(Transcript heard, Transcript now) {
    List<Integer> places = Corrected.places(now);
    List<WordBody> words = new ArrayList<>();
    for (int i = 0; i < now.words().size(); i++) {
      Word word = now.words().get(i);
      String before = heard.words().get(i).text();
      words.add(
          new WordBody(
              word.text(),
              places.get(i),
              word.start(),
              word.end(),
              word.confidence(),
              before.equals(word.text()) ? null : before));
    }
    return words;
  }

  private FlagBody flag(Raised raised, Viewer viewer) {
    UUID repeats = raised.contact();
    return new FlagBody(
        raised.flag().id(),
        repeats == null
            ? null
            : contacts
                .find(repeats, access.sight(viewer))
                .map(
                    of ->
                        new RepeatedBody(
                            of.id(), of.deal(), of.customerName(), of.held().toString()))
                .orElse(null));
  }

  /** What belongs to a contact besides its summary. */
  SpokenContact of(Contact contact, Viewer viewer, Language language) {
    Recording recording = recordings.ofContact(contact.id()).orElse(null);
    RecordingBody body = recording == null ? null : of(recording, viewer);
    FactsBody facts =
        recordings
            .facts(contact.id())
            .map(each -> FactsBody.of(each, intake.action(each.action(), language), contact.id()))
            .orElse(null);
    Instant due = contact.held().plus(DUE);
    String checklist =
        contact.counts() ? "done" : due.isBefore(clock.instant()) ? "overdue" : "due";
    return new SpokenContact(
        body, facts, checklist, due.toString(), said(contact, body, viewer, language));
  }

  /** The sentences that the rep may say are the customer's; nobody else confirms. */
  private List<SaidBody> said(
      Contact contact, @Nullable RecordingBody recording, Viewer viewer, Language language) {
    if (recording == null || recording.text() == null || !contact.author().equals(viewer.id())) {
      return List.of();
    }
    Summary summary = contacts.summary(contact.id()).orElse(null);
    String report =
        summary == null || !contact.counts()
            ? ""
            : contacts.report(summary.id(), language).orElse("");
    return summary == null || !contact.counts()
        ? List.of()
        : Spoken.of(summary.text(), report, kept(contact, viewer));
  }

  private Set<String> kept(Contact contact, Viewer viewer) {
    return deals.statements(contact.deal(), new Sight(viewer.id(), Set.of())).stream()
        .map(Statement::text)
        .collect(Collectors.toSet());
  }

  /** The names of actions for a page. */
  List<Map<String, String>> actions(Language language) {
    return intake.actions().stream()
        .map(each -> Map.of("id", each.id(), "name", each.name(language)))
        .toList();
  }
}
