package dev.dealcoach.service.web.record;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.dealcoach.service.recording.ContactFacts;
import dev.dealcoach.service.recording.Recording;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Recordings as they stand in JSON. Instants are ISO 8601 in UTC. */
final class RecordingBodies {
  private RecordingBodies() {}

  /**
   * A recording in a list.
   *
   * @param state {@code waiting}, {@code no-model}, {@code transcribing}, {@code scoring}, {@code
   *     done} or {@code refused}
   * @param refusal why there is no transcript, such as {@code too-long}; null unless refused
   */
  record RecordingLine(
      UUID id,
      UUID contact,
      UUID deal,
      String state,
      @Nullable String refusal,
      String language,
      String accepted) {
    static RecordingLine of(Recording recording) {
      return new RecordingLine(
          recording.id(),
          recording.contact(),
          recording.deal(),
          recording.state().id(),
          recording.refusal(),
          recording.language().id(),
          recording.accepted().toString());
    }
  }

  /**
   * A recording with its words.
   *
   * @param text the words with corrections, in one line; null until done, as are the following
   * @param doubtful whether a person should read it
   * @param flags why it is not scored; empty if it is
   */
  record RecordingBody(
      RecordingLine recording,
      String audio,
      @Nullable Double seconds,
      @Nullable Boolean doubtful,
      @Nullable String text,
      List<FlagBody> flags,
      List<WordBody> words,
      @Nullable ModelBody model) {}

  /**
   * What made the transcript.
   *
   * @param sha256 of the model's files
   */
  record ModelBody(String id, String sha256) {}

  /**
   * Why a recording is not scored.
   *
   * @param flag {@code silence}, {@code noise}, {@code filler}, {@code same-audio} or {@code
   *     same-words}
   * @param contact the earlier contact that is repeated, if the viewer sees it
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record FlagBody(String flag, @Nullable RepeatedBody contact) {}

  /** A contact that is repeated. */
  record RepeatedBody(UUID id, UUID deal, String customer, String held) {}

  /**
   * A word.
   *
   * @param at where it begins in the text, in UTF-16 units
   * @param start seconds
   * @param end seconds
   * @param conf the engine's confidence, 0 to 1
   * @param heard what the engine heard; null unless a person corrected it
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record WordBody(
      String word, int at, double start, double end, double conf, @Nullable String heard) {}

  /**
   * What belongs to a contact besides its summary.
   *
   * @param recording null if nothing was recorded
   * @param facts null if nothing was noted
   * @param checklist {@code done}, {@code due} or {@code overdue}
   * @param due when the checklist is due
   * @param said the sentences that may be the customer's
   */
  record SpokenContact(
      @Nullable RecordingBody recording,
      @Nullable FactsBody facts,
      String checklist,
      String due,
      List<SaidBody> said) {}

  /**
   * What was noted of a contact.
   *
   * @param action what was agreed, in the reader's language; null if nothing
   * @param photo path of a picture; null if none
   */
  record FactsBody(
      boolean consent, @Nullable String action, boolean confirmed, @Nullable String photo) {
    static FactsBody of(ContactFacts facts, @Nullable String action, UUID contact) {
      return new FactsBody(
          facts.consent(),
          action,
          facts.confirmed(),
          facts.photo() == null ? null : "/api/v1/contacts/" + contact + "/photo");
    }
  }

  /**
   * A sentence of a summary.
   *
   * @param likely whether it holds what the customer wants or suffers from
   * @param kept whether it is a statement of the deal already
   */
  record SaidBody(String text, boolean likely, boolean kept) {}

  /** Sentences that the rep says are the customer's. */
  record ConfirmedBody(@JsonProperty @Nullable List<String> statements) {}

  /** A word that the engine misheard. */
  record CorrectionBody(
      @JsonProperty @Nullable Integer position, @JsonProperty @Nullable String text) {}
}
