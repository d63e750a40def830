package dev.dealcoach.service.web.deals;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import dev.dealcoach.service.web.Chromium;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables and mails come in, and notices tell of reviews, on the real service. */
class ImportPageTest {
  private static final String TABLE =
      "客户,内容,阶段,结果,首次报价,客户原话\n导入一号,模具,,,,停了十一次\n,没有客户,,,,\n导入二号,排产,已结束,成交,2026-03-09,\n";

  private static final String MAIL =
      "From: Liu <liu@customer.example>\r\nSubject: moulds\r\nMIME-Version: 1.0\r\n"
          + "Content-Type: text/plain; charset=utf-8\r\n\r\n"
          + "林经理好：\r\n\r\n冲压二线上个月停了十一次。\r\n\r\n-- \r\n刘\r\n";

  @TempDir static Path temporary;
  private static Chromium chromium;
  private static RunningService service;

  @BeforeAll
  static void start() throws Exception {
    chromium = Chromium.start();
    service = new RunningService(temporary.resolve("data"));
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

  private static HttpResponse<String> send(
      RunningService.Browser who, String path, String type, String body, String key)
      throws Exception {
    return service.client.send(
        service
            .request(who, path)
            .header("Content-Type", type)
            .header("X-CSRF-Token", who.csrf())
            .header("Idempotency-Key", key)
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  @Test
  void aTableSentTwiceIsImportedOnce() throws Exception {
    RunningService.Browser zhou = service.signIn("zhou");
    ObjectMapper json = new ObjectMapper();
    String path = "/api/v1/imports/deals";
    JsonNode checked =
        json.readTree(send(zhou, path + "?check=true", "text/csv", TABLE, "t1").body());
    assertThat(checked.get("good").asInt()).isEqualTo(2);
    assertThat(checked.get("lines").get(0).get("state").asText()).isEqualTo("good");
    JsonNode report = json.readTree(send(zhou, path, "text/csv", TABLE, "t1").body());
    assertThat(report.get("bad").asInt()).isEqualTo(1);
    JsonNode wrong = report.get("lines").get(1);
    assertThat(wrong.get("line").asInt()).isEqualTo(3);
    assertThat(wrong.get("column").asText()).isEqualTo("customer");
    assertThat(wrong.get("problem").asText()).isNotEmpty();
    JsonNode again = json.readTree(send(zhou, path, "text/csv", TABLE, "t1").body());
    assertThat(again.get("lines").get(0).get("state").asText()).isEqualTo("there");
    String first = report.get("lines").get(0).get("deal").asText();
    assertThat(again.get("lines").get(0).get("deal").asText()).isEqualTo(first);
    assertThat(service.json(zhou, "/api/v1/deals/" + first + "/statements")).hasSize(1);
    JsonNode won =
        service.json(zhou, "/api/v1/deals/" + report.get("lines").get(2).get("deal").asText());
    assertThat(won.get("outcome").asText()).isEqualTo("won");
    assertThat(won.get("firstQuote").asText()).isEqualTo("2026-03-09");
    HttpResponse<String> none = send(zhou, path, "text/csv", "a=b", "t2");
    assertThat(none.statusCode()).isEqualTo(422);
    assertThat(none.body()).contains("urn:dealcoach:problem:no-table");
  }

  @Test
  void aMailBecomesStatements() throws Exception {
    RunningService.Browser lin = service.signIn("lin");
    String deal = service.json(lin, "/api/v1/deals").get("items").get(0).get("id").asText();
    String path = "/api/v1/deals/" + deal + "/mails";
    int before = service.json(lin, "/api/v1/deals/" + deal + "/statements").size();
    assertThat(send(lin, path + "?check=true", "message/rfc822", MAIL, "m").statusCode())
        .isEqualTo(200);
    assertThat(service.json(lin, "/api/v1/deals/" + deal + "/statements")).hasSize(before);
    send(lin, path, "message/rfc822", MAIL, "m");
    send(lin, path, "message/rfc822", MAIL, "m");
    JsonNode said = service.json(lin, "/api/v1/deals/" + deal + "/statements");
    assertThat(said).hasSize(before + 2);
    assertThat(said.get(before + 1).get("source").asText()).isEqualTo("mail");
    assertThat(said.get(before + 1).get("text").asText()).isEqualTo("冲压二线上个月停了十一次。");
    HttpResponse<String> none = send(lin, path, "message/rfc822", "no mail", "n");
    assertThat(none.body()).contains("urn:dealcoach:problem:no-mail");
    assertThat(send(service.signIn("zhou"), path, "message/rfc822", MAIL, "z").statusCode())
        .isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({"zh, 360", "en, 1280"})
  void aRepImportsATableAfterLookingAtIt(String language, int width) throws Exception {
    try (SignedVisit visit =
        new SignedVisit(chromium.browser(), service, "qiao", language, width)) {
      Page page = visit.page();
      visit.go("/import");
      visit.good("import");
      page.setInputFiles("#file", new FilePayload("d.csv", "text/csv", TABLE.getBytes(UTF_8)));
      assertThat(page.locator("#lines li")).hasCount(3);
      assertThat(page.locator("#lines li").first()).containsText("customer");
      visit.good("import-checked");
      page.click("#import");
      assertThat(page.locator("#lines a")).hasCount(2);
      visit.good("import-done");
      page.setInputFiles("#file", new FilePayload("d.csv", "text/csv", "a=b".getBytes(UTF_8)));
      assertThat(page.locator("#error h2")).isVisible();
    }
  }

  @Test
  void aMailIsLookedThroughBeforeItIsKept() throws Exception {
    try (SignedVisit visit = new SignedVisit(chromium.browser(), service, "hart", "en", 360)) {
      Page page = visit.page();
      visit.go("/deals");
      page.click("#deals li a:has-text('Dock booking')");
      page.setInputFiles("#mail", new FilePayload("m.eml", "message/rfc822", MAIL.getBytes(UTF_8)));
      assertThat(page.locator("#say")).hasValue("林经理好：\n冲压二线上个月停了十一次。");
      visit.good("deal-mail");
      page.fill("#say", "冲压二线上个月停了十一次。");
      page.click("section form.stack button");
      assertThat(page.locator(".said li")).hasCount(1);
      assertThat(page.locator(".said li")).containsText("mail");
    }
  }

  @Test
  void aNoticeTellsOfAReviewUntilItIsSeen() throws Exception {
    RunningService.Browser hart = service.signIn("hart");
    String deal = service.json(hart, "/api/v1/deals").get("items").get(0).get("id").asText();
    int before = service.json(hart, "/api/v1/notices/unseen").get("unseen").asInt();
    service.handIn(hart, deal, "ours.md", "# Proposal\n\nWords.\n".getBytes(UTF_8), null);
    service.handIn(hart, deal, "empty.txt", new byte[0], null);
    service.events(hart, deal);
    try (SignedVisit visit = new SignedVisit(chromium.browser(), service, "hart", "en", 1280)) {
      Page page = visit.page();
      visit.go("/notices");
      assertThat(page.locator("#notices")).containsText("Reviewed: ours.md");
      assertThat(page.locator("#notices")).containsText("Could not be reviewed: empty.txt");
      assertThat(service.json(hart, "/api/v1/notices/unseen").get("unseen").asInt())
          .isGreaterThanOrEqualTo(before + 2);
      assertThat(page.locator(".bell-count")).not().isEmpty();
      visit.good("notices");
      page.click("#seen");
      assertThat(page.locator(".bell-count")).isEmpty();
      assertThat(page.locator("#seen")).hasCount(0);
      page.click("#notices a:has-text('ours.md')");
      assertThat(page.locator("main")).hasAttribute("data-ready", "true");
    }
  }
}
