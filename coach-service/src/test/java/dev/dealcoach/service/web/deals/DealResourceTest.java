package dev.dealcoach.service.web.deals;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dealcoach.service.json.ScanSchema;
import dev.dealcoach.service.web.deals.RunningService.Browser;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Deals, uploads and kept reviews over HTTP, on the real service. */
class DealResourceTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final byte[] PROPOSAL =
      "# Proposal\n\nYou said: \"Our press stops eleven times a month.\"\n".getBytes(UTF_8);

  @TempDir static Path folder;
  private static RunningService service;
  private static Browser lin;

  @BeforeAll
  static void start() throws Exception {
    service = new RunningService(folder.resolve("data"));
    lin = service.signIn("lin");
  }

  @AfterAll
  static void stop() {
    if (service != null) {
      service.close();
    }
  }

  private static String newDeal(Browser browser, String title) throws Exception {
    HttpResponse<String> answer =
        service.post(
            browser, "/api/v1/deals", "{\"customer\":\"C\",\"title\":\"" + title + "\"}", null);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return JSON.readTree(answer.body()).get("id").asText();
  }

  @Test
  void aProposalIsReviewedWithWhatTheCustomerSaid() throws Exception {
    String deal = newDeal(lin, "whole way");
    HttpResponse<String> said =
        service.post(
            lin,
            "/api/v1/deals/" + deal + "/statements",
            "{\"statements\":[\"Our press stops eleven times a month.\"]}",
            null);
    assertThat(said.statusCode()).as(said.body()).isEqualTo(201);
    byte[] pdf = Files.readAllBytes(Path.of("src/main/assembly/rehearsal/01.pdf"));
    HttpResponse<String> taken = service.handIn(lin, deal, "../方案 😀.pdf", pdf, null);
    assertThat(taken.statusCode()).as(taken.body()).isEqualTo(201);
    String review = taken.headers().firstValue("Location").orElseThrow().replaceAll(".*/", "");
    assertThat(service.events(lin, deal)).contains("\"state\":\"done\"");

    JsonNode body = service.json(lin, "/api/v1/reviews/" + review);
    assertThat(body.get("state").asText()).isEqualTo("done");
    assertThat(body.get("name").asText()).isEqualTo("方案 😀.pdf");
    assertThat(body.get("statements").get(0).asText()).startsWith("Our press");
    assertThat(body.get("blocks")).isNotEmpty();
    ScanSchema.assertValid(service.get(lin, "/api/v1/reviews/" + review + "/report.json").body());
    for (String part : new String[] {"/document", "/annotated"}) {
      HttpResponse<byte[]> file =
          service.client.send(
              service.request(lin, "/api/v1/reviews/" + review + part).build(),
              BodyHandlers.ofByteArray());
      assertThat(file.statusCode()).as(part).isEqualTo(200);
      assertThat(new String(file.body(), 0, 5, UTF_8)).as(part).isEqualTo("%PDF-");
    }
    assertThat(service.get(lin, "/deals/" + deal + "/reviews/" + review).statusCode())
        .isEqualTo(200);
    assertThat(service.get(lin, "/deals/" + deal).body()).contains("方案 😀.pdf");
  }

  @Test
  void whatCannotBeReadIsRefusedWithAReason() throws Exception {
    String deal = newDeal(lin, "unreadable");
    String review =
        JSON.readTree(service.handIn(lin, deal, "empty.txt", new byte[0], null).body())
            .get("id")
            .asText();
    service.events(lin, deal);
    HttpResponse<String> answer = service.get(lin, "/api/v1/reviews/" + review);
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/problem+json");
    assertThat(answer.body()).contains("urn:dealcoach:problem:empty");
  }

  @Test
  void theSameRequestUnderTheSameKeyCreatesOnce() throws Exception {
    String body = "{\"customer\":\"C\",\"title\":\"once\"}";
    String first = service.post(lin, "/api/v1/deals", body, "k1").body();
    assertThat(service.post(lin, "/api/v1/deals", body, "k1").body()).isEqualTo(first);
    HttpResponse<String> other =
        service.post(lin, "/api/v1/deals", body.replace("once", "twice"), "k1");
    assertThat(other.statusCode()).isEqualTo(422);
    assertThat(other.body()).contains("urn:dealcoach:problem:key-taken");

    String deal = JSON.readTree(first).get("id").asText();
    String upload = service.handIn(lin, deal, "p.md", PROPOSAL, "k2").body();
    String again = service.handIn(lin, deal, "p.md", PROPOSAL, "k2").body();
    assertThat(JSON.readTree(again).get("id")).isEqualTo(JSON.readTree(upload).get("id"));
    assertThat(service.json(lin, "/api/v1/deals/" + deal + "/reviews")).hasSize(1);
  }

  @Test
  void anothersReviewIsNotThereAndTheLogHasIt() throws Exception {
    String deal = newDeal(lin, "mine");
    String review =
        JSON.readTree(service.handIn(lin, deal, "p.md", PROPOSAL, null).body()).get("id").asText();
    service.events(lin, deal);
    Browser zhou = service.signIn("zhou");
    for (String path :
        List.of(
            "/deals/" + deal,
            "/deals/" + deal + "/reviews/" + review,
            "/api/v1/deals/" + deal,
            "/api/v1/deals/" + deal + "/reviews",
            "/api/v1/deals/" + deal + "/events",
            "/api/v1/reviews/" + review,
            "/api/v1/reviews/" + review + "/document",
            "/api/v1/reviews/" + review + "/annotated",
            "/api/v1/reviews/" + review + "/report.json")) {
      assertThat(service.get(zhou, path).statusCode()).as(path).isEqualTo(404);
    }
    assertThat(service.handIn(zhou, deal, "p.md", PROPOSAL, null).statusCode()).isEqualTo(404);
    // the manager of the team sees it, and the log has that too
    Browser shen = service.signIn("shen");
    assertThat(service.get(shen, "/api/v1/reviews/" + review).statusCode()).isEqualTo(200);
    assertThat(service.handIn(shen, deal, "p.md", PROPOSAL, null).statusCode()).isEqualTo(404);

    List<String> log = new ArrayList<>();
    service
        .json(service.signIn("admin"), "/api/v1/audit?limit=200")
        .get("items")
        .forEach(
            entry -> {
              if (entry.get("subject").asText().equals(review)) {
                log.add(entry.get("what").asText() + " " + entry.get("detail").asText());
              }
            });
    assertThat(log)
        .contains("REFUSED document", "REFUSED report", "REFUSED page", "REFUSED annotated")
        .contains("READ report")
        .doesNotContain("READ document");
  }

  @Test
  void aProgramActsWithAToken() throws Exception {
    HttpResponse<String> made =
        service.post(lin, "/api/v1/me/tokens", "{\"name\":\"batch\"}", null);
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    String token = JSON.readTree(made.body()).get("value").asText();
    HttpResponse<String> answer =
        service.client.send(
            service
                .request(Browser.NOBODY, "/api/v1/deals")
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"customer\":\"C\",\"title\":\"by token\"}"))
                .build(),
            BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    assertThat(service.get(lin, "/api/v1/me/tokens").body()).doesNotContain(token);
    String id = JSON.readTree(made.body()).get("id").asText();
    service.client.send(
        service
            .request(lin, "/api/v1/me/tokens/" + id)
            .header("X-CSRF-Token", lin.csrf())
            .DELETE()
            .build(),
        BodyHandlers.ofString());
    HttpResponse<String> after =
        service.client.send(
            service
                .request(Browser.NOBODY, "/api/v1/deals")
                .header("Authorization", "Bearer " + token)
                .build(),
            BodyHandlers.ofString());
    assertThat(after.statusCode()).isEqualTo(401);
  }

  @Test
  void longListsComeInPages() throws Exception {
    Browser hart = service.signIn("hart");
    for (int i = 0; i < 3; i++) {
      newDeal(hart, "page " + i);
    }
    List<String> titles = new ArrayList<>();
    String after = "";
    do {
      JsonNode page = service.json(hart, "/api/v1/deals?limit=2" + after);
      page.get("items").forEach(deal -> titles.add(deal.get("title").asText()));
      after = page.get("next").isNull() ? "" : "&after=" + page.get("next").asText();
    } while (!after.isEmpty());
    assertThat(titles)
        .containsExactly(
            "page 2",
            "page 1",
            "page 0",
            "Dock booking",
            "Minibus booking",
            "Cold-store monitoring",
            "Cold chain log",
            "Appointment reminders");
    assertThat(service.get(hart, "/api/v1/deals?after=nonsense").statusCode()).isEqualTo(400);
    assertThat(service.get(hart, "/api/v1/deals?limit=0").statusCode()).isEqualTo(400);
  }

  @Test
  void signingInGoesOnlyToOurOwnPages() throws IOException, InterruptedException {
    HttpResponse<String> wrong = service.signIn("lin", "not the password");
    assertThat(wrong.statusCode()).isEqualTo(401);
    assertThat(wrong.headers().firstValue("Set-Cookie")).isEmpty();
    HttpResponse<String> page = service.get(Browser.NOBODY, "/deals?after=x");
    assertThat(page.statusCode()).isEqualTo(303);
    assertThat(page.headers().firstValue("Location").orElseThrow())
        .endsWith("/sign-in?next=%2Fdeals%3Fafter%3Dx");
    assertThat(
            service.get(lin, "/sign-in?next=//elsewhere.example/").headers().firstValue("Location"))
        .get()
        .asString()
        .endsWith("/home");
  }
}
