package dev.dealcoach.service.web.replay;

import dev.dealcoach.service.access.Allowed;
import dev.dealcoach.service.account.Viewer;
import dev.dealcoach.service.deal.Deal;
import dev.dealcoach.service.people.Role;
import dev.dealcoach.service.replay.Replay;
import dev.dealcoach.service.replay.ReplayStore;
import dev.dealcoach.service.web.Messages;
import dev.dealcoach.service.web.Pages;
import dev.dealcoach.service.web.account.Signed;
import dev.dealcoach.service.web.replay.ReplayBodies.ActionBody;
import dev.dealcoach.service.web.replay.ReplayBodies.EventBody;
import dev.dealcoach.service.web.replay.ReplayBodies.MarkBody;
import jakarta.ws.rs.BadRequestException;
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
  public Response replays(@BeanParam Signed signed) {
    Viewer viewer = signed.viewer();
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
    return signed.page(pages, "replays", "/replays", model);
  }

  /** Draws a team's deals of a month. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response draw(
      @FormParam("team") @DefaultValue("") String team,
      @FormParam("month") @DefaultValue("") String month,
      @BeanParam Signed signed) {
    UUID wanted = id(team);
    if (wanted == null) {
      throw new BadRequestException();
    }
    return Pages.goTo("/replays/" + desk.draw(signed.viewer(), wanted, month));
  }

  /** A replay. */
  @GET
  @Path("{id}")
  public Response replay(
      @PathParam("id") UUID id,
      @QueryParam("done") @DefaultValue("") String done,
      @BeanParam Signed signed) {
    Viewer viewer = signed.viewer();
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
    return signed.page(pages, "replay", "/replays/" + id, model);
  }

  /** A deal of it, played back. */
  @GET
  @Path("{id}/deals/{deal}")
  public Response deal(
      @PathParam("id") UUID id, @PathParam("deal") UUID dealId, @BeanParam Signed signed) {
    Viewer viewer = signed.viewer();
    Replay replay = desk.replay(viewer, id);
    Deal deal = desk.deal(viewer, replay, dealId);
    Map<String, Object> model = of(replay);
    model.put("deal", dealId.toString());
    model.put("customer", deal.customerName());
    model.put("title", deal.title());
    model.put("owner", deal.ownerName());
    model.put(
        "events",
        wording.events(viewer, replay, deal, signed.language()).stream()
            .map(ReplayPages::line)
            .toList());
    int at = replay.deals().indexOf(dealId);
    model.put("before", at > 0 ? replay.deals().get(at - 1).toString() : "");
    model.put("after", at + 1 < replay.deals().size() ? replay.deals().get(at + 1).toString() : "");
    model.put("left", Integer.toString(ReplayStore.ACTIONS - desk.actions(replay).size()));
    return signed.page(pages, "replay-deal", "/replays/" + id + "/deals/" + dealId, model);
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
      @BeanParam Signed signed) {
    desk.mark(signed.viewer(), id, deal, event, note);
    return Pages.goTo("/replays/" + id + "/deals/" + deal);
  }

  /** Takes a mark of the viewer's own back. */
  @POST
  @Path("{id}/deals/{deal}/marks/{mark}/remove")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response unmark(
      @PathParam("id") UUID id,
      @PathParam("deal") UUID deal,
      @PathParam("mark") UUID mark,
      @BeanParam Signed signed) {
    desk.unmark(signed.viewer(), id, mark);
    return Pages.goTo("/replays/" + id + "/deals/" + deal);
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
      @BeanParam Signed signed) {
    boolean chosen = desk.choose(signed.viewer(), id, deal, id(contact), id(review), title, text);
    return Pages.goTo("/replays/" + id + "?done=" + (chosen ? "action-chosen" : "actions-full"));
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
}
