package dev.dealcoach.service.web.deals;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import dev.dealcoach.service.web.Chromium;
import dev.dealcoach.service.web.deals.RunningService.Browser;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a manager's override to the decision of the dispute, in a real browser. */
class CorrectionsPageTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String VISIT =
      "今天在长虹铸件见到马总，他自己拍板。浇注线上个月因为找不到砂箱停了九次，一次半小时。预算他说十六万上下。下周四我带工程师去看。";

  /** In other words: the same ones would be a copy. */
  private static final String CALL = "跟仓库的人通了个电话，盘点老是对不上，差多少没讲。钱的事没聊，谁说了算也不清楚，他说改天再约。";

  private static final String VIDEO = "视频里财务总监也在，她说退货单每周要手工录三百张，两个人录到半夜。预算写进了今年的计划表，已经发给我了。";

  @TempDir static Path temporary;
  private static Chromium chromium;
  private static RunningService service;
  private static Browser lin;
  private static String deal;

  @BeforeAll
  static void start() throws Exception {
    chromium = Chromium.start();
    service = new RunningService(temporary.resolve("data"));
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

  @Test
  void anOverrideIsDisputedAndDecided() throws Exception {
    String contact =
        made("/api/v1/deals/" + deal + "/contacts", "{\"text\":\"" + VISIT + "\"}")
            .get("id")
            .asText();
    String address = "/deals/" + deal + "/contacts/" + contact;
    try (SignedVisit visit = visit("shen", "zh", 1280)) {
      Page page = visit.page();
      visit.go(address);
      ready(page);
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
    org.assertj.core.api.Assertions.assertThat(
            service.json(service.signIn("gu"), "/api/v1/agreement").toString())
        .isNotEqualTo(kappa);
    try (SignedVisit visit = visit("admin", "zh", 1280)) {
      visit.go("/manage/audit");
      Page page = visit.page();
      assertThat(page.locator("#entries"))
          .containsText("score competitor overridden missing -> covered");
      assertThat(page.locator("#entries"))
          .containsText("score competitor decided missing -> missing");
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
