package dev.dealcoach.service.web.deals;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.Media;
import dev.dealcoach.service.web.Chromium;
import dev.dealcoach.service.web.deals.RunningService.Browser;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tasks, brief, honours board and replay, in a real browser on the real service. */
class LearningPageTest {
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

  private static SignedVisit visit(String name, String language, int width) {
    return new SignedVisit(chromium.browser(), service, name, language, width);
  }

  @ParameterizedTest
  @CsvSource({"zh, 1280", "zh, 360", "en, 1280", "en, 360"})
  void theBriefIsReadAndTakenAlong(String language, int width) throws Exception {
    try (SignedVisit visit = visit("shen", language, width)) {
      Page page = visit.page();
      visit.go("/brief");
      assertThat(page.locator("#answer")).isVisible();
      assertThat(page.locator("#lights tbody tr")).hasCount(2);
      assertThat(page.locator("#gaps > li").first()).isVisible();
      assertThat(page.locator("#tasks li").first()).isVisible();
      visit.good("brief");
      Path file = page.waitForDownload(() -> page.click("#pdf")).path();
      assertThat(Files.readAllBytes(file)).startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      assertThat(page.locator(".learn-tabs")).isHidden();
      assertThat(page.locator("form.filter")).isHidden();
      assertThat(page.locator("#answer")).isVisible();
    }
  }

  @ParameterizedTest
  @CsvSource({"zh, 360", "en, 1280"})
  void aTaskIsSetSeenAtHomeAndDone(String language, int width) throws Exception {
    String title = "问清预算写在哪里 " + language;
    try (SignedVisit visit = visit("shen", language, width)) {
      Page page = visit.page();
      visit.go("/tasks/new");
      page.selectOption(
          "#owner", new com.microsoft.playwright.options.SelectOption().setLabel("周以宁"));
      page.fill("#title", title);
      page.fill("#doneWhen", "小结里有数字");
      visit.good("task-new");
      page.click("main form button[type=submit]");
      assertThat(page.locator(".done")).isVisible();
      assertThat(page.locator("#theirs")).containsText(title);
      visit.good("tasks-manager");
    }
    try (SignedVisit visit = visit("zhou", language, width)) {
      Page page = visit.page();
      visit.go("/home");
      page.click("#needs a:has-text('" + title + "')");
      assertThat(page.locator("button[value=dropped]")).hasCount(0);
      visit.good("task");
      page.fill("#note", "十二万，在会签单上");
      page.click("button[value=done]");
      assertThat(page.locator("#state")).containsText("周以宁");
      visit.go("/home");
      assertThat(page.locator("#needs")).not().containsText(title);
    }
    try (SignedVisit visit = visit("shen", language, width)) {
      visit.go("/notices");
      Locator told = visit.page().locator("#notices a:has-text('" + title + "')").first();
      told.click();
      assertThat(visit.page().locator("main")).containsText("十二万，在会签单上");
    }
  }

  @ParameterizedTest
  @CsvSource({"zh, 360, contacts", "en, 1280, contacts", "en, 360, reviews", "zh, 1280, reviews"})
  void aTaskIsSetWhereTheWorkIs(String language, int width, String kind) throws Exception {
    String title = "下次带上合同 " + language + " " + kind;
    String address;
    try (SignedVisit visit = visit("shen", language, width)) {
      Page page = visit.page();
      visit.go("/team");
      page.click("tbody th a:has-text('林晓舟')");
      page.locator("#" + kind + " a").first().click();
      assertThat(page.locator("main"))
          .hasAttribute(
              "data-ready",
              "true",
              new LocatorAssertions.HasAttributeOptions().setTimeout(SignedVisit.PATIENCE));
      address = URI.create(page.url()).getPath();
      page.click("#set-task summary");
      assertThat(page.locator("#task-owner option:checked")).hasText("林晓舟");
      page.fill("#task-title", title);
      page.fill("#task-doneWhen", "合同在附件里");
      visit.good("task-from-" + kind);
      page.click("#set-task button[type=submit]");
      assertThat(page.locator(".done")).isVisible();
      page.click("#theirs a:has-text('" + title + "')");
      assertThat(page.locator("dd a[href='" + address + "']")).isVisible();
    }
    // who does it sees no form on the same page
    assertThat(service.page(service.signIn("lin"), address).body()).doesNotContain("set-task");
  }

  @Test
  void withoutScriptsATaskIsSetAllTheSame() throws Exception {
    Browser shen = service.signIn("shen");
    JsonNode contact = service.json(service.signIn("zhou"), "/api/v1/contacts").at("/items/0");
    String address =
        "/deals/" + contact.get("deal").asText() + "/contacts/" + contact.get("id").asText();
    Matcher owner =
        Pattern.compile("<option value=\"([^\"]+)\" selected>周以宁")
            .matcher(service.page(shen, address).body());
    assertThat(owner.find()).isTrue();
    String[] fields = {
      "link", address, "owner", owner.group(1), "title", "无脚本", "doneWhen", "", "due", "2099-01-01"
    };
    HttpResponse<String> again = service.form(shen, "/tasks", fields);
    assertThat(again.statusCode()).isEqualTo(422);
    assertThat(again.body()).contains("无脚本", address);
    fields[7] = "有回信";
    assertThat(service.form(shen, "/tasks", fields).statusCode()).isEqualTo(303);
    assertThat(service.json(shen, "/api/v1/tasks").findValuesAsText("link")).contains(address);
  }

  @ParameterizedTest
  @CsvSource({"gu, zh, 1280", "lin, zh, 360", "hart, en, 1280", "lin, en, 360"})
  void theBoardPraisesAndHelps(String name, String language, int width) throws Exception {
    try (SignedVisit visit = visit(name, language, width)) {
      visit.go("/honours");
      assertThat(visit.page().locator("h1")).isVisible();
      assertThat(visit.page().locator("section")).hasCount(2);
      visit.good("honours");
    }
  }

  @ParameterizedTest
  @CsvSource({"zh, 1280", "en, 360"})
  void aDealIsPlayedBackMarkedAndLearnedFrom(String language, int width) throws Exception {
    try (SignedVisit visit = visit("gu", language, width)) {
      Page page = visit.page();
      visit.go("/replays");
      visit.good("replays");
      page.locator("#replays a").last().click();
      assertThat(page.locator("#deals li")).hasCount(5);
      visit.good("replay");
      page.click("#deals li:nth-child(1) a");
      assertThat(page.locator("#events > li").first()).isVisible();
      page.waitForLoadState();
      int all = page.locator("#events > li").count();
      assertThat(all).isGreaterThan(2);
      visit.good("replay-deal");
      page.click("#play");
      assertThat(page.locator("#events > li:visible")).hasCount(1);
      page.click("#play");
      assertThat(page.locator("#events > li:visible")).hasCount(2);
      page.click("#back");
      assertThat(page.locator("#events > li:visible")).hasCount(1);
      page.click("#all");
      assertThat(page.locator("#events > li:visible")).hasCount(all);

      Locator event = page.locator("#events > li[data-kind=contact]").last();
      event.locator("details").first().locator("summary").click();
      event.locator("input[name=note]").fill("决策人到场 " + language);
      event.locator("form[action$='/marks'] button").click();
      assertThat(page.locator(".learn-mark").last()).containsText("决策人到场 " + language);
      event = page.locator("#events > li[data-kind=contact]").last();
      event.locator("details").last().locator("summary").click();
      event.locator("input[name=title]").fill("把预算拍了照 " + language);
      event.locator("form[action$='/actions'] button").click();
      assertThat(page.locator("#actions")).containsText("把预算拍了照 " + language);
      assertThat(page.locator(".done")).isVisible();
    }
    try (SignedVisit visit = visit("tao", "zh", 1280)) {
      visit.go("/workspace");
      assertThat(visit.page().locator("#list-nominated li").first()).isVisible();
    }
  }

  @Test
  void whoDoesNotLeadIsToldSo() throws Exception {
    try (SignedVisit visit = visit("lin", "zh", 360)) {
      Page page = visit.page();
      visit.go("/tasks");
      assertThat(page.locator("main .button")).hasCount(0);
      assertThat(page.locator("#mine li").first()).isVisible();
      visit.good("tasks");
    }
  }
}
