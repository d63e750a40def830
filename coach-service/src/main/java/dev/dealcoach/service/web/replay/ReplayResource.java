package dev.dealcoach.service.web.replay;

import dev.dealcoach.service.access.Allowed;
import dev.dealcoach.service.account.Viewer;
import dev.dealcoach.service.deal.Deal;
import dev.dealcoach.service.people.Role;
import dev.dealcoach.service.replay.Replay;
import dev.dealcoach.service.web.Messages;
import dev.dealcoach.service.web.Problem;
import dev.dealcoach.service.web.account.Signed;
import dev.dealcoach.service.web.replay.ReplayBodies.EventBody;
import dev.dealcoach.service.web.replay.ReplayBodies.NewActionBody;
import dev.dealcoach.service.web.replay.ReplayBodies.NewMarkBody;
import dev.dealcoach.service.web.replay.ReplayBodies.NewReplayBody;
import dev.dealcoach.service.web.replay.ReplayBodies.ReplayBody;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Replays as JSON. A team's month is drawn once: asking again answers with the same replay. */
@Path("/api/v1/replays")
@Produces(MediaType.APPLICATION_JSON)
@Allowed(Role.MANAGER)
public final class ReplayResource {
  private final ReplayDesk desk;
  private final ReplayWording wording;
  private final Messages messages;

  public ReplayResource(ReplayDesk desk, Messages messages) {
    this.desk = desk;
    this.wording = new ReplayWording(desk, messages);
    this.messages = messages;
  }

  /** The replays of the viewer's teams, the latest month first. */
  @GET
  public List<ReplayBody> replays(@BeanParam Signed signed) {
    Viewer viewer = signed.viewer();
    return desk.replays(viewer).stream().map(each -> wording.replay(viewer, each)).toList();
  }

  /** Draws a team's deals of a month. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response draw(@Nullable NewReplayBody body, @BeanParam Signed signed) {
    if (body == null || body.team() == null || body.month() == null) {
      throw new BadRequestException();
    }
    Viewer viewer = signed.viewer();
    UUID id = desk.draw(viewer, body.team(), body.month());
    return Response.created(URI.create("/api/v1/replays/" + id))
        .entity(wording.replay(viewer, desk.replay(viewer, id)))
        .build();
  }

  /** A replay. */
  @GET
  @Path("{id}")
  public ReplayBody replay(@PathParam("id") UUID id, @BeanParam Signed signed) {
    Viewer viewer = signed.viewer();
    return wording.replay(viewer, desk.replay(viewer, id));
  }

  /** How a deal of it went, the earliest first. */
  @GET
  @Path("{id}/deals/{deal}")
  public List<EventBody> deal(
      @PathParam("id") UUID id, @PathParam("deal") UUID dealId, @BeanParam Signed signed) {
    Viewer viewer = signed.viewer();
    Replay replay = desk.replay(viewer, id);
    Deal deal = desk.deal(viewer, replay, dealId);
    return wording.events(viewer, replay, deal, signed.language());
  }

  /** Marks a turning point; the answer is the deal's timeline as it is now. */
  @POST
  @Path("{id}/deals/{deal}/marks")
  @Consumes(MediaType.APPLICATION_JSON)
  public List<EventBody> mark(
      @PathParam("id") UUID id,
      @PathParam("deal") UUID dealId,
      @Nullable NewMarkBody body,
      @BeanParam Signed signed) {
    if (body == null) {
      throw new BadRequestException();
    }
    desk.mark(
        signed.viewer(),
        id,
        dealId,
        Objects.requireNonNullElse(body.event(), ""),
        Objects.requireNonNullElse(body.note(), ""));
    return deal(id, dealId, signed);
  }

  /** Takes a mark of the viewer's own back. */
  @DELETE
  @Path("{id}/marks/{mark}")
  public void unmark(
      @PathParam("id") UUID id, @PathParam("mark") UUID mark, @BeanParam Signed signed) {
    desk.unmark(signed.viewer(), id, mark);
  }

  /** Chooses an action for the TOP 3, and puts its passage before the trainers. */
  @POST
  @Path("{id}/deals/{deal}/actions")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response choose(
      @PathParam("id") UUID id,
      @PathParam("deal") UUID dealId,
      @Nullable NewActionBody body,
      @BeanParam Signed signed) {
    if (body == null) {
      throw new BadRequestException();
    }
    Viewer viewer = signed.viewer();
    boolean chosen =
        desk.choose(
            viewer,
            id,
            dealId,
            body.contact(),
            body.review(),
            Objects.requireNonNullElse(body.title(), ""),
            Objects.requireNonNullElse(body.text(), ""));
    return chosen
        ? Response.status(201).entity(wording.replay(viewer, desk.replay(viewer, id))).build()
        : Problem.of("replay-full", 409, messages, signed.language()).response();
  }
}
