package dev.dealcoach.service.web.replay;

import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.service.access.Allowed;
import dev.dealcoach.service.account.Viewer;
import dev.dealcoach.service.deal.Deal;
import dev.dealcoach.service.people.Role;
import dev.dealcoach.service.replay.Replay;
import dev.dealcoach.service.replay.ReplayStore;
import dev.dealcoach.service.web.Messages;
import dev.dealcoach.service.web.Pages;
import dev.dealcoach.service.web.ReaderLanguage;
import dev.dealcoach.service.web.account.Gate;
import dev.dealcoach.service.web.account.Signed;
import dev.dealcoach.service.web.replay.ReplayBodies.ActionBody;
import dev.dealcoach.service.web.replay.ReplayBodies.EventBody;
import dev.dealcoach.service.web.replay.ReplayBodies.MarkBody;
import jakarta.ws.rs.BadRequestException;
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
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The pages of replays: all of them, one with its deals, a deal played back. */
@Path("/replays")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@Allowed(Role.MANAGER)
public final class ReplayPages {
  private static final int DEEPEST_SHOWN = 3;

  private final ReplayDesk desk;
  private final ReplayWording wording;
  private final Pages pages;

  public ReplayPages(ReplayDesk desk, Messages messages, Pages pages) {
    this.desk = desk;
    this.wording = new ReplayWording(desk, messages);
    this.pages = pages;
  }

  /** The replays of the viewer's teams. */
  @GET
  public Response replays(
      @Context ContainerRequestContext request,
      @Context UriInfo uri,
      @Context HttpHeaders headers) {
    Viewer viewer = Gate.viewer(request);
    Map<String, Object> model = new LinkedHashMap<>();
    model.put(
        "teams",
        desk.teams(viewer).stream()
            .map(
                branch ->
                    Map.of(
                        "id",
                        branch.team().id().toString(),
                        "name",
                        "\u2003".repeat(Math.min(branch.depth(), DEEPEST_SHOWN))
                            + branch.team().name()))
            .toList());
    model.put("month", desk.lastMonth().toString());
    model.put(
        "replays",
        desk.replays(viewer).stream()
            .map(
                replay ->
                    Map.of(
                        "id", replay.id().toString(),
                        "team", replay.teamName(),
                        "month", replay.month(),
                        "deals", Integer.toString(replay.deals().size())))
            .toList());
    return page("replays", "/replays", model, request, uri, headers);
  }

  /** Draws a team's deals of a month. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response draw(
      @FormParam("team") @DefaultValue("") String team,
      @FormParam("month") @DefaultValue("") String month,
      @Context ContainerRequestContext request) {
    UUID wanted = id(team);
    if (wanted == null) {
      throw new BadRequestException();
    }
    return to("/replays/" + desk.draw(Gate.viewer(request), wanted, month));
  }

  /** A replay. */
  @GET
  @Path("{id}")
  public Response replay(
      @PathParam("id") UUID id,
      @QueryParam("done") @DefaultValue("") String done,
      @Context ContainerRequestContext request,
      @Context UriInfo uri,
      @Context HttpHeaders headers) {
    Viewer viewer = Gate.viewer(request);
    Replay replay = desk.replay(viewer, id);
    ReplayBodies.ReplayBody body = wording.replay(viewer, replay);
    Map<String, Object> model = of(replay);
    model.put("pool", Integer.toString(replay.pool()));
    model.put("drawnBy", replay.drawnByName());
    model.put("at", replay.at().toString());
    model.put(
        "deals",
        body.deals().stream()
            .map(
                deal ->
                    Map.of(
                        "id", deal.id().toString(),
                        "customer", deal.customer(),
                        "title", deal.title(),
                        "owner", deal.ownerName()))
            .toList());
    model.put("actions", body.actions().stream().map(ReplayPages::line).toList());
    model.put("done", done);
    return page("replay", "/replays/" + id, model, request, uri, headers);
  }

  /** A deal of it, played back. */
  @GET
  @Path("{id}/deals/{deal}")
  public Response deal(
      @PathParam("id") UUID id,
      @PathParam("deal") UUID dealId,
      @Context ContainerRequestContext request,
      @Context UriInfo uri,
      @Context HttpHeaders headers) {
    Viewer viewer = Gate.viewer(request);
    Language language = ReaderLanguage.of(uri, headers);
    Replay replay = desk.replay(viewer, id);
    Deal deal = desk.deal(viewer, replay, dealId);
    Map<String, Object> model = of(replay);
    model.put("deal", dealId.toString());
    model.put("customer", deal.customerName());
    model.put("title", deal.title());
    model.put("owner", deal.ownerName());
    model.put(
        "events",
        wording.events(viewer, replay, deal, language).stream().map(ReplayPages::line).toList());
    int at = replay.deals().indexOf(dealId);
    model.put("before", at > 0 ? replay.deals().get(at - 1).toString() : "");
    model.put("after", at + 1 < replay.deals().size() ? replay.deals().get(at + 1).toString() : "");
    model.put("left", Integer.toString(ReplayStore.ACTIONS - desk.actions(replay).size()));
    return page("replay-deal", "/replays/" + id + "/deals/" + dealId, model, request, uri, headers);
  }

  /** Marks a turning point. */
  @POST
  @Path("{id}/deals/{deal}/marks")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response mark(
      @PathParam("id") UUID id,
      @PathParam("deal") UUID deal,
      @FormParam("event") @DefaultValue("") String event,
      @FormParam("note") @DefaultValue("") String note,
      @Context ContainerRequestContext request) {
    desk.mark(Gate.viewer(request), id, deal, event, note);
    return to("/replays/" + id + "/deals/" + deal);
  }

  /** Takes a mark of the viewer's own back. */
  @POST
  @Path("{id}/deals/{deal}/marks/{mark}/remove")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response unmark(
      @PathParam("id") UUID id,
      @PathParam("deal") UUID deal,
      @PathParam("mark") UUID mark,
      @Context ContainerRequestContext request) {
    desk.unmark(Gate.viewer(request), id, mark);
    return to("/replays/" + id + "/deals/" + deal);
  }

  /** Chooses an action for the TOP 3, and puts its passage before the trainers. */
  @POST
  @Path("{id}/deals/{deal}/actions")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response choose(
      @PathParam("id") UUID id,
      @PathParam("deal") UUID deal,
      @FormParam("contact") @DefaultValue("") String contact,
      @FormParam("review") @DefaultValue("") String review,
      @FormParam("title") @DefaultValue("") String title,
      @FormParam("text") @DefaultValue("") String text,
      @Context ContainerRequestContext request) {
    boolean chosen =
        desk.choose(Gate.viewer(request), id, deal, id(contact), id(review), title, text);
    return to("/replays/" + id + "?done=" + (chosen ? "action-chosen" : "actions-full"));
  }

  private static Map<String, Object> of(Replay replay) {
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("id", replay.id().toString());
    model.put("team", replay.teamName());
    model.put("month", replay.month());
    model.put("seed", Long.toString(replay.seed()));
    return model;
  }

  private static Map<String, Object> line(ActionBody action) {
    return Map.of(
        "title", action.title(),
        "link", action.link(),
        "by", action.chosenBy(),
        "state", action.state());
  }

  private static Map<String, Object> line(EventBody event) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("key", event.key());
    line.put("id", event.key().substring(event.key().indexOf(':') + 1));
    line.put("kind", event.kind());
    line.put("at", event.at());
    line.put("score", event.score() == null ? -1 : event.score());
    line.put("machine", event.machineScore() == null ? "" : event.machineScore().toString());
    line.put("title", event.title());
    line.put("text", event.text());
    line.put("link", event.link());
    line.put("turns", event.turns());
    line.put("marks", event.marks().stream().map(ReplayPages::line).toList());
    return line;
  }

  private static Map<String, Object> line(MarkBody mark) {
    return Map.of(
        "id", mark.id().toString(),
        "author", mark.author(),
        "note", mark.note(),
        "mine", mark.mine());
  }

  private static @Nullable UUID id(String text) {
    if (text.isBlank()) {
      return null;
    }
    try {
      return UUID.fromString(text.strip());
    } catch (IllegalArgumentException e) {
      throw new NotFoundException(e);
    }
  }

  private static Response to(String path) {
    return Response.seeOther(URI.create(path)).build();
  }

  private Response page(
      String name,
      String path,
      Map<String, Object> model,
      ContainerRequestContext request,
      UriInfo uri,
      HttpHeaders headers) {
    return Signed.page(
        200, pages, name, path, ReaderLanguage.of(uri, headers), Gate.viewer(request), model, uri);
  }
}
