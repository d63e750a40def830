package dev.dealcoach.service.web.record;

import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.service.blob.Blob;
import dev.dealcoach.service.blob.BlobResult;
import dev.dealcoach.service.blob.Blobs;
import dev.dealcoach.service.contact.Contact;
import dev.dealcoach.service.contact.NewContact;
import dev.dealcoach.service.deal.Deal;
import dev.dealcoach.service.recording.KeyAction;
import dev.dealcoach.service.recording.NewRecording;
import dev.dealcoach.service.recording.RecordingStore;
import dev.dealcoach.service.recording.SpeakerStore;
import dev.dealcoach.service.recording.SpokenIn;
import dev.dealcoach.service.request.Creation;
import dev.dealcoach.service.request.Once;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.glassfish.jersey.media.multipart.FormDataBodyPart;
import org.glassfish.jersey.media.multipart.FormDataMultiPart;
import org.jspecify.annotations.Nullable;

/**
 * Takes recordings in: first the files into their store, then contact, recording and job into the
 * database. Thread-safe.
 */
public final class RecordingIntake {
  private final Blobs blobs;
  private final RecordingStore recordings;
  private final SpeakerStore speakers;
  private final List<KeyAction> actions;
  private final long largest;
  private final InstantSource clock;

  /**
   * @param actions what may be agreed
   * @param largest most bytes of a sound file
   */
  public RecordingIntake(
      Blobs blobs,
      RecordingStore recordings,
      SpeakerStore speakers,
      List<KeyAction> actions,
      long largest,
      InstantSource clock) {
    this.blobs = blobs;
    this.recordings = recordings;
    this.speakers = speakers;
    this.actions = List.copyOf(actions);
    this.largest = largest;
    this.clock = clock;
  }

  /** What may be agreed. */
  public List<KeyAction> actions() {
    return actions;
  }

  /** What an action is called; null if nothing was agreed. */
  @Nullable String action(@Nullable String id, Language language) {
    return id == null
        ? null
        : actions.stream()
            .filter(each -> each.id().equals(id))
            .findFirst()
            .map(each -> each.name(language))
            .orElse(id);
  }

  /** What came of handing in. */
  sealed interface Taken {
    /** It is accepted, or was before under the same key. */
    record In(Creation creation) implements Taken {}

    /** It is not taken; this problem says why. */
    record Out(String problem, int status) implements Taken {}
  }

  /**
   * Takes a recording in for a deal.
   *
   * @param reader language of the page, which is the recording's unless the form or the account
   *     says otherwise
   * @param key makes it happen once; null if that does not matter
   * @throws IOException if reading the form fails
   * @throws IllegalArgumentException if a field cannot be understood
   */
  Taken take(UUID account, Deal deal, FormDataMultiPart form, @Nullable String key, Language reader)
      throws IOException {
    FormDataBodyPart file = FormFields.file(form, "file");
    if (file == null) {
      return new Taken.Out("no-recording", 400);
    }
    if (!FormFields.yes(form, "consent")) {
      return new Taken.Out("no-consent", 422);
    }
    Instant now = clock.instant();
    String recordedAt = FormFields.text(form, "recordedAt");
    NewContact contact =
        new NewContact(
            deal.id(),
            account,
            kind(FormFields.text(form, "kind")),
            FormFields.text(form, "people"),
            held(recordedAt, now),
            now);
    String action = action(FormFields.text(form, "action"));
    boolean confirmed = FormFields.yes(form, "confirmed");
    SpokenIn language = language(FormFields.text(form, "language"), account, reader);
    Blob photo = null;
    FormDataBodyPart picture = FormFields.file(form, "photo");
    if (picture != null) {
      Optional<byte[]> jpeg = photo(picture, FormFields.yes(form, "removeLocation"));
      if (jpeg.isEmpty()) {
        return new Taken.Out("no-photo", 415);
      }
      switch (blobs.put(new ByteArrayInputStream(jpeg.get()), Photo.LARGEST)) {
        case BlobResult.Failed failed -> {
          return out(failed.reason());
        }
        case BlobResult.Stored stored -> photo = stored.blob();
      }
    }
    BlobResult put;
    try (InputStream content = file.getValueAs(InputStream.class)) {
      put = blobs.put(content, largest);
    }
    return switch (put) {
      case BlobResult.Failed failed -> out(failed.reason());
      case BlobResult.Stored stored ->
          new Taken.In(
              recordings.accept(
                  new NewRecording(contact, action, confirmed, stored.blob(), language, photo),
                  Once.of(
                      account,
                      key,
                      "recording",
                      deal.id(),
                      stored.blob().sha256(),
                      recordedAt,
                      contact.kind(),
                      contact.people(),
                      action,
                      confirmed,
                      language)));
    };
  }

  private static Taken.Out out(BlobResult.Reason reason) {
    return switch (reason) {
      case TOO_LARGE -> new Taken.Out("recording-too-large", 413);
      case FULL -> new Taken.Out("storage-full", 507);
      case READ_ONLY, UNAVAILABLE -> new Taken.Out("storage-unavailable", 503);
    };
  }

  private static Contact.Kind kind(String id) {
    return id.isEmpty()
        ? Contact.Kind.VISIT
        : Contact.Kind.ofId(id).orElseThrow(() -> new IllegalArgumentException("kind"));
  }

  /** A telephone's clock may be fast; nothing was said after now. */
  private static Instant held(String recordedAt, Instant now) {
    if (recordedAt.isEmpty()) {
      return now;
    }
    try {
      Instant at = Instant.parse(recordedAt);
      return at.isAfter(now) ? now : at;
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("recordedAt", e);
    }
  }

  private @Nullable String action(String id) {
    if (id.isEmpty()) {
      return null;
    }
    if (actions.stream().noneMatch(each -> each.id().equals(id))) {
      throw new IllegalArgumentException("action");
    }
    return id;
  }

  private SpokenIn language(String id, UUID account, Language reader) {
    return id.isEmpty()
        ? usual(account, reader)
        : SpokenIn.ofId(id).orElseThrow(() -> new IllegalArgumentException("language"));
  }

  /** What somebody speaks who says nothing else: as set, or as on the pages. */
  SpokenIn usual(UUID account, Language reader) {
    return speakers.language(account).orElse(reader == Language.ZH ? SpokenIn.ZH : SpokenIn.EN);
  }

  private static Optional<byte[]> photo(FormDataBodyPart part, boolean withoutPlace)
      throws IOException {
    try (InputStream in = part.getValueAs(InputStream.class)) {
      byte[] bytes = in.readNBytes(Photo.LARGEST + 1);
      if (bytes.length > Photo.LARGEST || !Photo.isJpeg(bytes)) {
        return Optional.empty();
      }
      return withoutPlace ? Photo.withoutNotes(bytes) : Optional.of(bytes);
    }
  }
}
