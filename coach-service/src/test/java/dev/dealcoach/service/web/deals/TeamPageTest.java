package dev.dealcoach.service.web.deals;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.SelectOption;
import dev.dealcoach.service.sheet.Workbook;
import dev.dealcoach.service.web.Chromium;
import dev.dealcoach.service.web.deals.RunningService.Browser;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A manager's teams: figures, charts and what leads down to the evidence, in a real browser. */
class TeamPageTest {
  private static final double PATIENCE = 60_000;

  @TempDir static Path temporary;
  private static Chromium chromium;
  private static RunningService service;

  @BeforeAll
  static void start() throws Exception {
    chromium = Chromium.start();
    service = new RunningService(temporary.resolve("data"));
    service.sampled();
    for (String name : List.of("lin", "zhou", "qiao", "hart")) {
      Browser rep = service.signIn(name);
      for (JsonNode deal : service.json(rep, "/api/v1/deals").get("items")) {
        if (!service.json(rep, "/api/v1/deals/" + deal.get("id").asText() + "/reviews").isEmpty()) {
          service.events(rep, deal.get("id").asText());
        }
      }
    }
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

  private static LocatorAssertions.HasAttributeOptions patiently() {
    return new LocatorAssertions.HasAttributeOptions().setTimeout(PATIENCE);
  }

  @ParameterizedTest
  @CsvSource({"gu, zh, 1280", "gu, zh, 360", "shen, en, 1280", "shen, en, 360"})
  void figuresHaveLightsLinesAndWhatTheyRestOn(String name, String language, int width)
      throws Exception {
    try (SignedVisit visit = new SignedVisit(chromium.browser(), service, name, language, width)) {
      Page page = visit.page();
      visit.go("/team");
      assertThat(page.locator("body")).hasAttribute("data-charts", "3", patiently());
      Locator lin = page.locator("#team-people tr", has("林晓舟"));
      assertThat(lin.locator(".team-light").first()).isVisible();
      assertThat(lin.locator(".team-count").first()).isVisible();
      assertThat(page.locator(".team-chart canvas")).hasCount(3);
      // the same numbers stand beside each chart
      page.locator("details.team-data summary").first().click();
      assertThat(page.locator("table[data-chart=heat] tbody tr").first()).isVisible();
      assertThat(page.locator(".team-ask").first()).isVisible();
      visit.good("team-charts");
    }
  }

  private static Page.LocatorOptions has(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }

  @Test
  void peopleAreFilteredAndPutInOrder() throws Exception {
    try (SignedVisit visit = new SignedVisit(chromium.browser(), service, "gu", "zh", 1280)) {
      Page page = visit.page();
      visit.go("/team?days=90");
      assertThat(page.locator("#team-people tbody tr", has("Nora Hart"))).hasCount(1);
      page.selectOption("#team", new SelectOption().setLabel("华东一组"));
      page.selectOption("#order", "name");
      page.click(".filter button");
      assertThat(page.locator("#team-people tbody tr", has("Nora Hart"))).hasCount(0);
      assertThat(page.locator("#team-people tbody tr", has("林晓舟"))).hasCount(1);
      assertThat(page.locator(".choices [aria-current]")).hasText("90 天");
      page.fill("#name", "以宁");
      page.click(".filter button");
      assertThat(page.locator("#team-people tbody tr")).hasCount(1);
      page.fill("#name", "无此人");
      page.click(".filter button");
      assertThat(page.locator("#team-people")).hasCount(0);
      visit.good("team-filtered");
    }
  }

  @Test
  void aWeekLeadsToItsContactsAndTheSentence() throws Exception {
    try (SignedVisit visit = new SignedVisit(chromium.browser(), service, "shen", "zh", 1280)) {
      Page page = visit.page();
      visit.go("/team?days=90");
      page.click("#team-people a:has-text('林晓舟')");
      page.waitForURL("**/team/people/**");
      assertThat(page.locator("body")).hasAttribute("data-charts", "1", patiently());
      int all = page.locator("#contacts li").count();
      assertThat(all).isPositive();
      visit.good("person-weeks");
      Locator week =
          page.locator(
              "table[data-chart=trend] tbody"
                  + " tr:has(td:nth-child(2)[data-value]:not([data-value=''])) a");
      week.first().click();
      assertThat(page.locator(".team-chosen")).hasCount(1);
      assertThat(page.locator("#contacts li").first()).isVisible();
      assertThat(page.locator("#contacts li").count()).isLessThanOrEqualTo(all);
      page.locator("#contacts li a").first().click();
      page.waitForURL("**/contacts/**");
      assertThat(page.locator("mark").first())
          .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE));
    }
  }

  @Test
  void theTableIsTakenAlongWithoutFormulas() throws Exception {
    Browser admin = service.signIn("admin");
    String evil =
        service
            .post(
                admin,
                "/api/v1/accounts",
                "{\"signIn\":\"evil\",\"name\":\"=HYPERLINK(\\\"x\\\")\",\"role\":\"rep\",\"password\":\""
                    + RunningService.PASSWORD
                    + "\"}",
                null)
            .body();
    String id = new ObjectMapper().readTree(evil).get("id").asText();
    String team = "";
    for (JsonNode each : service.json(admin, "/api/v1/teams")) {
      team = each.get("name").asText().equals("华东一组") ? each.get("id").asText() : team;
    }
    service.post(admin, "/api/v1/teams/" + team + "/members", "{\"account\":\"" + id + "\"}", null);
    Browser shen = service.signIn("shen");
    HttpResponse<String> csv = service.get(shen, "/api/v1/team/export?days=365&lang=zh");
    assertThat(csv.statusCode()).isEqualTo(200);
    assertThat(csv.body())
        .contains("\"'=HYPERLINK(\"\"x\"\")\",华东一组")
        .contains("林晓舟,华东一组,")
        .doesNotContain("Nora Hart");
    assertThat(csv.headers().firstValue("Content-Disposition").orElseThrow()).contains("team.csv");
    try (HttpClient client = HttpClient.newHttpClient()) {
      byte[] xlsx =
          client
              .send(
                  service.request(shen, "/api/v1/team/export?format=xlsx").build(),
                  BodyHandlers.ofByteArray())
              .body();
      List<List<String>> rows = Workbook.read(xlsx);
      assertThat(rows.getFirst()).hasSize(13);
      assertThat(rows).extracting(List::getFirst).contains("林晓舟", "=HYPERLINK(\"x\")");
      assertThat(new String(xlsx, UTF_8)).doesNotContain("<f>");
    }
    assertThat(service.get(shen, "/api/v1/team/export?format=exe").statusCode()).isEqualTo(400);
    assertThat(service.get(shen, "/api/v1/team/export?of=cars").statusCode()).isEqualTo(400);
    // the heat map, and one person's months
    assertThat(service.get(shen, "/api/v1/team/export?of=items&days=365&lang=zh").body())
        .contains("团队,", "没有问到", "华东一组,")
        .doesNotContain("林晓舟");
    String lin = service.json(service.signIn("lin"), "/api/v1/me").get("id").asText();
    HttpResponse<String> months =
        service.get(shen, "/api/v1/team/people/" + lin + "/export?days=365&lang=zh");
    assertThat(months.body().lines()).hasSize(13).first().asString().contains("月份,探需");
    assertThat(months.headers().firstValue("Content-Disposition").orElseThrow())
        .contains("weeks.csv");
    // taken along is read, and the log has it
    assertThat(service.get(admin, "/api/v1/audit?limit=200").body()).contains("\"team\"");
  }

  @Test
  void anotherTeamIsNotThere() throws Exception {
    Browser shen = service.signIn("shen");
    Browser reed = service.signIn("reed");
    String hart = service.json(service.signIn("hart"), "/api/v1/me").get("id").asText();
    for (String path :
        List.of(
            "/team?days=365",
            "/api/v1/team?days=365",
            "/api/v1/team/export?days=365",
            "/team?days=365&name=Nora")) {
      assertThat(service.page(shen, path).body()).doesNotContain("Nora Hart").doesNotContain(hart);
      assertThat(service.get(shen, path.replace("/team?", "/team?team=" + hart + "&")).body())
          .doesNotContain("Nora Hart");
    }
    assertThat(service.page(reed, "/team?days=365").body()).contains("Nora Hart");
    assertThat(service.get(shen, "/team/people/" + hart).statusCode()).isEqualTo(404);
    String figures = "/api/v1/team/people/" + hart + "/figures";
    assertThat(service.get(shen, figures).statusCode()).isEqualTo(404);
    assertThat(service.get(shen, figures.replace("figures", "export")).statusCode()).isEqualTo(404);
    assertThat(service.json(reed, figures).at("/figures/discovery/count").asInt()).isPositive();
    assertThat(service.get(service.signIn("lin"), "/api/v1/team").statusCode()).isEqualTo(403);
  }
}
