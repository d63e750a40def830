package dev.dealcoach.service.web.corrections;

import dev.dealcoach.service.access.Allowed;
import dev.dealcoach.service.account.Viewer;
import dev.dealcoach.service.blob.Blob;
import dev.dealcoach.service.blob.Blobs;
import dev.dealcoach.service.correction.Corrections.Why;
import dev.dealcoach.service.correction.Dispute;
import dev.dealcoach.service.people.Role;
import dev.dealcoach.service.web.FileName;
import dev.dealcoach.service.web.Messages;
import dev.dealcoach.service.web.account.Signed;
import dev.dealcoach.service.web.corrections.CorrectionBodies.DecisionBody;
import dev.dealcoach.service.web.corrections.CorrectionBodies.DisputeBody;
import dev.dealcoach.service.web.corrections.CorrectionBodies.DisputeLine;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Disputes: those that wait for the viewer's decision, and one of them. */
@Path("/api/v1/disputes")
@Produces(MediaType.APPLICATION_JSON)
@Allowed({Role.REP, Role.MANAGER, Role.TRAINER})
public final class DisputeResource {
  private final DisputeDesk desk;
  private final Blobs blobs;
  private final Messages messages;

  DisputeResource(DisputeDesk desk, Blobs blobs, Messages messages) {
    this.desk = desk;
    this.blobs = blobs;
    this.messages = messages;
  }

  /** The open disputes that the viewer may decide, the earliest first. */
  @GET
  @Allowed({Role.MANAGER, Role.TRAINER})
  public List<DisputeLine> open(@BeanParam Signed signed) {
    return desk.open(signed.viewer());
  }

  /** A dispute; trainers read it without names. */
  @GET
  @Path("{id}")
  public DisputeBody dispute(@PathParam("id") UUID id, @BeanParam Signed signed) {
    Viewer viewer = signed.viewer();
    return desk.body(viewer, desk.find(viewer, id, "report").orElseThrow(NotFoundException::new));
  }

  /** What came with a dispute; not for trainers, as no name in it could be masked. */
  @GET
  @Path("{id}/file")
  @Produces(MediaType.WILDCARD)
  @Allowed({Role.REP, Role.MANAGER})
  public Response file(@PathParam("id") UUID id, @BeanParam Signed signed) {
    Dispute dispute =
        desk.find(signed.viewer(), id, "file")
            .map(DisputeDesk.Case::dispute)
            .filter(each -> each.file() != null && each.fileBytes() != null)
            .orElseThrow(NotFoundException::new);
    java.nio.file.Path file =
        blobs
            .find(new Blob(dispute.file(), dispute.fileBytes()))
            .orElseThrow(() -> new IllegalStateException("a file is not in the store"));
    return Response.ok(file.toFile())
        .type(MediaType.APPLICATION_OCTET_STREAM)
        .header(HttpHeaders.CONTENT_DISPOSITION, new FileName(dispute.fileName()).attachment())
        .build();
  }

  /** Decides a dispute: what held is upheld, or something else holds from now on. */
  @POST
  @Path("{id}/decision")
  @Consumes(MediaType.APPLICATION_JSON)
  @Allowed({Role.MANAGER, Role.TRAINER})
  public Response decide(
      @PathParam("id") UUID id, @Nullable DecisionBody body, @BeanParam Signed signed) {
    Viewer viewer = signed.viewer();
    DisputeDesk.Case found = desk.find(viewer, id, "decision").orElseThrow(NotFoundException::new);
    if (body == null) {
      throw new BadRequestException();
    }
    return answer(desk.decide(viewer, found, body.value(), body.reason()), id, signed);
  }

  /** Leaves a dispute to the trainers. */
  @POST
  @Path("{id}/trainers")
  @Allowed(Role.MANAGER)
  public Response toTrainers(@PathParam("id") UUID id, @BeanParam Signed signed) {
    Viewer viewer = signed.viewer();
    DisputeDesk.Case found = desk.find(viewer, id, "decision").orElseThrow(NotFoundException::new);
    return answer(desk.toTrainers(viewer, found), id, signed);
  }

  private Response answer(Optional<Why> why, UUID id, Signed signed) {
    if (why.isPresent()) {
      return Refusals.of(why.get(), messages, signed.language());
    }
    return Response.ok(dispute(id, signed)).build();
  }
}
