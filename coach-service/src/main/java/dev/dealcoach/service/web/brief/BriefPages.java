package dev.dealcoach.service.web.brief;

import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.service.access.Allowed;
import dev.dealcoach.service.account.Viewer;
import dev.dealcoach.service.people.Role;
import dev.dealcoach.service.people.TeamTree;
import dev.dealcoach.service.web.Pages;
import dev.dealcoach.service.web.account.Signed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The page of the weekly brief. */
@Path("/brief")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@Allowed(Role.MANAGER)
public final class BriefPages {
  private static final int DEEPEST_SHOWN = 3;

  private final BriefDesk desk;
  private final Pages pages;

  public BriefPages(BriefDesk desk, Pages pages) {
    this.desk = desk;
    this.pages = pages;
  }

  /**
   * The brief of a team's week.
   *
   * @param team without it, the first that the viewer leads
   * @param week any day of it; without it, the last week that is over
   */
  @GET
  public Response brief(
      @QueryParam("team") @DefaultValue("") String team,
      @QueryParam("week") @DefaultValue("") String week,
      @BeanParam Signed signed) {
    Viewer viewer = signed.viewer();
    Language language = signed.language();
    LocalDate monday = desk.week(week);
    List<TeamTree.Branch> teams = desk.teams(viewer);
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("teams", teams.stream().map(BriefPages::line).toList());
    String path = "/brief";
    if (team.isBlank() && teams.isEmpty()) {
      model.put("team", "");
    } else {
      UUID id = team.isBlank() ? teams.getFirst().team().id() : id(team);
      model.put("team", id.toString());
      model.put("brief", desk.brief(viewer, id, monday, "brief", language));
      path = "/brief?team=" + id + "&week=" + monday;
    }
    model.put("week", monday.toString());
    model.put("before", monday.minusWeeks(1).toString());
    model.put("after", monday.isBefore(desk.thisWeek()) ? monday.plusWeeks(1).toString() : "");
    return signed.page(pages, "brief", path, model);
  }

  private static UUID id(String text) {
    try {
      return UUID.fromString(text.strip());
    } catch (IllegalArgumentException e) {
      throw new NotFoundException(e);
    }
  }

  private static Map<String, Object> line(TeamTree.Branch branch) {
    return Map.of(
        "id",
        branch.team().id().toString(),
        "name",
        "\u2003".repeat(Math.min(branch.depth(), DEEPEST_SHOWN)) + branch.team().name());
  }
}
