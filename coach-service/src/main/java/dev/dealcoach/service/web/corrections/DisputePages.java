package dev.dealcoach.service.web.corrections;

import dev.dealcoach.service.access.Allowed;
import dev.dealcoach.service.account.Viewer;
import dev.dealcoach.service.correction.Corrections.Why;
import dev.dealcoach.service.people.Role;
import dev.dealcoach.service.web.Pages;
import dev.dealcoach.service.web.account.Signed;
import dev.dealcoach.service.web.corrections.CorrectionBodies.DisputeBody;
import dev.dealcoach.service.web.corrections.CorrectionBodies.DisputeLine;
import dev.dealcoach.service.web.corrections.CorrectionBodies.SaidBody;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The pages of disputes: those that wait for the viewer, and one with its decision. */
@Path("/disputes")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@Allowed({Role.REP, Role.MANAGER, Role.TRAINER})
public final class DisputePages {
  private final DisputeDesk desk;
  private final Pages pages;

  DisputePages(DisputeDesk desk, Pages pages) {
    this.desk = desk;
    this.pages = pages;
  }

  /** The open disputes that the viewer may decide. */
  @GET
  @Allowed({Role.MANAGER, Role.TRAINER})
  public Response disputes(
      @QueryParam("done") @DefaultValue("") String done, @BeanParam Signed signed) {
    Viewer viewer = signed.viewer();
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("done", done);
    model.put("trainer", viewer.role() == Role.TRAINER);
    model.put("disputed", desk.open(viewer).stream().map(DisputePages::line).toList());
    return signed.page(pages, "disputes", "/disputes", model);
  }

  static Map<String, Object> line(DisputeLine line) {
    return Map.of(
        "id", line.id().toString(),
        "item", line.item(),
        "kind", line.kind(),
        "customer", line.customer(),
        "rep", line.rep(),
        "at", line.at());
  }

  /** One dispute. */
  @GET
  @Path("{id}")
  public Response dispute(@PathParam("id") UUID id, @BeanParam Signed signed) {
    return page(200, id, "", "", "", signed);
  }

  /** Decides it. */
  @POST
  @Path("{id}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Allowed({Role.MANAGER, Role.TRAINER})
  public Response decide(
      @PathParam("id") UUID id,
      @FormParam("value") @DefaultValue("") String value,
      @FormParam("reason") @DefaultValue("") String reason,
      @BeanParam Signed signed) {
    Viewer viewer = signed.viewer();
    DisputeDesk.Case found = desk.find(viewer, id, "decision").orElseThrow(NotFoundException::new);
    Optional<Why> why = desk.decide(viewer, found, value, reason);
    return why.isPresent()
        ? refused(why.get(), id, value, reason, signed)
        : Pages.goTo("/disputes/" + id);
  }

  /** Leaves it to the trainers. */
  @POST
  @Path("{id}/trainers")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Allowed(Role.MANAGER)
  public Response toTrainers(@PathParam("id") UUID id, @BeanParam Signed signed) {
    Viewer viewer = signed.viewer();
    DisputeDesk.Case found = desk.find(viewer, id, "decision").orElseThrow(NotFoundException::new);
    Optional<Why> why = desk.toTrainers(viewer, found);
    return why.isPresent()
        ? refused(why.get(), id, "", "", signed)
        : Pages.goTo("/disputes?done=to-trainers");
  }

  private Response refused(Why why, UUID id, String value, String reason, Signed signed) {
    return page(Refusals.status(why), id, "problem." + Refusals.name(why), value, reason, signed);
  }

  private Response page(
      int status, UUID id, String problem, String value, String reason, Signed signed) {
    Viewer viewer = signed.viewer();
    DisputeBody body =
        desk.body(viewer, desk.find(viewer, id, "page").orElseThrow(NotFoundException::new));
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("problem", problem);
    model.put("given", value.isEmpty() && body.value() != null ? body.value() : value);
    model.put("reason", reason);
    model.put("id", id.toString());
    model.put("mine", viewer.role() == Role.REP);
    model.put("trainer", viewer.role() == Role.TRAINER);
    model.put("kind", body.kind());
    model.put("item", body.item());
    model.put("state", body.state());
    model.put("customer", body.customer());
    model.put("rep", body.rep());
    model.put("link", body.link());
    model.put("text", body.text());
    model.put("disputed", body.disputed());
    model.put("machine", body.machine());
    model.put("value", body.value() == null ? "" : body.value());
    model.put("choices", body.values());
    model.put("work", body.work());
    model.put("statements", body.statements());
    model.put("said", body.said().stream().map(DisputePages::line).toList());
    model.put("file", body.file());
    model.put("fileName", body.fileName());
    model.put("mayDecide", body.mayDecide());
    model.put("mayHandOver", body.mayHandOver());
    model.put("at", body.at());
    model.put("ended", body.ended() == null ? "" : body.ended());
    return signed.page(status, pages, "dispute", "/disputes/" + id, model);
  }

  private static Map<String, Object> line(SaidBody said) {
    return Map.of(
        "kind", said.kind(),
        "value", said.value(),
        "reason", said.reason(),
        "author", said.author(),
        "at", said.at());
  }
}
