package dev.dealcoach.service.web.team;

import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.service.access.Allowed;
import dev.dealcoach.service.account.Viewer;
import dev.dealcoach.service.figure.Figures;
import dev.dealcoach.service.figure.Lights;
import dev.dealcoach.service.people.Role;
import dev.dealcoach.service.web.Pages;
import dev.dealcoach.service.web.account.Signed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A manager's teams at one glance. From here a person's evidence is two clicks away. */
@Path("/team")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@Allowed(Role.MANAGER)
public final class TeamPages {
  /** How many people a page of the table has. */
  private static final int PAGE = 50;

  private final Overview overview;
  private final Figures figures;
  private final Pages pages;

  TeamPages(Overview overview, Figures figures, Pages pages) {
    this.overview = overview;
    this.figures = figures;
    this.pages = pages;
  }

  /** The teams. */
  @GET
  public Response team(
      @QueryParam("days") @DefaultValue("30") int days,
      @QueryParam("team") @DefaultValue("") String team,
      @QueryParam("light") @DefaultValue("") String light,
      @QueryParam("name") @DefaultValue("") String name,
      @QueryParam("order") @DefaultValue("help") String order,
      @QueryParam("from") @DefaultValue("0") int from,
      @BeanParam Signed signed) {
    Viewer viewer = signed.viewer();
    Language language = signed.language();
    Choice choice = new Choice(days, team, light, name, order);
    Overview.Whole whole = overview.of(viewer, days, language);
    List<Choice.Line> lines = choice.of(whole);
    int begin = Math.clamp(from, 0, lines.size());
    int end = Math.min(begin + PAGE, lines.size());

    Map<String, Object> model = new LinkedHashMap<>();
    model.put("days", Integer.toString(choice.days()));
    model.put(
        "periods",
        Period.OFFERED.stream()
            .map(
                each ->
                    Map.of(
                        "days",
                        each.toString(),
                        "address",
                        "/team?" + choice.with("days", each.toString())))
            .toList());
    model.put("chosenTeam", choice.team());
    model.put("chosenLight", choice.light());
    model.put("chosenName", choice.name());
    model.put("chosenOrder", choice.order());
    model.put("orders", Choice.ORDERS);
    model.put("export", "/api/v1/team/export?" + choice.with("format", "") + "&format=");
    model.put("people", Integer.toString(whole.people()));
    model.put("summaries", Integer.toString(whole.summaries()));
    model.put("discovery", Shown.number(whole.discovery(), 0, 1));
    model.put("reviews", Integer.toString(whole.reviews()));
    model.put("gold", Shown.number(whole.gold(), 1, 1));
    model.put("lines", lines.subList(begin, end).stream().map(TeamPages::line).toList());
    model.put("all", Integer.toString(lines.size()));
    model.put("earlier", begin == 0 ? "" : page(choice, Math.max(0, begin - PAGE)));
    model.put("later", end == lines.size() ? "" : page(choice, end));
    model.put("teams", whole.teams().stream().map(TeamPages::team).toList());
    model.put("scores", scores(whole));
    model.put("spans", Shown.spans(whole.spans()));
    model.put("byMonth", choice.days() > 90);
    model.put("first", whole.first().stream().map(TeamPages::first).toList());
    model.put("thresholds", thresholds(figures.lights()));
    String path = "/team?" + choice.with("from", begin == 0 ? "" : Integer.toString(begin));
    return signed.page(pages, "team", path, model);
  }

  private static String page(Choice choice, int from) {
    return "/team?" + choice.with("from", Integer.toString(from));
  }

  static Map<String, String> thresholds(Lights lights) {
    return Map.of(
        "red", Shown.number(lights.discoveryRed(), 0, 1),
        "green", Shown.number(lights.discoveryGreen(), 0, 1),
        "rateRed", Shown.number(lights.rateRed(), 0, 1),
        "rateGreen", Shown.number(lights.rateGreen(), 0, 1));
  }

  private static Map<String, Object> line(Choice.Line line) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("address", "/team/people/" + line.person().id());
    shown.put("name", line.person().name());
    shown.put("leads", line.person().leads());
    shown.put("teams", line.teams());
    shown.put("figures", Shown.four(line.person().figures()));
    shown.put("improved", Shown.improved(line.person().improvement()));
    return shown;
  }

  private static Map<String, Object> team(Overview.Group group) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("id", group.id().toString());
    shown.put("name", group.name());
    shown.put("depth", Math.min(group.depth(), 3));
    shown.put("people", Integer.toString(group.people().size()));
    shown.put("shares", Shown.shares(group.items()));
    shown.put("summaries", Integer.toString(group.items().getFirst().of()));
    shown.put("missed", Shown.missed(group.missed()));
    return shown;
  }

  private static List<Map<String, String>> scores(Overview.Whole whole) {
    List<Integer> scores = whole.scores();
    return IntStream.range(0, scores.size())
        .mapToObj(
            i ->
                Map.of(
                    "points",
                    i == scores.size() - 1
                        ? "100"
                        : i * Overview.BAR + "–" + (i * Overview.BAR + Overview.BAR - 1),
                    "count",
                    scores.get(i).toString()))
        .toList();
  }

  private static Map<String, Object> first(Overview.First each) {
    return Map.of(
        "name", each.name(),
        "address", "/deals/" + each.deal() + "/reviews/" + each.review(),
        "handedIn", each.handedIn(),
        "gold", each.gold(),
        "machine", each.machineGold() == null ? "" : each.machineGold().toString());
  }
}
