package dev.dealcoach.service.web.deals;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import dev.dealcoach.service.web.Chromium;
import dev.dealcoach.service.web.deals.RunningService.Browser;
import dev.dealcoach.service.web.record.Recorded;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a manager's override to the decision of the dispute, in a real browser. */
class CorrectionsPageTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** A recording of the fixture: a pain with its numbers and a next step, nothing else. */
  private static final String VISIT = "summary-short";

  private static final String CALL = "跟仓库的人通了个电话，盘点老是对不上，差多少没讲。钱的事没聊，谁说了算也不清楚，他说改天再约。";

  private static final String VIDEO = "视频里财务总监也在，她说退货单每周要手工录三百张，两个人录到半夜。预算写进了今年的计划表，已经发给我了。";

  @TempDir static Path temporary;
  private static Chromium chromium;
  private static RunningService service;
  private static Browser lin;
  private static String deal;

  @BeforeAll
  static void start() throws Exception {
    chromium = Chromium.start("--autoplay-policy=no-user-gesture-required");
    Path data = temporary.resolve("data");
    Files.createDirectories(data);
    Recorded.install(data, temporary);
    service = new RunningService(data);
    lin = service.signIn("lin");
    deal = made("/api/v1/deals", "{\"customer\":\"长虹铸件\",\"title\":\"砂箱管理\"}").get("id").asText();
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

  private static JsonNode made(String path, String body) throws Exception {
    return JSON.readTree(service.post(lin, path, body, null).body());
  }

  private static SignedVisit visit(String name, String language, int width) {
    return new SignedVisit(chromium.browser(), service, name, language, width);
  }

  private static void ready(Page page) {
    assertThat(page.locator("main")).hasAttribute("data-ready", "true");
  }

  /** When an item's evidence is said in the recording: its first and its last second. */
  private static double[] said(String contact, String item) throws Exception {
    JsonNode evidence =
        service
            .json(lin, "/api/v1/contacts/" + contact)
            .at("/report/items/" + item + "/evidence/0");
    double first = Double.MAX_VALUE;
    double last = 0;
    for (JsonNode word :
        service.json(lin, "/api/v1/contacts/" + contact + "/recording").at("/recording/words")) {
      int at = word.get("at").asInt();
      if (at < evidence.get("end").asInt()
          && evidence.get("start").asInt() < at + word.get("word").asText().length()) {
        first = Math.min(first, word.get("start").asDouble());
        last = Math.max(last, word.get("end").asDouble());
      }
    }
    return new double[] {first, last};
  }

  /** The rep's discovery figure of the present week, as it stands in the trend. */
  private static double trend(Page page) {
    return Double.parseDouble(
        page.getAttribute(
            "table[data-chart=trend] tbody tr:first-child td:nth-child(2)", "data-value"));
  }

  @Test
  void whatWasHeardIsOverriddenDisputedAndDecided() throws Exception {
    String contact = service.recorded(lin, deal, Recorded.form(Recorded.wav(VISIT), Map.of()));
    String address = "/deals/" + deal + "/contacts/" + contact;
    double before;
    String person;
    try (SignedVisit visit = visit("shen", "zh", 1280)) {
      Page page = visit.page();
      // home, the rep, the contact: two clicks
      visit.go("/start");
      page.click("tbody th a:has-text('林晓舟')");
      before = trend(page);
      person = URI.create(page.url()).getPath();
      page.click("#contacts a[href='" + address + "']");
      ready(page);
      double[] said = said(contact, "next_step");
      assertThat(said[0]).isGreaterThan(1);
      page.click("#item-next_step .hear");
      page.waitForFunction(
          "(end) => { const a = document.querySelector('audio'); return a.paused && a.currentTime >= end; }",
          said[1]);
      assertThat((Double) page.evaluate("() => document.querySelector('audio').played.start(0)"))
          .isCloseTo(said[0] - 0.1, within(0.05));
      assertThat(
              ((Number) page.evaluate("() => document.querySelector('audio').played.end(0)"))
                  .doubleValue())
          .isBetween(said[1], said[1] + 1);
      assertThat(page.locator("#said .word.current").first()).isVisible();
      int machine = Integer.parseInt(page.textContent("#score"));
      // one tap says that the machine is right
      page.click("#item-decision_maker .corr-confirm");
      assertThat(page.locator("#item-decision_maker .corr-confirmed")).containsText("沈岳");
      // and with the keyboard something else is put in its place
      page.focus("#item-competitor .corr-open summary");
      page.keyboard().press("Enter");
      visit.good("contact-correcting");
      page.check("#item-competitor input[value=covered]");
      page.fill("#item-competitor textarea", "录音里比了两家的交期。");
      page.keyboard().press("Tab");
      page.keyboard().press("Enter");
      assertThat(page.locator("#item-competitor .corr-said q")).hasText("录音里比了两家的交期。");
      assertThat(page.locator("#item-competitor .status-word")).hasText("已问到");
      assertThat(page.locator("#item-competitor .corr-machine")).containsText("没有问到");
      assertThat(page.locator("#score")).hasText(Integer.toString(machine + 20));
      assertThat(page.locator(".answer .corr-tag")).containsText(Integer.toString(machine));
      visit.good("contact-corrected");
      visit.go(person);
      assertThat(trend(page)).isGreaterThan(before);
      assertThat(page.locator("#contacts li:has(a[href='" + address + "']) .corr-tag"))
          .containsText(Integer.toString(machine));
      visit.good("person-corrected");
    }
    String dispute;
    try (SignedVisit visit = visit("lin", "zh", 360)) {
      Page page = visit.page();
      visit.go("/notices");
      page.click("#notices a:has-text('长虹铸件')");
      ready(page);
      assertThat(page.locator("#item-competitor .corr-said q")).hasText("录音里比了两家的交期。");
      page.click("#item-competitor .corr-open summary");
      page.fill("#item-competitor textarea", "交期是我自己算的，客户没有比。");
      page.setInputFiles(
          "#item-competitor input[type=file]",
          new FilePayload("邮件.txt", "text/plain", "原文".getBytes(StandardCharsets.UTF_8)));
      visit.good("contact-disputing");
      page.click("#item-competitor .corr-form button");
      assertThat(page.locator("#item-competitor .corr-dispute")).containsText("交期是我自己算的");
      assertThat(page.locator("#item-competitor .corr-open")).hasCount(0);
      page.click("#item-competitor .corr-dispute a");
      assertThat(page.locator("#file a")).containsText("邮件.txt");
      assertThat(page.locator("#decide")).hasCount(0);
      visit.good("dispute-own");
      dispute = page.url().replaceAll(".*/disputes/([0-9a-f-]+).*", "$1");
    }
    String kappa = service.json(service.signIn("gu"), "/api/v1/agreement").toString();
    try (SignedVisit visit = visit("gu", "zh", 1280)) {
      Page page = visit.page();
      visit.go("/queue");
      visit.good("queue-disputed");
      page.click("#disputed a[href$='" + dispute + "']");
      assertThat(page.locator("#said li")).hasCount(1);
      page.check("#decide input[value=missing]");
      page.fill("#reason", "比较要有客户在场，这次确实没有。");
      visit.good("dispute-deciding");
      page.click("#decide button");
      assertThat(page.locator("#state")).hasText("结果改了");
      assertThat(page.locator("#value")).containsText("没有问到");
      visit.go("/agreement");
      assertThat(page.locator("tr[data-item=competitor]")).isVisible();
      visit.good("agreement-decided");
    }
    assertThat(service.json(service.signIn("gu"), "/api/v1/agreement").toString())
        .isNotEqualTo(kappa);
    try (SignedVisit visit = visit("admin", "zh", 1280)) {
      visit.go("/manage/audit");
      Page page = visit.page();
      assertThat(page.locator("#entries"))
          .containsText("score competitor overridden missing -> covered");
      assertThat(page.locator("#entries"))
          .containsText("score competitor decided missing -> missing");
    }
    try (SignedVisit visit = visit("shen", "zh", 1280)) {
      visit.go(person);
      assertThat(trend(visit.page())).isEqualTo(before);
    }
    try (SignedVisit visit = visit("lin", "en", 1280)) {
      Page page = visit.page();
      visit.go(address);
      ready(page);
      assertThat(page.locator("#item-competitor .status-word")).hasText("not asked");
      assertThat(page.locator("#item-competitor .corr-decided")).containsText("顾明远");
      assertThat(page.locator(".answer .corr-tag")).hasCount(0);
      visit.good("contact-decided");
    }
  }

  @Test
  void aReasonThatIsMissingIsAskedForAndNothingIsLost() throws Exception {
    String contact =
        made("/api/v1/deals/" + deal + "/contacts", "{\"text\":\"" + CALL + "\"}")
            .get("id")
            .asText();
    try (SignedVisit visit = visit("shen", "en", 360)) {
      Page page = visit.page();
      visit.go("/deals/" + deal + "/contacts/" + contact);
      ready(page);
      page.click("#item-competitor .corr-open summary");
      page.check("#item-competitor input[value=partial]");
      page.fill("#item-competitor textarea", " ");
      page.click("#item-competitor .corr-form button");
      assertThat(page.locator("#item-competitor .corr-trouble"))
          .containsText("One sentence is missing");
      assertThat(page.locator("#item-competitor input[value=partial]")).isChecked();
      visit.good("contact-no-reason");
    }
  }

  @Test
  void aPointOfAProposalIsCorrectedWhereItStands() throws Exception {
    byte[] file = Files.readAllBytes(Path.of("src/main/assembly/rehearsal/01.md"));
    String review =
        JSON.readTree(service.handIn(lin, deal, "01.md", file, null).body()).get("id").asText();
    service.events(lin, deal);
    String address = "/deals/" + deal + "/reviews/" + review;
    try (SignedVisit visit = visit("shen", "en", 1280)) {
      Page page = visit.page();
      visit.go(address);
      ready(page);
      boolean met = page.locator("#score-evidence .point-met").count() > 0;
      page.click("#score-evidence .corr-open summary");
      page.check("#score-evidence input[value=" + (met ? "not_met" : "met") + "]");
      page.fill("#score-evidence textarea", "I counted them.");
      page.click("#score-evidence .corr-form button");
      assertThat(page.locator("#score-evidence .corr-said q")).hasText("I counted them.");
      assertThat(page.locator("#score-evidence .group-head ." + (met ? "point-not" : "point-met")))
          .hasCount(1);
      assertThat(page.locator("#scores .corr-tag")).containsText("machine");
      visit.good("review-corrected");
    }
    try (SignedVisit visit = visit("lin", "zh", 360)) {
      Page page = visit.page();
      visit.go(address);
      ready(page);
      assertThat(page.locator("#score-evidence .corr-said q")).hasText("I counted them.");
      assertThat(page.locator("#score-evidence .corr-open summary")).hasText("有不同意见");
      visit.good("review-corrected-own");
    }
  }

  @Test
  void whatWasScoredBlindStandsBesideTheMachinesWord() throws Exception {
    String contact =
        made("/api/v1/deals/" + deal + "/contacts", "{\"text\":\"" + VIDEO + "\"}")
            .get("id")
            .asText();
    try (SignedVisit visit = visit("shen", "zh", 360)) {
      Page page = visit.page();
      visit.go("/queue/contacts/" + contact);
      visit.good("blind-scoring");
      for (String item :
          new String[] {"pain", "budget", "decision_maker", "competitor", "next_step"}) {
        page.check("#blind input[name=" + item + "][value=partial]");
      }
      page.click("#blind button");
      ready(page);
      assertThat(page.locator("#item-competitor .corr-blind")).containsText("不完整");
      assertThat(page.locator("#item-competitor .status-word")).hasText("没有问到");
      visit.good("contact-blind");
      visit.go("/queue/contacts/" + contact);
      assertThat(page.locator("#seen")).isVisible();
    }
  }
}
