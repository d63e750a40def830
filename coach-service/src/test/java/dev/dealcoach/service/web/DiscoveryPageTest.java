package dev.dealcoach.service.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.dealcoach.service.CommandRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person sees and does with a typed summary, in a real browser. */
class DiscoveryPageTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> ITEMS =
      List.of("pain", "budget", "decision_maker", "competitor", "next_step");
  private static final Map<String, String> COLOURS =
      Map.of(
          "covered", "rgb(29, 107, 58)",
          "partial", "rgb(138, 90, 0)",
          "missing", "rgb(163, 41, 31)");

  private static final String CHINESE =
      "今天去了桂岭轴承 磨床老是停 上个月停了十一次误了两批出口单 预算没聊到 采购说大概一百来万吧 老板没见着 他说回头再联系 我尽量这两周再跑一趟";
  private static final String ENGLISH =
      "Met Dana Whitfield, who owns the bakery and signs everything herself, in her office. The oven"
          + " failed 11 times last month and they threw out 900 loaves. Nobody mentioned money. She"
          + " compared us with the Dutch oven: theirs is cheaper but takes two hours to clean. I will"
          + " try to get back to her at some point next month.";
  private static final String CHEER = "今天整体沟通非常顺畅，客户很感兴趣，需求明确，氛围特别融洽，后续会持续跟进，信心满满，请领导放心。";

  @TempDir static Path temporary;
  private static Chromium chromium;
  private static PageServer server;
  private static String address;

  private Visit visit;
  private Page page;

  @BeforeAll
  static void start() throws Exception {
    chromium = Chromium.start();
    ProposalReviewer none =
        (file, name, statements, stage) -> {
          throw new IllegalStateException("no proposal is handed in here");
        };
    server =
        new PageServer(
            none, WebLimits.STANDARD, temporary.resolve("reviews"), InstantSource.system());
    address = server.address();
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
    if (chromium != null) {
      chromium.close();
    }
  }

  @BeforeEach
  void open() {
    open(1280, 900, ColorScheme.LIGHT);
  }

  private void open(int width, int height, ColorScheme scheme) {
    leave();
    visit = new Visit(chromium.browser(), width, height, scheme);
    page = visit.page();
  }

  @AfterEach
  void leave() {
    if (visit != null) {
      visit.close();
      visit.assertQuiet(address);
    }
  }

  private void judge(String text, String language) {
    page.navigate(address + "/discovery?lang=" + language);
    page.fill("#text", text);
    page.click("#start");
    page.waitForSelector("main[data-ready]");
  }

  private JsonNode report(String text, String... options) throws Exception {
    Path file = Files.writeString(temporary.resolve("summary.txt"), text);
    List<String> words = new ArrayList<>(List.of("discovery", file.toString()));
    words.addAll(List.of(options));
    return JSON.readTree(CommandRun.of(words.toArray(String[]::new)).out());
  }

  @ParameterizedTest
  @CsvSource({"zh, 痛点, 没有问到", "en, Need, not asked"})
  void everyItemShowsItsStatusReasonPlacesAndQuestion(String language, String need, String missing)
      throws Exception {
    String text = language.equals("zh") ? CHINESE : ENGLISH;
    judge(text, language);
    JsonNode report = report(text, "--lang", language);
    assertThat(page.locator("#score")).hasText(report.get("score").asText());
    assertThat(page.locator(".said-text")).hasText(text);
    assertThat(page.locator("#item-pain h2")).containsText(need);
    int seen = 0;
    for (String id : ITEMS) {
      JsonNode item = report.at("/items/" + id);
      String status = item.get("status").textValue();
      seen |= 1 << List.of("missing", "partial", "covered").indexOf(status);
      Locator card = page.locator("#item-" + id);
      assertThat(card).hasClass(Pattern.compile("status-" + status));
      assertThat(card).hasCSS("border-left-color", COLOURS.get(status));
      assertThat(card).containsText(item.get("reason").textValue());
      assertThat(card.locator(".places-evidence .words")).hasText(texts(item.get("evidence")));
      assertThat(card.locator(".places-against .words")).hasText(texts(item.get("against")));
      if (item.get("ask").isNull()) {
        assertThat(card.locator(".ask")).hasCount(0);
      } else {
        assertThat(card.locator(".ask p")).hasText(item.get("ask").textValue());
      }
    }
    assertThat(seen).as("every status occurs in the example").isEqualTo(7);
    assertThat(page.locator(".status-missing .status-word").first()).hasText(missing);
    assertThat(page.locator("#vague .words")).hasText(texts(report.get("vague")));
    assertThat(page.locator("mark.mark-vague, mark.weak").first()).isVisible();
    assertThat(page.locator("#filler")).hasCount(0);
  }

  private static String[] texts(JsonNode places) {
    List<String> texts = new ArrayList<>();
    places.forEach(place -> texts.add(place.get("text").textValue()));
    return texts.toArray(String[]::new);
  }

  @Test
  void anItemLeadsToItsPlaceAndThePlaceToItsItem() throws Exception {
    judge(ENGLISH, "en");
    String place = report(ENGLISH).at("/items/pain/evidence/0/text").textValue();
    page.locator("#item-pain .place").first().click();
    assertThat(page.locator("mark.current").first()).isInViewport();
    assertThat(String.join("", page.locator("mark.current").allInnerTexts())).isEqualTo(place);
    page.locator("mark[data-keys~='decision_maker-for-0']").first().click();
    assertThat(page.locator("[aria-current=true]"))
        .hasAttribute("data-key", "decision_maker-for-0");
    assertThat(page.locator("#item-decision_maker .place").first()).isFocused();
  }

  @Test
  void everythingWorksByKeyboard() {
    page.navigate(address + "/discovery?lang=en");
    page.focus("#text");
    page.keyboard().insertText(ENGLISH);
    page.keyboard().press("Control+Enter");
    page.waitForSelector("main[data-ready]");
    assertThat(page.locator("#answer")).isFocused();
    page.focus("#item-pain .place");
    page.keyboard().press("Enter");
    assertThat(page.locator("mark.current").first()).isVisible();
    page.locator("mark[data-keys~='decision_maker-for-0']").first().focus();
    page.keyboard().press("Enter");
    assertThat(page.locator("#item-decision_maker .place").first()).isFocused();
  }

  @Test
  void cheerWithoutContentIsCalledFiller() {
    judge(CHEER, "zh");
    assertThat(page.locator("#filler")).containsText("没有能核实的内容");
    assertThat(page.locator(".item.status-missing")).hasCount(5);
    assertThat(page.locator(".item .ask")).hasCount(5);
  }

  @Test
  void anIndustryHasItsOwnQuestions() throws Exception {
    page.navigate(address + "/discovery?lang=zh");
    assertThat(page.locator("#industry option")).hasCount(13);
    page.fill("#text", CHINESE);
    page.selectOption("#industry", "manufacturing");
    page.click("#start");
    assertThat(page.locator("#item-decision_maker .ask p"))
        .hasText(report(CHINESE, "--industry", "轴承厂").at("/items/decision_maker/ask").textValue());
  }

  @Test
  void theReportCanBeDownloaded() throws Exception {
    judge(CHINESE, "zh");
    Download download = page.waitForDownload(() -> page.click("#download-json"));
    assertThat(download.suggestedFilename()).isEqualTo("discovery.dealcoach.json");
    assertThat(JSON.readTree(Files.readString(download.path()))).isEqualTo(report(CHINESE));
  }

  @Test
  void badInputIsExplainedAndKept() {
    page.navigate(address + "/discovery?lang=en");
    page.click("#start");
    assertThat(page.locator("#error")).containsText("There is no summary yet");
    assertThat(page.locator("#error")).isFocused();
    page.fill("#text", "x".repeat(20_001));
    page.click("#start");
    assertThat(page.locator("#error")).containsText("This text is too long");
    page.navigate(address + "/discovery?lang=zh");
    page.fill("#text", "PK\u0003\u0004");
    page.click("#start");
    assertThat(page.locator("#error")).containsText("没有能读的文字");
    assertThat(page.locator("#text")).hasValue("PK\u0003\u0004");
  }

  @Test
  void backAndTheLanguageSwitchKeepWhatWasTyped() {
    judge(ENGLISH, "en");
    assertThat(page.locator("#answer")).containsText("of 5 settled");
    page.click("#language");
    page.waitForSelector("main[data-ready]");
    assertThat(page.locator("#answer")).containsText("问清楚了");
    page.goBack();
    page.goBack();
    assertThat(page.locator("#text")).hasValue(ENGLISH);
    page.goForward();
    page.waitForSelector("main[data-ready]");
    page.click("#another");
    assertThat(page.locator("#text")).hasValue("");
  }

  @Test
  void thePagesLeadToEachOther() {
    page.navigate(address + "/discovery?lang=zh");
    assertThat(page.locator(".bar-pages [aria-current]")).hasText("小结");
    page.click(".bar-pages a[href='/']");
    assertThat(page.locator("h1")).containsText("交一份方案");
    page.click(".bar-pages a[href='/discovery']");
    assertThat(page.locator("h1")).containsText("写一段拜访小结");
  }

  @Test
  void theTextIsNeverMarkup() {
    String text = "</script><img src=x onerror=\"window.hit=1\"> 预算没聊到 老板没见着 <b>改天再说</b>";
    judge(text, "zh");
    assertThat(page.locator(".said-text")).hasText(text);
    assertThat(page.locator("#main img, #main b, #main script")).hasCount(0);
    assertThat(page.evaluate("() => window.hit === undefined")).isEqualTo(true);
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  void nothingOverflowsAPhone(String language) {
    open(360, 740, ColorScheme.LIGHT);
    page.navigate(address + "/discovery?lang=" + language);
    String sideways = "() => document.documentElement.scrollWidth - innerWidth";
    assertThat(page.evaluate(sideways)).isEqualTo(0);
    judge(language.equals("zh") ? CHINESE : ENGLISH, language);
    assertThat(page.evaluate(sideways)).isEqualTo(0);
    assertThat(page.locator("#answer")).isInViewport();
    page.locator("#item-pain .place").first().click();
    assertThat(page.locator("mark.current").first()).isInViewport();
  }

  @ParameterizedTest
  @CsvSource({"LIGHT, 1280", "DARK, 1280", "LIGHT, 360", "DARK, 360"})
  void thePageIsAccessible(ColorScheme scheme, int width) throws Exception {
    open(width, 800, scheme);
    page.navigate(address + "/discovery?lang=zh");
    accessible();
    page.click("#start");
    accessible();
    judge(CHINESE, "zh");
    page.locator("#item-pain .place").first().click();
    accessible();
    judge(CHEER, "en");
    accessible();
  }

  private void accessible() throws Exception {
    assertThat(Axe.violations(page)).isEmpty();
  }
}
