package dev.dealcoach.service.web.corrections;

import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.service.access.Access;
import dev.dealcoach.service.account.Viewer;
import dev.dealcoach.service.audit.AuditEntry.Act;
import dev.dealcoach.service.blob.Blob;
import dev.dealcoach.service.blob.BlobResult;
import dev.dealcoach.service.blob.Blobs;
import dev.dealcoach.service.correction.Correction;
import dev.dealcoach.service.correction.CorrectionStore;
import dev.dealcoach.service.correction.Corrections;
import dev.dealcoach.service.correction.Corrections.Result;
import dev.dealcoach.service.correction.Corrections.Why;
import dev.dealcoach.service.correction.Subject;
import dev.dealcoach.service.request.Creation;
import dev.dealcoach.service.request.Once;
import dev.dealcoach.service.web.Created;
import dev.dealcoach.service.web.FileName;
import dev.dealcoach.service.web.HandedIn;
import dev.dealcoach.service.web.Messages;
import dev.dealcoach.service.web.Problem;
import dev.dealcoach.service.web.account.Signed;
import dev.dealcoach.service.web.corrections.CorrectionBodies.BlindValues;
import dev.dealcoach.service.web.corrections.CorrectionBodies.JudgeBody;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.glassfish.jersey.media.multipart.FormDataBodyPart;
import org.glassfish.jersey.media.multipart.FormDataMultiPart;
import org.jspecify.annotations.Nullable;

/** Takes in what people say of a contact or a proposal that they see; notes it. Thread-safe. */
final class Judging {
  /** What comes with a dispute is a picture or a mail, seldom more. */
  private static final long LARGEST_FILE = 10L << 20;

  private final Corrections corrections;
  private final CorrectionStore store;
  private final Blobs blobs;
  private final Access access;
  private final Messages messages;

  Judging(
      Corrections corrections,
      CorrectionStore store,
      Blobs blobs,
      Access access,
      Messages messages) {
    this.corrections = corrections;
    this.store = store;
    this.blobs = blobs;
    this.access = access;
    this.messages = messages;
  }

  /**
   * Confirms or overrides.
   *
   * @param shown what holds afterwards
   */
  Response judge(
      Signed signed,
      Subject subject,
      @Nullable JudgeBody body,
      @Nullable String key,
      Supplier<Object> shown) {
    if (body == null) {
      throw new BadRequestException();
    }
    Once once =
        signed.once(
            key,
            "judge",
            subject.id(),
            subject.summary(),
            body.item(),
            body.value(),
            body.reason());
    return answer(
        corrections.judge(signed.viewer(), subject, body.item(), body.value(), body.reason(), once),
        signed,
        subject,
        shown);
  }

  /** Keeps blind words. */
  Response blind(
      Signed signed,
      Subject subject,
      @Nullable BlindValues body,
      @Nullable String key,
      Supplier<Object> shown) {
    if (body == null) {
      throw new BadRequestException();
    }
    Map<String, String> values = body.values() == null ? Map.of() : body.values();
    Once once = signed.once(key, "blind", subject.id(), subject.summary(), new TreeMap<>(values));
    return answer(
        corrections.blind(signed.viewer(), subject, values, once), signed, subject, shown);
  }

  /** Keeps blind words that come from a page. */
  @Nullable Why blind(Viewer viewer, Subject subject, Map<String, String> values) {
    return switch (corrections.blind(viewer, subject, values, null)) {
      case Result.Refused(Why why) -> why;
      case Result.Done(Creation creation) -> {
        note(viewer, subject, creation);
        yield null;
      }
    };
  }

  /** Whether the person can still judge blind. */
  boolean mayBlind(Viewer viewer, Subject subject) {
    return corrections.mayBlind(viewer, subject);
  }

  /** Keeps a dispute: the fields {@code item} and {@code text}, and perhaps a {@code file}. */
  Response dispute(
      Signed signed,
      Subject subject,
      FormDataMultiPart form,
      @Nullable String key,
      Supplier<Object> shown)
      throws IOException {
    Language language = signed.language();
    String item = text(form, "item");
    String text = text(form, "text").replace("\r\n", "\n");
    FormDataBodyPart part = HandedIn.file(form);
    Blob file = null;
    String name = "";
    if (part != null) {
      name = FileName.of(HandedIn.name(part)).text();
      try (InputStream in = part.getValueAs(InputStream.class)) {
        switch (blobs.put(in, LARGEST_FILE)) {
          case BlobResult.Stored(Blob stored) -> file = stored;
          case BlobResult.Failed failed -> {
            return refused(failed, language);
          }
        }
      }
    }
    Once once =
        signed.once(
            key,
            "dispute",
            subject.id(),
            subject.summary(),
            item,
            text,
            file == null ? "" : file.sha256());
    Result result = corrections.dispute(subject, item, text, file, name, once);
    return switch (result) {
      case Result.Refused(Why why) -> Refusals.of(why, messages, language);
      case Result.Done(Creation creation) -> {
        if (creation instanceof Creation.New(UUID id)) {
          access.note(signed.viewer(), Act.CREATED, "dispute", id, item);
        }
        yield Created.answer(creation, id -> shown.get(), "/api/v1/disputes/", messages, language);
      }
    };
  }

  private Response refused(BlobResult.Failed why, Language language) {
    return switch (why.reason()) {
      case TOO_LARGE -> Problem.of("too-large", 413, messages, language).response();
      case FULL -> Problem.of("storage-full", 507, messages, language).response();
      case READ_ONLY, UNAVAILABLE ->
          Problem.of("storage-unavailable", 503, messages, language).response();
    };
  }

  private Response answer(Result result, Signed signed, Subject subject, Supplier<Object> shown) {
    return switch (result) {
      case Result.Refused(Why why) -> Refusals.of(why, messages, signed.language());
      case Result.Done(Creation creation) -> {
        note(signed.viewer(), subject, creation);
        yield Created.answer(
            creation,
            id -> shown.get(),
            "/api/v1/" + subject.kind().id() + "s/" + subject.id() + "/corrections#",
            messages,
            signed.language());
      }
    };
  }

  private void note(Viewer viewer, Subject subject, Creation creation) {
    if (creation instanceof Creation.New(UUID id)) {
      store.corrections(subject).stream()
          .filter(each -> each.id().equals(id))
          .findFirst()
          .ifPresent(
              said ->
                  access.note(
                      viewer, Act.CHANGED, subject.kind().id(), subject.id(), detail(said)));
    }
  }

  /** What the audit log says of it: ids and values, no words. */
  static String detail(Correction said) {
    return said.kind() == Correction.Kind.BLIND
        ? "score blind"
        : "score "
            + said.item().id()
            + " "
            + said.kind().id()
            + " "
            + said.machine()
            + " -> "
            + said.given();
  }

  /** A field's text; empty if it is missing. What is too long stays too long. */
  private static String text(FormDataMultiPart form, String name) throws IOException {
    FormDataBodyPart part = form.getField(name);
    if (part == null) {
      return "";
    }
    try (InputStream in = part.getValueAs(InputStream.class)) {
      return new String(in.readNBytes(16 * 1024), StandardCharsets.UTF_8).strip();
    }
  }
}
