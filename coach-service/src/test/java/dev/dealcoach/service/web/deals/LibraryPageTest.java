package dev.dealcoach.service.web.deals;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import dev.dealcoach.service.web.Chromium;
import dev.dealcoach.service.web.deals.RunningService.Browser;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A passage's way from one rep's review to another's, and what never goes along. */
class LibraryPageTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String CUSTOMER = "砺锋冲压件有限公司";
  private static final List<String> PLANTED =
      List.of("砺锋", "王建国", "王厂长", "13812345678", "wang@lifeng", "128.5万");
  private static final String PROPOSAL =
      """
      # 砺锋冲压件有限公司换模提升方案

      ## 证据与案例

      砺锋二线9月试装，换模时间由52分钟降到21分钟，王建国厂长在记录上签字，电话13812345678，见附件2。

      同类客户压铸线上线六个月，检了214万件，退回的外观不良由每月31件降到4件，数据取自质量部月报。

      省计量检测中心1月出具的检测报告：检出率99.3%，样件3000只。
      """;
  private static final String WITHOUT_EVIDENCE =
      """
      # 换模方案

      ## 我们的方案

      我们的系统行业领先，能让换模快起来，贵司一定满意。
      """;

  @TempDir static Path temporary;
  private static Chromium chromium;
  private static RunningService service;

  @BeforeAll
  static void start() throws Exception {
    chromium = Chromium.start();
    service = new RunningService(temporary.resolve("data"));
    Browser rep = service.signIn("lin");
    while (service.json(rep, "/api/v1/examples?q=a").get("state").asText().equals("preparing")) {
      new CountDownLatch(1).await(200, TimeUnit.MILLISECONDS);
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

  private static String deal(Browser rep, String customer, String industry) throws Exception {
    String body =
        JSON.writeValueAsString(Map.of("customer", customer, "title", "换模", "industry", industry));
    return JSON.readTree(service.post(rep, "/api/v1/deals", body, null).body()).get("id").asText();
  }

  private static String review(Browser rep, String deal, String text) throws Exception {
    String taken = service.handIn(rep, deal, "方案.md", text.getBytes(UTF_8), null).body();
    service.events(rep, deal);
    return JSON.readTree(taken).get("id").asText();
  }

  private static JsonNode examples(Browser rep, String review) throws Exception {
    return service.json(rep, "/api/v1/reviews/" + review + "/examples");
  }

  private static String path(Page page) {
    return java.net.URI.create(page.url()).getPath();
  }

  /** Shows 3 and 7. */
  @Test
  void aPassageGoesFromOneReviewToAnother() throws Exception {
    Browser lin = service.signIn("lin");
    Browser zhou = service.signIn("zhou");
    String deal = deal(lin, CUSTOMER, "制造业");
    service.post(
        lin,
        "/api/v1/deals/" + deal + "/contacts",
        "{\"kind\":\"visit\",\"people\":\"王建国厂长\"}",
        null);
    String review = review(lin, deal, PROPOSAL);
    try (SignedVisit visit = new SignedVisit(chromium.browser(), service, "lin", "zh", 1280)) {
      Page page = visit.page();
      visit.go("/deals/" + deal + "/reviews/" + review);
      page.locator("#score-evidence .nominate button").first().click();
      assertThat(page.locator("#score-evidence .nominate blockquote")).isVisible();
      assertThat(page.locator("#score-evidence .nominate mark").first()).isVisible();
      for (String name : PLANTED) {
        assertThat(page.locator("#score-evidence .nominate blockquote")).not().containsText(name);
      }
      page.locator("#score-evidence .nominate .button").first().click();
      assertThat(page.locator("#score-evidence .nominate [role=status]")).isVisible();
    }

    String address;
    try (SignedVisit visit = new SignedVisit(chromium.browser(), service, "tao", "zh", 1280)) {
      Page page = visit.page();
      visit.go("/workspace");
      visit.good("workspace");
      page.locator("#list-nominated a").first().click();
      assertThat(page.locator("#draft")).isVisible();
      address = path(page);
      for (String name : PLANTED) {
        assertThat(page.locator("body")).not().containsText(name);
      }
      page.fill("#why", "数字有出处，还有客户签字。");
      page.fill("#rank", "1");
      page.click("#submit");
      assertThat(page.locator("#error")).isVisible(); // nobody has confirmed that nothing is left
      assertThat(page.locator("#state")).hasText("草稿");
      page.check("#confirmed");
      page.click("#submit");
      assertThat(page.locator("#state")).hasText("等待批准");
      assertThat(page.locator("#approve")).hasCount(0);
      visit.good("draft");
    }
    String id = address.substring(address.lastIndexOf('/') + 1);
    assertThat(service.get(zhou, "/api/v1/examples/" + id).statusCode()).isEqualTo(404);
    try (SignedVisit visit = new SignedVisit(chromium.browser(), service, "wen", "zh", 1280)) {
      Page page = visit.page();
      visit.go("/workspace");
      page.locator("#list-waiting a").first().click();
      page.click("#approve");
      assertThat(page.locator("#state")).hasText("已批准");
      assertThat(page.locator("#history li")).hasCount(4);
    }

    String other = deal(zhou, "禾盛线束", "制造业/汽车零部件");
    String lacking = review(zhou, other, WITHOUT_EVIDENCE);
    JsonNode shown = examples(zhou, lacking);
    assertThat(shown.get("state").asText()).isEqualTo("ready");
    assertThat(shown.get("examples")).hasSizeBetween(1, 3);
    assertThat(shown.get("examples").findValuesAsText("id")).as(shown.toString()).contains(id);
    assertThat(shown.get("examples").findValuesAsText("seller")).doesNotHaveDuplicates();
    for (JsonNode each : shown.get("examples")) {
      assertThat(each.get("start").asInt()).isLessThan(each.get("end").asInt());
      assertThat(each.get("finding").asText()).isNotEmpty();
      assertThat(each.get("why")).isNotEmpty();
    }
    try (SignedVisit visit = new SignedVisit(chromium.browser(), service, "zhou", "zh", 360)) {
      Page page = visit.page();
      visit.go("/deals/" + other + "/reviews/" + lacking);
      var card = page.locator(".example[data-example='" + id + "']");
      assertThat(card).isVisible();
      assertThat(card.locator("mark")).isVisible();
      card.locator(".thumb").click();
      assertThat(card.locator(".thumb")).hasAttribute("aria-pressed", "true");
      visit.good("review-examples");
      card.locator("a").click();
      assertThat(page.locator("#why")).containsText("客户签字");
      visit.good("example");
    }
    // the deal's own customer never gets its own words back
    String own = review(lin, deal, WITHOUT_EVIDENCE);
    assertThat(examples(lin, own).get("examples").findValuesAsText("id")).doesNotContain(id);

    nothingPlantedIsFound(zhou, lacking, id);

    try (SignedVisit visit = new SignedVisit(chromium.browser(), service, "wen", "zh", 1280)) {
      Page page = visit.page();
      visit.go("/workspace/figures");
      assertThat(page.locator("#used tbody tr").first()).containsText("1");
      assertThat(page.locator("#wants")).isVisible();
      visit.good("figures");
      visit.go(address);
      page.click("details.new summary:has-text('下架')");
      page.fill("#reason", "数据过期");
      page.click("#retire");
      assertThat(page.locator("#state")).hasText("已下架");
      assertThat(examples(zhou, lacking).get("examples").findValuesAsText("id")).doesNotContain(id);
      assertThat(page.locator("#history")).containsText("数据过期");
    }
    assertThat(service.get(zhou, "/api/v1/examples/" + id).statusCode()).isEqualTo(404);
    assertThat(service.page(zhou, "/examples/" + id).statusCode()).isEqualTo(404);
    assertThat(service.json(zhou, "/api/v1/examples?q=%E6%8D%A2%E6%A8%A1").toString())
        .doesNotContain(id);
  }

  private static void nothingPlantedIsFound(Browser rep, String review, String id)
      throws Exception {
    Browser trainer = service.signIn("tao");
    StringBuilder all = new StringBuilder(examples(rep, review).toString());
    all.append(service.get(rep, "/api/v1/examples/" + id).body());
    for (String name : PLANTED) {
      String query = java.net.URLEncoder.encode(name, UTF_8);
      all.append(service.json(rep, "/api/v1/examples?q=" + query).get("items"));
      all.append(service.json(trainer, "/api/v1/examples?q=" + query).get("items"));
    }
    all.append(service.page(trainer, "/workspace").body());
    all.append(service.page(trainer, "/workspace/figures").body());
    all.append(service.page(trainer, "/workspace/examples/" + id).body());
    all.append(service.get(trainer, "/api/v1/exports/examples").body());
    for (String name : PLANTED) {
      assertThat(all.toString()).doesNotContain(name);
    }
  }

  @Test
  void whatIsNotApprovedIsSeenByTrainersOnly() throws Exception {
    Browser trainer = service.signIn("tao");
    Browser rep = service.signIn("zhou");
    HttpResponse<String> made =
        service.form(trainer, "/workspace/new", "text", "珊瑚色的备忘录：先问预算再报价。", "shows", "budget");
    assertThat(made.statusCode()).isEqualTo(303);
    String address = made.headers().firstValue("Location").orElseThrow();
    String id = address.replaceAll(".*/examples/([^?]+).*", "$1");
    assertThat(service.get(rep, "/api/v1/examples/" + id).statusCode()).isEqualTo(404);
    assertThat(service.page(rep, "/workspace/examples/" + id).statusCode()).isEqualTo(403);
    assertThat(service.json(rep, "/api/v1/examples?q=%E7%8F%8A%E7%91%9A").toString())
        .doesNotContain("珊瑚色");
    String form = "/workspace/examples/" + id;
    assertThat(
            service
                .form(
                    trainer,
                    form,
                    "latest",
                    "1",
                    "text",
                    "珊瑚色的备忘录：先问预算再报价。",
                    "then",
                    "submit",
                    "confirmed",
                    "true")
                .statusCode())
        .isEqualTo(303);
    HttpResponse<String> own = service.form(trainer, form + "/approve", "latest", "2");
    assertThat(own.statusCode()).isEqualTo(422);
    assertThat(own.body()).contains("A second person has to approve it");
    Browser second = service.signIn("wen");
    assertThat(service.form(second, form + "/approve", "latest", "1").statusCode()).isEqualTo(422);
    assertThat(service.form(second, form + "/approve", "latest", "2").statusCode()).isEqualTo(303);
    assertThat(service.get(rep, "/api/v1/examples/" + id).statusCode()).isEqualTo(200);
    assertThat(service.json(rep, "/api/v1/examples?q=%E7%8F%8A%E7%91%9A").toString())
        .contains("珊瑚色");
  }

  @Test
  void aNominationIsWhatStandsThere() throws Exception {
    Browser lin = service.signIn("lin");
    String deal = deal(lin, "另一家客户", "物流");
    String review = review(lin, deal, PROPOSAL);
    for (String text : List.of("这句话方案里没有，是自己编的。", "短")) {
      String body = JSON.writeValueAsString(Map.of("review", review, "text", text));
      assertThat(service.post(lin, "/api/v1/nominations", body, null).statusCode()).isEqualTo(400);
    }
    String body = JSON.writeValueAsString(Map.of("review", review, "text", "省计量检测中心1月出具的检测报告"));
    Browser zhou = service.signIn("zhou");
    assertThat(service.post(zhou, "/api/v1/nominations", body, null).statusCode()).isEqualTo(404);
    assertThat(service.post(lin, "/api/v1/nominations/preview", body, null).statusCode())
        .isEqualTo(200);
  }

  @Test
  void afterASummaryThereIsHowOthersAsked() throws Exception {
    service.sampled();
    Browser lin = service.signIn("lin");
    String contact = "";
    JsonNode examples = null;
    for (JsonNode each : service.json(lin, "/api/v1/contacts?limit=200").get("items")) {
      contact = each.get("id").asText();
      examples = service.json(lin, "/api/v1/contacts/" + contact + "/examples");
      if (!examples.get("examples").isEmpty()) {
        break;
      }
    }
    assertThat(examples.get("examples")).isNotEmpty();
    for (JsonNode each : examples.get("examples")) {
      assertThat(each.get("finding").asText()).startsWith("ask.");
    }
    String deal = service.json(lin, "/api/v1/contacts/" + contact).at("/contact/deal").textValue();
    try (SignedVisit visit = new SignedVisit(chromium.browser(), service, "lin", "en", 360)) {
      visit.go("/deals/" + deal + "/contacts/" + contact);
      assertThat(visit.page().locator(".example").first()).isVisible();
      visit.good("contact-examples");
    }
  }

  /** Show 5 as a trainer sees it. */
  @Test
  void aFileHasAReportLineByLine() throws Exception {
    Browser trainer = service.signIn("tao");
    String lines =
        """
        {"id":"own-1","text":"先把客户的原话写在第一页。","industry":"retail","shows":["pain_quote"]}
        {"id":"own-2"}
        没有 JSON
        {"id":"own-3","text":"报价前先讲清楚验收。","rank":2}
        """;
    JsonNode first = sent(trainer, lines);
    assertThat(first.get("created").asInt()).isEqualTo(2);
    assertThat(first.get("bad").asInt()).isEqualTo(2);
    assertThat(first.get("lines").get(1).get("message").asText()).isEqualTo("text is missing");
    JsonNode second = sent(trainer, lines);
    assertThat(second.get("created").asInt()).isZero();
    assertThat(second.get("unchanged").asInt()).isEqualTo(2);
    try (SignedVisit visit = new SignedVisit(chromium.browser(), service, "tao", "zh", 360)) {
      visit.go("/workspace/import");
      visit.good("example-import");
      visit.go("/examples?q=" + java.net.URLEncoder.encode("客户嫌贵怎么回应", UTF_8));
      assertThat(visit.page().locator("#examples li").first()).isVisible();
      visit.good("examples");
    }
  }

  private static JsonNode sent(Browser trainer, String lines)
      throws IOException, InterruptedException {
    HttpResponse<String> answer =
        service.client.send(
            service
                .request(trainer, "/api/v1/imports/examples")
                .header("Content-Type", "application/octet-stream")
                .header("X-CSRF-Token", trainer.csrf())
                .POST(BodyPublishers.ofString(lines))
                .build(),
            BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }
}
