package dev.dealcoach.service.web.alerts;

import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.service.access.Allowed;
import dev.dealcoach.service.account.Viewer;
import dev.dealcoach.service.alert.AlertStore;
import dev.dealcoach.service.people.Role;
import dev.dealcoach.service.request.Page;
import dev.dealcoach.service.request.PageRequest;
import dev.dealcoach.service.web.Pages;
import dev.dealcoach.service.web.account.Signed;
import dev.dealcoach.service.web.alerts.AlertBodies.AlertBody;
import dev.dealcoach.service.web.alerts.AlertBodies.AlertLine;
import dev.dealcoach.service.web.alerts.AlertBodies.UncoveredBody;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The inbox: who needs help, with the questions and examples that do. */
@Path("/alerts")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@Allowed({Role.REP, Role.MANAGER})
public final class AlertPages {
  private final Inbox inbox;
  private final Pages pages;

  public AlertPages(Inbox inbox, Pages pages) {
    this.inbox = inbox;
    this.pages = pages;
  }

  /** The alerts. */
  @GET
  public Response alerts(
      @QueryParam("state") @DefaultValue("open") String state,
      @QueryParam("after") @Nullable String after,
      @BeanParam Signed signed) {
    Viewer viewer = signed.viewer();
    Language language = signed.language();
    AlertStore.Shelf shelf = AlertStore.Shelf.ofId(state).orElseThrow(BadRequestException::new);
    Page<AlertLine> page;
    try {
      page = inbox.list(viewer, shelf, new PageRequest(PageRequest.USUAL, after), language);
    } catch (IllegalArgumentException e) {
      throw new BadRequestException(e);
    }
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("state", shelf.id());
    model.put("waiting", inbox.waiting(viewer));
    model.put("alerts", page.items().stream().map(AlertPages::line).toList());
    model.put("next", page.next() == null ? "" : page.next());
    model.put("today", viewer.role() == Role.MANAGER ? inbox.today().toString() : "");
    String path = "/alerts?state=" + shelf.id();
    return signed.page(pages, "alerts", path, model);
  }

  /** One alert. */
  @GET
  @Path("{id}")
  public Response alert(
      @PathParam("id") UUID id,
      @QueryParam("done") @DefaultValue("") String done,
      @BeanParam Signed signed) {
    return page(200, id, done, "", signed);
  }

  /** The viewer knows of it. */
  @POST
  @Path("{id}/acknowledge")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response acknowledge(@PathParam("id") UUID id, @BeanParam Signed signed) {
    inbox.acknowledge(signed.viewer(), id);
    return Response.seeOther(URI.create("/alerts/" + id + "?done=acknowledged")).build();
  }

  /** Somebody looks after it from now on. */
  @POST
  @Path("{id}/assign")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response assign(
      @PathParam("id") UUID id,
      @FormParam("assignee") @DefaultValue("") String assignee,
      @FormParam("due") @DefaultValue("") String due,
      @FormParam("note") @DefaultValue("") String note,
      @BeanParam Signed signed) {
    Inbox.Assigned assigned;
    try {
      UUID who = assignee.isBlank() ? null : UUID.fromString(assignee.strip());
      LocalDate day = due.isBlank() ? null : LocalDate.parse(due.strip());
      assigned = inbox.assign(signed.viewer(), id, who, day, note);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new BadRequestException(e);
    }
    return switch (assigned) {
      case DONE -> Response.seeOther(URI.create("/alerts/" + id + "?done=assigned")).build();
      case REFUSED -> page(422, id, "", "problem.assignment", signed);
    };
  }

  /** What the viewer's own team did not cover, as the digest of a day tells it. */
  @GET
  @Path("digest/{day}")
  @Allowed(Role.MANAGER)
  public Response digest(@PathParam("day") String text, @BeanParam Signed signed) {
    Viewer viewer = signed.viewer();
    LocalDate day = AlertResource.day(text);
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("day", day.toString());
    model.put("contacts", inbox.digest(viewer, day).stream().map(AlertPages::line).toList());
    return signed.page(pages, "digest", "/alerts/digest/" + day, model);
  }

  private Response page(int status, UUID id, String done, String problem, Signed signed) {
    Viewer viewer = signed.viewer();
    Language language = signed.language();
    AlertBody body = inbox.alert(viewer, id, language);
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("alert", line(body.alert()));
    model.put(
        "days",
        body.days().stream()
            .map(each -> Map.of("day", each.day(), "figure", each.figure()))
            .toList());
    model.put(
        "questions",
        body.questions().stream()
            .map(
                each ->
                    Map.of(
                        "item", each.item(),
                        "why", each.why(),
                        "ask", each.ask(),
                        "missing", each.missing(),
                        "partial", each.partial()))
            .toList());
    model.put(
        "examples",
        body.examples().stream()
            .map(
                each ->
                    Map.of(
                        "link", each.link(),
                        "item", each.item(),
                        "text", each.text(),
                        "language", each.language(),
                        "seller", each.seller()))
            .toList());
    model.put(
        "places",
        body.places().stream()
            .map(
                each ->
                    Map.of(
                        "link", each.link(),
                        "customer", each.customer(),
                        "held", each.held(),
                        "score", each.score() == null ? "" : each.score().toString(),
                        "machine", machine(each.machineScore())))
            .toList());
    model.put(
        "assignees",
        body.assignees().stream()
            .map(each -> Map.of("id", each.id().toString(), "name", each.name()))
            .toList());
    model.put("today", inbox.today().toString());
    model.put("done", done);
    model.put("problem", problem);
    return signed.page(status, pages, "alert", "/alerts/" + id, model);
  }

  private static Map<String, Object> line(AlertLine alert) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("id", alert.id().toString());
    line.put("kind", alert.kind());
    line.put("sentence", alert.sentence());
    line.put("account", alert.account().toString());
    line.put("name", alert.accountName());
    line.put("own", alert.own());
    line.put("at", alert.at());
    line.put("acknowledged", alert.acknowledged());
    line.put("closed", text(alert.closed()));
    line.put("closing", text(alert.closing()));
    line.put("assignee", text(alert.assignee()));
    line.put("assigneeName", text(alert.assigneeName()));
    line.put("due", text(alert.due()));
    line.put("note", text(alert.note()));
    return line;
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }

  private static String machine(@Nullable Integer score) {
    return score == null ? "" : score.toString();
  }

  private static Map<String, Object> line(UncoveredBody each) {
    return Map.of(
        "link", each.link(),
        "name", each.repName(),
        "customer", each.customer(),
        "held", each.held(),
        "score", Integer.toString(each.score()),
        "machine", machine(each.machineScore()),
        "missing", List.copyOf(each.missing()),
        "partial", List.copyOf(each.partial()));
  }
}
