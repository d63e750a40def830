package dev.dealcoach.service.web.deals;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import dev.dealcoach.service.alert.AlertKind;
import dev.dealcoach.service.alert.Measured;
import dev.dealcoach.service.alert.Missed;
import dev.dealcoach.service.alert.Turn.NewAlert;
import dev.dealcoach.service.dispatch.Mailing;
import dev.dealcoach.service.dispatch.Telling;
import dev.dealcoach.service.people.AccountStore;
import dev.dealcoach.service.store.Database;
import dev.dealcoach.service.store.JdbiAccounts;
import dev.dealcoach.service.store.JdbiAlerts;
import dev.dealcoach.service.web.Chromium;
import dev.dealcoach.service.web.deals.RunningService.Browser;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The inbox in a real browser on the real service: seen, acknowledged, handed on, by whom it may.
 */
class AlertPageTest {
  @TempDir static Path temporary;
  private static Chromium chromium;
  private static RunningService service;
  private static Jdbi jdbi;
  private static UUID alert;

  @BeforeAll
  static void start() throws Exception {
    chromium = Chromium.start();
    service = new RunningService(temporary.resolve("data"));
    service.sampled();
    // examples are indexed beside the running service
    RunningService.Browser lin = service.signIn("lin");
    while (service.json(lin, "/api/v1/examples?q=a").get("state").asText().equals("preparing")) {
      new CountDownLatch(1).await(200, TimeUnit.MILLISECONDS);
    }
    var factory = service.support().getConfiguration().database();
    jdbi =
        Database.jdbi(
            JdbcConnectionPool.create(factory.getUrl(), factory.getUser(), factory.getPassword()));
    alert = raised("lin", "shen");
  }

  @AfterAll
  static void stop() {
    if (service != null) {
      service.close();
    }
    if (chromium != null) {
      chromium.close();
    }
  }

  private static UUID raised(String rep, String manager) {
    AccountStore accounts = new JdbiAccounts(jdbi);
    UUID id = UUID.randomUUID();
    Instant now = Instant.now();
    LocalDate today = LocalDate.ofInstant(now, ZoneId.systemDefault());
    UUID about = accounts.bySignIn(rep).orElseThrow().id();
    UUID leader = accounts.bySignIn(manager).orElseThrow().id();
    JdbiAlerts alerts = new JdbiAlerts(jdbi);
    boolean done = false;
    while (!done) {
      done =
          alerts.alone(
              now,
              turn -> {
                turn.raise(
                    new NewAlert(
                        id,
                        about,
                        AlertKind.ACTIONS,
                        id.toString(),
                        null,
                        40,
                        List.of(
                            new Measured(today.minusDays(4), 33, true),
                            new Measured(today.minusDays(2), 0, true),
                            new Measured(today.minusDays(1), 25, true)),
                        List.of(
                            new Missed("budget", 3, 1),
                            new Missed("decision_maker", 2, 2),
                            new Missed("next_step", 0, 3)),
                        now));
                for (UUID each : List.of(about, leader)) {
                  turn.tell(
                      Telling.ofAlert(each, id, now),
                      "alert-actions",
                      "/alerts/" + id,
                      new Mailing(Set.of(), now));
                }
              });
    }
    return id;
  }

  @ParameterizedTest
  @CsvSource({"lin, zh, 360", "lin, en, 1280", "shen, zh, 1280", "shen, en, 360"})
  void theInboxLeadsToWhatHelps(String name, String language, int width) throws Exception {
    try (SignedVisit visit = new SignedVisit(chromium.browser(), service, name, language, width)) {
      Page page = visit.page();
      visit.go("/home");
      assertThat(page.locator("#needs a[href='/alerts/" + alert + "']")).isVisible();
      visit.go("/alerts");
      visit.good("alerts-" + name);
      page.click("#alerts a[href='/alerts/" + alert + "']");
      assertThat(page.locator("h1")).containsText("33");
      assertThat(page.locator("#questions li")).hasCount(3);
      assertThat(page.locator("#questions li").first())
          .containsText(language.equals("zh") ? "预算" : "Budget");
      assertThat(page.locator("#examples li").first()).isVisible();
      visit.go("/alerts/" + alert);
      visit.good("alert-" + name);
    }
  }

  @ParameterizedTest
  @CsvSource({"zh, 1280", "en, 360"})
  void aManagerHandsItOnAndTheRepIsTold(String language, int width) throws Exception {
    UUID own = raised("zhou", "shen");
    try (SignedVisit visit =
        new SignedVisit(chromium.browser(), service, "shen", language, width)) {
      Page page = visit.page();
      visit.go("/alerts/" + own);
      page.click("#acknowledge");
      assertThat(page.locator(".done")).isVisible();
      assertThat(page.locator("#acknowledge")).hasCount(0);
      page.click("#assign summary");
      page.selectOption(
          "#assignee", page.locator("#assignee option:has-text('周以宁')").getAttribute("value"));
      page.fill("#due", LocalDate.now(ZoneId.systemDefault()).plusDays(3).toString());
      page.fill("#note", "周三一起去拜访");
      visit.good("alert-assign");
      page.click("#assign button");
      assertThat(page.locator(".alert-note")).containsText("周三一起去拜访");
    }
    Browser zhou = service.signIn("zhou");
    JsonNode mine = service.json(zhou, "/api/v1/alerts?state=assigned").get("items");
    assertThat(mine.findValuesAsText("id")).contains(own.toString());
    assertThat(service.json(zhou, "/api/v1/notices").toString()).contains("alert-assigned");
    try (SignedVisit visit =
        new SignedVisit(chromium.browser(), service, "zhou", language, width)) {
      visit.go("/alerts?state=assigned");
      assertThat(visit.page().locator("#alerts li").first()).isVisible();
      visit.good("alerts-assigned");
      visit.go("/alerts?state=closed");
      visit.good("alerts-closed");
    }
  }

  @Test
  void anotherTeamsAlertIsNotThere() throws Exception {
    // hart is in the team of another manager
    Browser hart = service.signIn("hart");
    assertThat(service.get(hart, "/alerts/" + alert).statusCode()).isEqualTo(404);
    assertThat(service.get(hart, "/api/v1/alerts/" + alert).statusCode()).isEqualTo(404);
    assertThat(
            service
                .post(hart, "/api/v1/alerts/" + alert + "/acknowledgement", "", null)
                .statusCode())
        .isEqualTo(404);
    assertThat(service.get(hart, "/api/v1/alerts").body()).doesNotContain(alert.toString());
    assertThat(service.json(service.signIn("admin"), "/api/v1/audit?limit=200").toString())
        .contains("\"REFUSED\",\"kind\":\"alert\",\"subject\":\"" + alert);
  }

  @Test
  void whatDoesNotFitIsRefused() throws Exception {
    Browser shen = service.signIn("shen");
    String path = "/api/v1/alerts/" + alert + "/assignment";
    UUID stranger = new JdbiAccounts(jdbi).bySignIn("hart").orElseThrow().id();
    UUID lin = new JdbiAccounts(jdbi).bySignIn("lin").orElseThrow().id();
    for (String body :
        List.of(
            "{}",
            "{\"assignee\":\"" + stranger + "\"}",
            "{\"assignee\":\"" + lin + "\",\"due\":\"2020-01-01\"}",
            "{\"assignee\":\"" + lin + "\",\"note\":\"" + "n".repeat(1001) + "\"}")) {
      assertThat(service.post(shen, path, body, null).statusCode()).as(body).isEqualTo(422);
    }
    // a rep hands nothing on
    assertThat(
            service
                .post(service.signIn("lin"), path, "{\"assignee\":\"" + lin + "\"}", null)
                .statusCode())
        .isEqualTo(422);
    assertThat(service.get(shen, "/api/v1/alerts?state=else").statusCode()).isEqualTo(400);
    assertThat(service.get(shen, "/alerts/digest/yesterday").statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({"zh, 360", "en, 1280"})
  void everybodyChoosesHowToBeTold(String language, int width) throws Exception {
    try (SignedVisit visit =
        new SignedVisit(chromium.browser(), service, "hart", language, width)) {
      Page page = visit.page();
      visit.go("/account");
      page.click("#messages");
      page.fill("#mail", "hart@company.example");
      page.selectOption("#language-wish", "en");
      page.fill("[name=quiet-from]", "19:00");
      page.fill("[name=quiet-until]", "09:00");
      page.click("#wishes button");
      assertThat(page.locator(".done")).isVisible();
      visit.good("wishes");
    }
    Browser hart = service.signIn("hart");
    JsonNode wishes = service.json(hart, "/api/v1/me/messages");
    assertThat(wishes.get("mail").asText()).isEqualTo("hart@company.example");
    assertThat(wishes.get("quietUntil").asText()).isEqualTo("09:00");
    var refused =
        service.client.send(
            service
                .request(hart, "/api/v1/me/messages")
                .header("Content-Type", "application/json")
                .header("X-CSRF-Token", hart.csrf())
                .PUT(
                    BodyPublishers.ofString(
                        "{\"channels\":[\"no-such\"],\"language\":\"zh\",\"mail\":\"\"}"))
                .build(),
            BodyHandlers.ofString());
    assertThat(refused.statusCode()).isEqualTo(422);
  }

  @Test
  void theDigestOfADayIsThere() throws Exception {
    try (SignedVisit visit = new SignedVisit(chromium.browser(), service, "shen", "zh", 360)) {
      LocalDate today = LocalDate.now(ZoneId.systemDefault());
      visit.go("/alerts/digest/" + today);
      visit.good("digest");
    }
    assertThat(service.get(service.signIn("lin"), "/alerts/digest/2026-01-01").statusCode())
        .isEqualTo(403);
  }
}
