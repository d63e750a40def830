package dev.dealcoach.service.web.admin;

import dev.dealcoach.service.access.Allowed;
import dev.dealcoach.service.admin.Administration;
import dev.dealcoach.service.people.Account;
import dev.dealcoach.service.people.AccountStore;
import dev.dealcoach.service.people.Membership;
import dev.dealcoach.service.people.Role;
import dev.dealcoach.service.people.Team;
import dev.dealcoach.service.people.TeamStore;
import dev.dealcoach.service.people.TeamTree;
import dev.dealcoach.service.web.Pages;
import dev.dealcoach.service.web.account.Signed;
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
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** The tree of teams, and who is in them. */
@Path("/manage/teams")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@Allowed(Role.ADMIN)
public final class TeamTreePages {
  private static final int DEEPEST_SHOWN = 3;

  private final AccountStore accounts;
  private final TeamStore teams;
  private final Administration administration;
  private final Pages pages;
  private final InstantSource clock;

  public TeamTreePages(
      AccountStore accounts,
      TeamStore teams,
      Administration administration,
      Pages pages,
      InstantSource clock) {
    this.accounts = accounts;
    this.teams = teams;
    this.administration = administration;
    this.pages = pages;
    this.clock = clock;
  }

  /** Teams to choose from, in the order of the tree; the depth shows in the name. */
  static List<Map<String, Object>> choices(List<Team> all) {
    return TeamTree.of(all).branches().stream()
        .map(
            branch ->
                Map.<String, Object>of(
                    "id",
                    branch.team().id().toString(),
                    "name",
                    "\u2003".repeat(branch.depth()) + branch.team().name()))
        .toList();
  }

  /** The tree. */
  @GET
  public Response teams(
      @QueryParam("done") @DefaultValue("") String done, @BeanParam Signed signed) {
    return page(200, done, "", signed);
  }

  private Response page(int status, String done, String problem, Signed signed) {
    Instant now = clock.instant();
    Map<UUID, String> names =
        accounts.all().stream().collect(Collectors.toMap(Account::id, Account::name));
    List<Team> all = teams.all();
    Map<String, Object> model = new LinkedHashMap<>();
    model.put(
        "teams",
        TeamTree.of(all).branches().stream().map(branch -> line(branch, names, now)).toList());
    model.put("choices", choices(all));
    model.put("done", done);
    model.put("problem", problem);
    return signed.page(status, pages, "teams", "/manage/teams", model);
  }

  private Map<String, Object> line(TeamTree.Branch branch, Map<UUID, String> names, Instant now) {
    Team team = branch.team();
    List<Map<String, Object>> people =
        teams.in(team.id()).stream()
            .filter(each -> each.at(now))
            .sorted(
                java.util.Comparator.comparing(Membership::leads)
                    .reversed()
                    .thenComparing(each -> names.getOrDefault(each.account(), "")))
            .map(
                each ->
                    Map.<String, Object>of(
                        "id",
                        each.account().toString(),
                        "name",
                        names.getOrDefault(each.account(), ""),
                        "leads",
                        each.leads(),
                        "since",
                        each.since().toString()))
            .toList();
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("id", team.id().toString());
    line.put("name", team.name());
    line.put("parent", team.parent() == null ? "" : team.parent().toString());
    line.put("depth", Math.min(branch.depth(), DEEPEST_SHOWN));
    line.put("people", people);
    return line;
  }

  /** Makes a team. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response newTeam(
      @FormParam("name") @DefaultValue("") String name,
      @FormParam("parent") @DefaultValue("") String parent,
      @BeanParam Signed signed) {
    return Shown.answer(
        administration.newTeam(signed.viewer(), name, Shown.id(parent)),
        "/manage/teams?done=team-created",
        problem -> page(422, "", problem, signed));
  }

  /** Gives a team another name or another place. */
  @POST
  @Path("{id}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response change(
      @PathParam("id") UUID id,
      @FormParam("name") @DefaultValue("") String name,
      @FormParam("parent") @DefaultValue("") String parent,
      @BeanParam Signed signed) {
    return Shown.answer(
        administration.changeTeam(signed.viewer(), id, name, Shown.id(parent)),
        "/manage/teams?done=team-changed",
        problem -> page(422, "", problem, signed));
  }
}
