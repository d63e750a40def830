package dev.dealcoach.service.web.record;

import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.service.access.Access;
import dev.dealcoach.service.access.Allowed;
import dev.dealcoach.service.account.Viewer;
import dev.dealcoach.service.deal.Deal;
import dev.dealcoach.service.people.Role;
import dev.dealcoach.service.recording.RecordingStore;
import dev.dealcoach.service.request.Creation;
import dev.dealcoach.service.web.Created;
import dev.dealcoach.service.web.Messages;
import dev.dealcoach.service.web.Problem;
import dev.dealcoach.service.web.UploadLimit;
import dev.dealcoach.service.web.account.Signed;
import dev.dealcoach.service.web.record.RecordingBodies.RecordingLine;
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
import java.util.List;
import java.util.UUID;
import org.glassfish.jersey.media.multipart.FormDataMultiPart;
import org.jspecify.annotations.Nullable;

/** Handing recordings in for a deal. */
@Path("/api/v1/deals")
@Produces(MediaType.APPLICATION_JSON)
@Allowed({Role.REP, Role.MANAGER})
public final class DealRecordingResource {
  private final RecordingStore recordings;
  private final RecordingIntake intake;
  private final Access access;
  private final Messages messages;

  public DealRecordingResource(
      RecordingStore recordings, RecordingIntake intake, Access access, Messages messages) {
    this.recordings = recordings;
    this.intake = intake;
    this.access = access;
    this.messages = messages;
  }

  /** The recordings of a deal that the viewer sees, the latest first. */
  @GET
  @Path("{id}/recordings")
  public List<RecordingLine> recordings(@PathParam("id") UUID id, @BeanParam Signed signed) {
    Viewer viewer = signed.viewer();
    if (access.deal(viewer, id).isEmpty()) {
      throw new NotFoundException();
    }
    return recordings.ofDeal(id, access.sight(viewer)).stream().map(RecordingLine::of).toList();
  }

  /**
   * Takes a recording in: the part {@code file} with the sound, {@code consent} with {@code true};
   * optional are {@code recordedAt} (ISO 8601), {@code kind}, {@code people}, {@code action},
   * {@code confirmed}, {@code language} ({@code zh}, {@code en} or {@code auto}), {@code photo} (a
   * JPEG) and {@code removeLocation}. The answer is the recording, which will be transcribed.
   */
  @POST
  @Path("{id}/recordings")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @UploadLimit.Applies
  public Response handIn(
      @PathParam("id") UUID id,
      FormDataMultiPart form,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @BeanParam Signed signed)
      throws IOException {
    Language language = signed.language();
    Viewer viewer = signed.viewer();
    Deal deal = access.ownDeal(viewer, id).orElseThrow(NotFoundException::new);
    RecordingIntake.Taken taken;
    try {
      taken = intake.take(viewer.id(), deal, form, key, language);
    } catch (IllegalArgumentException e) {
      throw new BadRequestException(e);
    }
    return switch (taken) {
      case RecordingIntake.Taken.Out(String problem, int status) ->
          Problem.of(problem, status, messages, language).response();
      case RecordingIntake.Taken.In(Creation creation) ->
          Created.answer(
              creation,
              made -> RecordingLine.of(recordings.find(made).orElseThrow(NotFoundException::new)),
              "/api/v1/recordings/",
              messages,
              language);
    };
  }
}
