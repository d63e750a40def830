package dev.dealcoach.service.web.deals;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.dealcoach.service.web.Chromium;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a rep sees of contacts and deals, in a real browser on the real service. */
class ContactPageTest {
  private static final String VISIT =
      "今天在长虹铸件见到马总，他自己拍板。浇注线上个月因为找不到砂箱停了九次，一次半小时。预算他说十六万上下。下周四我带工程师去看。";

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

  private static void newDeal(SignedVisit visit, String customer) {
    visit.go("/deals");
    visit.page().click("details.new summary");
    visit.page().fill("#customer", customer);
    visit.page().fill("#title", "模具管理");
    visit.page().click("details.new button");
  }

  private static void note(Page page, String text) {
    page.click("#new-contact");
    page.fill("#text", text);
    page.click("#start");
    assertThat(page.locator("main")).hasAttribute("data-ready", "true");
  }

  @ParameterizedTest
  @CsvSource({"lin, zh, 360", "qiao, en, 1280"})
  void aRepWritesUpAContactAndSeesWhatToAskNext(String name, String language, int width)
      throws IOException {
    try (SignedVisit visit = visit(name, language, width)) {
      Page page = visit.page();
      newDeal(visit, "长虹铸件");
      page.click("#new-contact");
      visit.good("contact-new");
      page.fill("#text", VISIT);
      page.reload();
      assertThat(page.locator("#text")).hasValue(VISIT);
      page.click("details summary");
      page.selectOption("#kind", "call");
      page.fill("#people", "马总");
      visit.good("contact-new-details");
      page.click("#start");
      assertThat(page.locator("main")).hasAttribute("data-ready", "true");
      assertThat(page.locator(".over .lead")).containsText("马总");
      assertThat(page.locator("#item-decision_maker"))
          .hasClass(java.util.regex.Pattern.compile(".*status-covered.*"));
      assertThat(page.locator(".ask").first()).isVisible();
      page.click("#item-pain .place");
      assertThat(page.locator("mark.current").first()).isVisible();
      visit.good("contact");
      page.click(".over a");
      assertThat(page.locator("#contacts li")).hasCount(1);
      assertThat(page.locator("#best li")).hasCount(5);
      visit.good("deal-with-contact");
    }
  }

  @Test
  void theSameWordsForAnotherCustomerAreFlagged() throws IOException {
    try (SignedVisit visit = visit("zhou", "zh", 360)) {
      newDeal(visit, "一号客户");
      note(visit.page(), VISIT.replace("长虹铸件", "一号客户"));
      assertThat(visit.page().locator("#copy")).hasCount(0);
      newDeal(visit, "二号客户");
      note(visit.page(), VISIT.replace("长虹铸件", "二号客户"));
      assertThat(visit.page().locator("#copy a")).containsText("一号客户");
      visit.good("contact-copy");
    }
  }

  @Test
  void anEmptySummarySaysWhatToDoAndNothingIsLost() throws IOException {
    try (SignedVisit visit = visit("hart", "en", 360)) {
      newDeal(visit, "Third customer");
      visit.page().click("#new-contact");
      visit.page().click("#start");
      assertThat(visit.page().locator("#error")).containsText("There is no summary yet");
      visit.good("contact-new-refused");
    }
  }

  @Test
  void aDealIsChangedOnItsPage() throws IOException {
    try (SignedVisit visit = visit("hart", "en", 1280)) {
      Page page = visit.page();
      newDeal(visit, "Fourth customer");
      page.click("#edit summary");
      visit.good("deal-edit");
      page.selectOption("#outcome", "won");
      page.click("#edit button");
      assertThat(page.locator("#error")).containsText("Nothing was kept");
      visit.good("deal-edit-refused");
      page.selectOption("#outcome", "won");
      page.selectOption("#stage", "closed");
      page.fill("#industry", "Logistics");
      page.click("#edit button");
      assertThat(page.locator("main > .lead")).containsText("won");
      assertThat(page.locator("main > .lead")).containsText("Logistics");
      assertThat(page.locator("#error")).isHidden();
      assertThat(page.url()).contains("/deals/");
    }
  }

  @Test
  void theManagerReadsAndCannotWrite() throws IOException {
    try (SignedVisit visit = visit("reed", "en", 1280)) {
      Page page = visit.page();
      visit.go("/deals");
      page.click("#deals li a:has-text('Cold-store')");
      assertThat(page.locator("#new-contact")).hasCount(0);
      page.click("#contacts a");
      assertThat(page.locator("main")).hasAttribute("data-ready", "true");
      assertThat(page.locator(".downloads a")).hasCount(1);
      visit.good("contact-of-another");
    }
  }
}
