package dev.dealcoach.service.web.record;

import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.service.access.Access;
import dev.dealcoach.service.access.Allowed;
import dev.dealcoach.service.account.Viewer;
import dev.dealcoach.service.blob.Blob;
import dev.dealcoach.service.blob.Blobs;
import dev.dealcoach.service.contact.NewSummary;
import dev.dealcoach.service.contact.Summaries;
import dev.dealcoach.service.deal.Deal;
import dev.dealcoach.service.deal.DealStore;
import dev.dealcoach.service.people.Role;
import dev.dealcoach.service.recording.Corrected;
import dev.dealcoach.service.recording.Flag;
import dev.dealcoach.service.recording.Recording;
import dev.dealcoach.service.recording.RecordingStore;
import dev.dealcoach.service.recording.RecordingStore.Correction;
import dev.dealcoach.service.web.Messages;
import dev.dealcoach.service.web.Problem;
import dev.dealcoach.service.web.account.Signed;
import dev.dealcoach.service.web.record.RecordingBodies.CorrectionBody;
import dev.dealcoach.service.web.record.RecordingBodies.RecordingBody;
import dev.dealcoach.speech.transcript.Transcript;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Recordings: how far they have come, their words, their sound, and what was misheard. */
@Path("/api/v1/recordings")
@Produces(MediaType.APPLICATION_JSON)
@Allowed({Role.REP, Role.MANAGER})
public final class RecordingResource {
  private final RecordingStore recordings;
  private final Summaries summaries;
  private final DealStore deals;
  private final Blobs blobs;
  private final Shown shown;
  private final Access access;
  private final Messages messages;
  private final InstantSource clock;

  public RecordingResource(
      RecordingStore recordings,
      Summaries summaries,
      DealStore deals,
      Blobs blobs,
      Shown shown,
      Access access,
      Messages messages,
      InstantSource clock) {
    this.recordings = recordings;
    this.summaries = summaries;
    this.deals = deals;
    this.blobs = blobs;
    this.shown = shown;
    this.access = access;
    this.messages = messages;
    this.clock = clock;
  }

  /** A recording with its words, as far as they are known. */
  @GET
  @Path("{id}")
  public RecordingBody recording(@PathParam("id") UUID id, @BeanParam Signed signed) {
    return shown.of(seen(signed, id, "transcript"), signed.viewer());
  }

  /** A recording's stages as they come about, as server-sent events. */
  @GET
  @Path("{id}/events")
  @Produces("text/event-stream")
  public RecordingEvents events(@PathParam("id") UUID id, @BeanParam Signed signed) {
    seen(signed, id, "state");
    return new RecordingEvents(() -> recordings.find(id));
  }

  /** The sound, or the part of it that the header {@code Range} asks for. */
  @GET
  @Path("{id}/audio")
  @Produces(MediaType.WILDCARD)
  public Response audio(
      @PathParam("id") UUID id,
      @HeaderParam("Range") @Nullable String range,
      @BeanParam Signed signed)
      throws IOException {
    Recording recording = seen(signed, id, "audio");
    java.nio.file.Path file =
        blobs
            .find(new Blob(recording.sha256(), recording.bytes()))
            .orElseThrow(() -> new IllegalStateException("a recording is not in the store"));
    return FilePart.answer(file, SoundType.of(file), range);
  }

  /** Puts a word in place of the engine's; the engine's is kept, and the score is made anew. */
  @POST
  @Path("{id}/corrections")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response correct(
      @PathParam("id") UUID id, @Nullable CorrectionBody body, @BeanParam Signed signed) {
    Viewer viewer = signed.viewer();
    Language language = signed.language();
    Recording recording = recordings.find(id).orElseThrow(NotFoundException::new);
    if (access.ownContact(viewer, recording.contact()).isEmpty()) {
      throw new NotFoundException();
    }
    if (body == null || body.position() == null || body.text() == null) {
      throw new BadRequestException();
    }
    Transcript heard = recordings.transcript(id).orElse(null);
    if (heard == null) {
      return Problem.of("no-words", 409, messages, language).response();
    }
    Correction correction;
    try {
      correction = new Correction(body.position(), body.text());
    } catch (IllegalArgumentException e) {
      return Problem.of("no-word", 400, messages, language).response();
    }
    if (correction.position() >= heard.words().size()) {
      throw new BadRequestException();
    }
    recordings.correct(
        id, correction, viewer.id(), judged(recording, heard, correction), clock.instant());
    return Response.ok(recording(id, signed)).build();
  }

  /** The summary that comes of a correction; null for what is not scored at all. */
  private @Nullable NewSummary judged(
      Recording recording, Transcript heard, Correction correction) {
    boolean unscored =
        recordings.flags(recording.id()).stream().anyMatch(each -> each.flag() == Flag.SAME_AUDIO);
    if (unscored) {
      return null;
    }
    List<Correction> all = new ArrayList<>(recordings.corrections(recording.id()));
    all.add(correction);
    String industry = deals.find(recording.deal()).map(Deal::industry).orElse("");
    return summaries.judged(
        Corrected.of(heard, all).text(),
        industry,
        recording.author(),
        recording.contact(),
        clock.instant());
  }

  private Recording seen(Signed signed, UUID id, String part) {
    Recording recording = recordings.find(id).orElseThrow(NotFoundException::new);
    if (access.contact(signed.viewer(), recording.contact(), part).isEmpty()) {
      throw new NotFoundException();
    }
    return recording;
  }
}
