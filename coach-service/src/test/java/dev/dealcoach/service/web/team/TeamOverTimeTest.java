package dev.dealcoach.service.web.team;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dealcoach.service.web.deals.RunningService;
import dev.dealcoach.service.web.deals.RunningService.Browser;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rep who changed teams is seen by the right manager for each date, by page and API. */
class TeamOverTimeTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final byte[] PROPOSAL =
      "# Proposal\n\nYou said: \"Our press stops eleven times a month.\"\n".getBytes(UTF_8);

  @TempDir static Path folder;
  private static RunningService service;
  private static Browser admin;

  @BeforeAll
  static void start() throws Exception {
    service = new RunningService(folder.resolve("data"));
    admin = service.signIn("admin");
  }

  @AfterAll
  static void stop() {
    if (service != null) {
      service.close();
    }
  }

  private static String account(String signIn) throws Exception {
    for (JsonNode each : service.json(admin, "/api/v1/accounts")) {
      if (each.get("signIn").asText().equals(signIn)) {
        return each.get("id").asText();
      }
    }
    throw new IllegalStateException(signIn);
  }

  private static String made(String path, String json) throws Exception {
    HttpResponse<String> answer = service.post(admin, path, json, null);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return JSON.readTree(answer.body()).get("id").asText();
  }

  private static String handIn(Browser rep, String deal, String name) throws Exception {
    HttpResponse<String> taken = service.handIn(rep, deal, name, PROPOSAL, null);
    assertThat(taken.statusCode()).as(taken.body()).isEqualTo(201);
    service.events(rep, deal);
    return JSON.readTree(taken.body()).get("id").asText();
  }

  @Test
  void everyManagerSeesWhatWasDoneInTheOwnTeams() throws Exception {
    Browser zhou = service.signIn("zhou");
    String deal =
        JSON.readTree(
                service
                    .post(zhou, "/api/v1/deals", "{\"customer\":\"C\",\"title\":\"T\"}", null)
                    .body())
            .get("id")
            .asText();
    String early = handIn(zhou, deal, "early.md");

    String sales = "";
    for (JsonNode each : service.json(admin, "/api/v1/teams")) {
      if (each.get("parent").isNull()) {
        sales = each.get("id").asText();
      }
    }
    String north = made("/api/v1/teams", "{\"name\":\"North\",\"parent\":\"" + sales + "\"}");
    String mei =
        made(
            "/api/v1/accounts",
            "{\"signIn\":\"mei\",\"name\":\"Mei\",\"role\":\"manager\",\"password\":\""
                + RunningService.PASSWORD
                + "\"}");
    made(
        "/api/v1/teams/" + north + "/members",
        "{\"account\":\"" + mei + "\",\"leads\":true,\"since\":\"2020-01-01T00:00:00Z\"}");
    String rep = account("zhou");
    made("/api/v1/accounts/" + rep + "/team", "{\"team\":\"" + north + "\"}");
    String late = handIn(zhou, deal, "late.md");

    Browser before = service.signIn("shen");
    Browser after = service.signIn("mei");
    Browser above = service.signIn("gu");
    for (String path : List.of("/api/v1/reviews/%s", "/deals/" + deal + "/reviews/%s")) {
      assertThat(status(before, path.formatted(early))).isEqualTo(200);
      assertThat(status(before, path.formatted(late))).isEqualTo(404);
      assertThat(status(after, path.formatted(early))).isEqualTo(404);
      assertThat(status(after, path.formatted(late))).isEqualTo(200);
      assertThat(status(above, path.formatted(early))).isEqualTo(200);
      assertThat(status(above, path.formatted(late))).isEqualTo(200);
    }
    String page = "/team/people/" + rep;
    assertThat(service.get(before, page).body()).contains("early.md").doesNotContain("late.md");
    assertThat(service.get(after, page).body()).contains("late.md").doesNotContain("early.md");
    assertThat(service.get(above, page).body()).contains("early.md", "late.md");
    String reviews = "/api/v1/team/people/" + rep + "/reviews";
    assertThat(names(before, reviews)).containsExactly("early.md");
    assertThat(names(after, reviews)).containsExactly("late.md");
    assertThat(names(above, reviews)).containsExactly("late.md", "early.md");
    // who left is still named, with what was done here
    JsonNode team = service.json(before, "/api/v1/team");
    assertThat(team.get("former").findValuesAsText("name")).containsExactly("周以宁");
    assertThat(service.json(after, "/api/v1/team").get("teams").findValuesAsText("name"))
        .containsExactly("North", "周以宁");

    // somebody who was never here is not there, and the log has it
    String hart = account("hart");
    assertThat(status(before, "/team/people/" + hart)).isEqualTo(404);
    assertThat(status(before, "/api/v1/team/people/" + hart + "/reviews")).isEqualTo(404);
    List<String> log = new ArrayList<>();
    for (JsonNode each : service.json(admin, "/api/v1/audit?limit=200").get("items")) {
      if (each.get("kind").asText().equals("person")) {
        log.add(each.get("what").asText() + " " + each.get("subject").asText());
      }
    }
    assertThat(log).filteredOn(entry -> entry.equals("READ " + rep)).hasSize(6);
    assertThat(log).filteredOn(entry -> entry.equals("REFUSED " + hart)).hasSize(2);
  }

  private static List<String> names(Browser browser, String path) throws Exception {
    return service.json(browser, path).get("items").findValuesAsText("fileName");
  }

  private static int status(Browser browser, String path) throws Exception {
    return service.get(browser, path).statusCode();
  }

  @Test
  void fromTheTeamsAReviewIsTwoClicksAway() throws Exception {
    Browser shen = service.signIn("shen");
    Browser lin = service.signIn("lin");
    String deal = service.json(lin, "/api/v1/reviews").at("/items/0/deal").asText();
    service.events(lin, deal);
    String rep = account("lin");
    assertThat(service.page(shen, "/team").body()).contains("href=\"/team/people/" + rep + "\"");
    String review = service.json(lin, "/api/v1/reviews").at("/items/0/id").asText();
    assertThat(service.page(shen, "/team/people/" + rep).body())
        .contains("href=\"/deals/" + deal + "/reviews/" + review + "\"");
  }

  @Test
  void aPeriodThatIsNotOfferedIsRefused() throws Exception {
    Browser shen = service.signIn("shen");
    assertThat(status(shen, "/team?days=12345")).isEqualTo(400);
    assertThat(status(shen, "/api/v1/team?days=-1")).isEqualTo(400);
    assertThat(status(shen, "/team?days=365")).isEqualTo(200);
  }
}
