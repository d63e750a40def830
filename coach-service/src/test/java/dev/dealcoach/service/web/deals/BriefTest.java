package dev.dealcoach.service.web.deals;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dealcoach.service.web.deals.RunningService.Browser;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is learned together, asked for by program: who gets it, and that all forms say the same. */
class BriefTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir static Path folder;
  private static RunningService service;
  private static Browser shen;
  private static Browser reed;
  private static Browser gu;
  private static Browser lin;
  private static String east;

  @BeforeAll
  static void start() throws Exception {
    service = new RunningService(folder.resolve("data"));
    service.sampled();
    shen = service.signIn("shen");
    reed = service.signIn("reed");
    gu = service.signIn("gu");
    lin = service.signIn("lin");
    east = service.json(shen, "/api/v1/team").at("/teams/0/id").asText();
  }

  @AfterAll
  static void stop() {
    if (service != null) {
      service.close();
    }
  }

  private static int status(Browser who, String path) throws Exception {
    return service.get(who, path).statusCode();
  }

  private static String squeezed(String text) {
    return text.replaceAll("\\s+", "");
  }

  private static String pdf(Browser who, String path) throws Exception {
    HttpResponse<byte[]> answer =
        service.client.send(service.request(who, path).build(), BodyHandlers.ofByteArray());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/pdf");
    try (PDDocument document = Loader.loadPDF(answer.body())) {
      String title = document.getDocumentInformation().getTitle();
      PDFTextStripper stripper = new PDFTextStripper();
      StringBuilder all = new StringBuilder();
      for (int page = 1; page <= document.getNumberOfPages(); page++) {
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        String text = squeezed(stripper.getText(document));
        // a sentence may go on over the page, and over what stands at its foot
        String foot = squeezed(title + page + "/" + document.getNumberOfPages());
        assertThat(text).endsWith(foot);
        all.append(text, 0, text.length() - foot.length());
      }
      return all.toString();
    }
  }

  /** What a page says, without its tags. */
  private static String page(Browser who, String path) throws Exception {
    return squeezed(
        service
            .get(who, path)
            .body()
            .replaceAll("<[^>]*>", "")
            .replace("&quot;", "\"")
            .replace("&#39;", "'")
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&amp;", "&"));
  }

  private static List<String> sentences(JsonNode brief) {
    List<String> all = new ArrayList<>();
    for (String each : List.of("title", "period", "answer")) {
      all.add(brief.get(each).asText());
    }
    for (JsonNode rep : brief.get("reps")) {
      all.add(rep.get("name").asText());
      all.add(rep.at("/discovery/text").asText());
      all.add(rep.at("/rate/text").asText());
      all.add(rep.get("gold").asText());
    }
    for (JsonNode gap : brief.get("gaps")) {
      all.add(gap.get("name").asText());
      all.add(gap.get("often").asText());
      all.add(gap.get("advice").asText());
      all.add(gap.at("/example/text").asText(""));
      all.add(gap.at("/example/why").asText(""));
    }
    for (JsonNode task : brief.get("tasks")) {
      all.add(task.get("title").asText());
      all.add(task.get("text").asText());
    }
    brief.get("points").forEach(point -> all.add(point.asText()));
    return all.stream().map(BriefTest::squeezed).filter(each -> !each.isEmpty()).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  void pageAndPaperSayTheSame(String language) throws Exception {
    JsonNode brief = service.json(shen, "/api/v1/teams/" + east + "/brief?lang=" + language);
    assertThat(brief.get("reps")).hasSize(2);
    assertThat(brief.get("gaps")).isNotEmpty();
    assertThat(brief.get("tasks")).isNotEmpty();
    List<String> sentences = sentences(brief);
    assertThat(pdf(shen, "/api/v1/teams/" + east + "/brief/pdf?lang=" + language))
        .contains(sentences);
    assertThat(page(shen, "/brief?team=" + east + "&lang=" + language)).contains(sentences);
    // once more: the same
    assertThat(service.json(shen, "/api/v1/teams/" + east + "/brief?lang=" + language))
        .isEqualTo(brief);
    assertThat(service.json(gu, "/api/v1/teams/" + east + "/brief?lang=" + language))
        .isEqualTo(brief);
  }

  @Test
  void onlyWhoLeadsTheTeamGetsIt() throws Exception {
    for (String path :
        List.of(
            "/brief?team=" + east,
            "/api/v1/teams/" + east + "/brief",
            "/api/v1/teams/" + east + "/brief/pdf")) {
      assertThat(status(shen, path)).as(path).isEqualTo(200);
      assertThat(status(gu, path)).as(path).isEqualTo(200);
      assertThat(status(reed, path)).as(path).isEqualTo(404);
      assertThat(status(lin, path)).as(path).isEqualTo(403);
    }
    Browser admin = service.signIn("admin");
    String log = service.get(admin, "/api/v1/audit?limit=200").body().toLowerCase(Locale.ROOT);
    assertThat(log).contains("brief.pdf", east);
    assertThat(status(shen, "/brief?week=never")).isEqualTo(400);
    assertThat(status(shen, "/brief?week=" + LocalDate.now(ZoneId.systemDefault()).plusDays(30)))
        .isEqualTo(400);
    assertThat(status(shen, "/brief?team=" + UUID.randomUUID())).isEqualTo(404);
  }

  @Test
  void aTaskGoesFromOneToTheOtherAndBack() throws Exception {
    String rep = service.json(lin, "/api/v1/me").get("id").asText();
    String body =
        "{\"owner\":\"%s\",\"title\":\"call Mr Duan\",\"doneWhen\":\"a date\",\"due\":\"%s\"}"
            .formatted(rep, LocalDate.now(ZoneId.systemDefault()).plusDays(9));
    HttpResponse<String> made = service.post(shen, "/api/v1/tasks", body, "call-duan");
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    String id = JSON.readTree(made.body()).get("id").asText();
    assertThat(service.post(shen, "/api/v1/tasks", body, "call-duan").body())
        .isEqualTo(made.body());
    // somebody else's person, a rep, a day that is past, a page that tasks do not come from
    assertThat(service.post(reed, "/api/v1/tasks", body, null).statusCode()).isEqualTo(404);
    assertThat(service.post(lin, "/api/v1/tasks", body, null).statusCode()).isEqualTo(403);
    for (String wrong :
        List.of(
            body.replace(
                LocalDate.now(ZoneId.systemDefault()).plusDays(9).toString(), "2020-01-01"),
            body.replace("a date", " "),
            body.replace("}", ",\"link\":\"https://elsewhere.example/\"}"))) {
      assertThat(service.post(shen, "/api/v1/tasks", wrong, null).statusCode()).isEqualTo(400);
    }
    assertThat(service.json(lin, "/api/v1/me/day").get("tasks").toString()).contains(id);
    assertThat(status(reed, "/api/v1/tasks/" + id)).isEqualTo(404);
    assertThat(status(reed, "/tasks/" + id)).isEqualTo(404);
    assertThat(status(gu, "/api/v1/tasks/" + id)).isEqualTo(200);

    assertThat(put(lin, id, "dropped")).isEqualTo(422);
    assertThat(put(reed, id, "dropped")).isEqualTo(404);
    assertThat(put(lin, id, "done")).isEqualTo(200);
    JsonNode done = service.json(shen, "/api/v1/tasks/" + id);
    assertThat(done.get("state").asText()).isEqualTo("done");
    assertThat(done.get("changedBy").asText()).isEqualTo("林晓舟");
    assertThat(service.json(shen, "/api/v1/notices").toString()).contains("task-done", id);
    assertThat(service.json(lin, "/api/v1/notices").toString()).contains("task-set", id);
    assertThat(service.json(lin, "/api/v1/tasks/ended").toString()).contains(id);
  }

  private static int put(Browser who, String task, String state) throws Exception {
    return service
        .client
        .send(
            service
                .request(who, "/api/v1/tasks/" + task + "/state")
                .header("Content-Type", "application/json")
                .header("X-CSRF-Token", who.csrf())
                .PUT(
                    java.net.http.HttpRequest.BodyPublishers.ofString(
                        "{\"state\":\"" + state + "\",\"note\":\"\"}"))
                .build(),
            BodyHandlers.ofString())
        .statusCode();
  }

  @Test
  void theBoardIsForTheWholeBranchTheWordsAreNot() throws Exception {
    for (Browser each : List.of(lin, shen, reed, gu)) {
      JsonNode boards = service.json(each, "/api/v1/honours");
      assertThat(boards).hasSize(1);
      assertThat(boards.at("/0/team").asText()).isEqualTo("销售部");
    }
    JsonNode top = service.json(gu, "/api/v1/honours").get(0);
    JsonNode below = service.json(lin, "/api/v1/honours").get(0);
    assertThat(below.get("repeated")).isEqualTo(top.get("repeated"));
    assertThat(below.get("praised")).hasSameSizeAs(top.get("praised"));
    for (int i = 0; i < below.get("praised").size(); i++) {
      JsonNode praise = below.get("praised").get(i);
      assertThat(praise.get("path")).isEqualTo(top.get("praised").get(i).get("path"));
      if (!praise.get("name").asText().equals("林晓舟")) {
        praise
            .get("steps")
            .forEach(
                step -> {
                  assertThat(step.get("link").asText()).isEmpty();
                  assertThat(step.get("sentence").asText()).isEmpty();
                });
      }
    }
    assertThat(status(lin, "/honours?month=2999-01")).isEqualTo(400);
  }

  @Test
  void aReplayIsOfTheTeamsThatOneLeads() throws Exception {
    JsonNode drawn = service.json(gu, "/api/v1/replays").get(0);
    assertThat(drawn.get("deals")).hasSize(5);
    assertThat(drawn.get("seed").asLong()).isEqualTo(20260301);
    String id = drawn.get("id").asText();
    assertThat(status(shen, "/api/v1/replays/" + id)).isEqualTo(404);
    assertThat(status(shen, "/replays/" + id)).isEqualTo(404);
    String month = drawn.get("month").asText();
    String root = drawn.get("team").asText();
    String again = "{\"team\":\"" + root + "\",\"month\":\"" + month + "\"}";
    assertThat(JSON.readTree(service.post(gu, "/api/v1/replays", again, null).body()).get("id"))
        .isEqualTo(drawn.get("id"));
    assertThat(service.post(shen, "/api/v1/replays", again, null).statusCode()).isEqualTo(404);

    String own = "{\"team\":\"" + east + "\",\"month\":\"" + month + "\"}";
    JsonNode mine = JSON.readTree(service.post(shen, "/api/v1/replays", own, null).body());
    for (JsonNode deal : mine.get("deals")) {
      assertThat(status(shen, "/deals/" + deal.get("id").asText())).isEqualTo(200);
    }
    String deal = drawn.at("/deals/0/id").asText();
    JsonNode events = service.json(gu, "/api/v1/replays/" + id + "/deals/" + deal);
    assertThat(events.get(events.size() - 1).get("kind").asText()).isEqualTo("won");
    assertThat(events.toString()).contains("\"turns\":[\"");
  }
}
