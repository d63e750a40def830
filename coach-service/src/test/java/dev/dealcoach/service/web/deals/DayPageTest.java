package dev.dealcoach.service.web.deals;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import dev.dealcoach.service.web.Chromium;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A rep's day, history and compared versions, in a real browser on the real service. */
class DayPageTest {
  private static final String FIRST =
      "# 模具管理方案\n\n## 背景\n\n贵公司希望提升管理水平。\n\n## 报价\n\n一共十二万元，尽量下个月上线。\n";
  private static final String SECOND =
      "# 模具管理方案\n\n## 背景\n\n您说过：“冲压二线上个月停了十一次，每次找模具都得翻半天。”\n\n## 报价\n\n一共十二万元，五月十二日上线。\n";

  @TempDir static Path temporary;
  private static Chromium chromium;
  private static RunningService service;

  @BeforeAll
  static void start() throws Exception {
    chromium = Chromium.start();
    service = new RunningService(temporary.resolve("data"));
    service.sampled();
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

  @ParameterizedTest
  @CsvSource({"lin, zh, 360", "lin, zh, 1280", "hart, en, 360", "hart, en, 1280"})
  void theDaySaysWhatToAskNext(String name, String language, int width) throws Exception {
    try (SignedVisit visit = new SignedVisit(chromium.browser(), service, name, language, width)) {
      Page page = visit.page();
      visit.go("/home");
      assertThat(page.locator("#next li").first()).isVisible();
      assertThat(page.locator("#results li").first()).isVisible();
      assertThat(page.locator("#results time").first()).not().containsText("T");
      visit.good("home");
      page.click("#pick summary");
      assertThat(page.locator("#pick a").first()).isVisible();
      visit.good("home-pick");
      visit.go("/history");
      assertThat(page.locator("#chart-discovery + svg circle").first()).isVisible();
      page.click("details summary");
      assertThat(page.locator("tbody tr")).hasCount(12);
      visit.good("history");
    }
  }

  @Test
  void whoHasNothingIsToldWhereToBegin() throws Exception {
    try (SignedVisit visit = new SignedVisit(chromium.browser(), service, "gu", "zh", 360)) {
      visit.go("/home");
      assertThat(visit.page().locator("main .button")).hasAttribute("href", "/deals");
      visit.good("home-empty");
      visit.go("/history");
      assertThat(visit.page().locator(".notice")).isVisible();
      visit.good("history-empty");
    }
  }

  @Test
  void aContactWithoutWordsWaitsForThem() throws Exception {
    RunningService.Browser zhou = service.signIn("zhou");
    String deal = service.json(zhou, "/api/v1/deals").get("items").get(0).get("id").asText();
    service.post(
        zhou,
        "/api/v1/deals/" + deal + "/contacts",
        "{\"people\":\"门卫\",\"held\":\"" + java.time.Instant.now().minusSeconds(8000) + "\"}",
        null);
    JsonNode waiting = service.json(zhou, "/api/v1/me/day").get("toWrite").get(0);
    assertThat(waiting.get("overdue").asBoolean()).isTrue();
    assertThat(service.get(zhou, "/home").body()).contains("id=\"needs\"");
    assertThat(service.json(zhou, "/api/v1/me/history")).hasSize(12);
  }

  @ParameterizedTest
  @CsvSource({"zh, 1280", "en, 360"})
  void twoVersionsAreCompared(String language, int width) throws Exception {
    RunningService.Browser lin = service.signIn("lin");
    ObjectMapper json = new ObjectMapper();
    String deal =
        json.readTree(
                service
                    .post(lin, "/api/v1/deals", "{\"customer\":\"C\",\"title\":\"T\"}", null)
                    .body())
            .get("id")
            .asText();
    service.post(
        lin,
        "/api/v1/deals/" + deal + "/statements",
        "{\"statements\":[\"冲压二线上个月停了十一次，每次找模具都得翻半天。\"]}",
        null);
    JsonNode first =
        json.readTree(service.handIn(lin, deal, "方案.md", FIRST.getBytes(UTF_8), null).body());
    service.events(lin, deal);
    JsonNode second =
        json.readTree(
            service
                .handIn(
                    lin,
                    deal,
                    "方案.md",
                    SECOND.getBytes(UTF_8),
                    null,
                    first.get("proposal").asText())
                .body());
    service.events(lin, deal);
    assertThat(second.get("version").asInt()).isEqualTo(2);
    JsonNode body =
        service.json(lin, "/api/v1/reviews/" + second.get("id").asText() + "/comparison");
    assertThat(body.get("before")).isEqualTo(first.get("id"));
    assertThat(body.get("comparison").get("goldAfter").asInt()).isEqualTo(1);
    assertThat(body.get("comparison").get("mended")).isNotEmpty();
    // the first version has none before it, and another's is not there
    String path = "/api/v1/reviews/" + first.get("id").asText() + "/comparison";
    assertThat(service.get(lin, path).statusCode()).isEqualTo(404);
    assertThat(service.get(service.signIn("zhou"), path).statusCode()).isEqualTo(404);

    try (SignedVisit visit = new SignedVisit(chromium.browser(), service, "lin", language, width)) {
      Page page = visit.page();
      visit.go("/deals/" + deal);
      page.click("#reviews a.list-end");
      assertThat(page.locator("#gained li")).hasCount(1);
      assertThat(page.locator("#mended li").first()).isVisible();
      visit.good("compare");
    }
  }
}
