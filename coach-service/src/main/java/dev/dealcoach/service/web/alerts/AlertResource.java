package dev.dealcoach.service.web.alerts;

import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.service.access.Allowed;
import dev.dealcoach.service.account.Viewer;
import dev.dealcoach.service.alert.AlertStore;
import dev.dealcoach.service.people.Role;
import dev.dealcoach.service.request.Page;
import dev.dealcoach.service.request.PageRequest;
import dev.dealcoach.service.web.Messages;
import dev.dealcoach.service.web.Problem;
import dev.dealcoach.service.web.account.Signed;
import dev.dealcoach.service.web.alerts.AlertBodies.AlertBody;
import dev.dealcoach.service.web.alerts.AlertBodies.AlertLine;
import dev.dealcoach.service.web.alerts.AlertBodies.AssignmentBody;
import dev.dealcoach.service.web.alerts.AlertBodies.UncoveredBody;
import dev.dealcoach.service.web.alerts.AlertBodies.Waiting;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Alerts as JSON. */
@Path("/api/v1/alerts")
@Produces(MediaType.APPLICATION_JSON)
@Allowed({Role.REP, Role.MANAGER})
public final class AlertResource {
  private final Inbox inbox;
  private final Messages messages;

  public AlertResource(Inbox inbox, Messages messages) {
    this.inbox = inbox;
    this.messages = messages;
  }

  /** The alerts that the viewer sees, the newest first: open, assigned to the viewer, or closed. */
  @GET
  public Page<AlertLine> alerts(
      @QueryParam("state") @DefaultValue("open") String state,
      @QueryParam("limit") @DefaultValue("50") int limit,
      @QueryParam("after") @Nullable String after,
      @BeanParam Signed signed) {
    AlertStore.Shelf shelf = AlertStore.Shelf.ofId(state).orElseThrow(BadRequestException::new);
    try {
      return inbox.list(signed.viewer(), shelf, new PageRequest(limit, after), signed.language());
    } catch (IllegalArgumentException e) {
      throw new BadRequestException(e);
    }
  }

  /** How many wait for the viewer: not acknowledged yet, or to be looked after. */
  @GET
  @Path("waiting")
  public Waiting waiting(@BeanParam Signed signed) {
    return new Waiting(inbox.waiting(signed.viewer()));
  }

  /** An alert with the questions and examples that help. */
  @GET
  @Path("{id}")
  public AlertBody alert(@PathParam("id") UUID id, @BeanParam Signed signed) {
    return inbox.alert(signed.viewer(), id, signed.language());
  }

  /** The viewer knows of it. */
  @POST
  @Path("{id}/acknowledgement")
  public void acknowledge(@PathParam("id") UUID id, @BeanParam Signed signed) {
    inbox.acknowledge(signed.viewer(), id);
  }

  /** Somebody looks after it from now on. */
  @POST
  @Path("{id}/assignment")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response assign(
      @PathParam("id") UUID id, @Nullable AssignmentBody body, @BeanParam Signed signed) {
    Viewer viewer = signed.viewer();
    Language language = signed.language();
    if (body == null) {
      throw new BadRequestException();
    }
    String note = Objects.requireNonNullElse(body.note(), "");
    return switch (inbox.assign(viewer, id, body.assignee(), body.due(), note)) {
      case DONE -> Response.noContent().build();
      case REFUSED -> Problem.of("assignment", 422, messages, language).response();
    };
  }

  /** What the viewer's own team did not cover, as the digest of a day tells it. */
  @GET
  @Path("digests/{day}")
  @Allowed(Role.MANAGER)
  public List<UncoveredBody> digest(@PathParam("day") String day, @BeanParam Signed signed) {
    return inbox.digest(signed.viewer(), day(day));
  }

  static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new NotFoundException(e);
    }
  }
}
