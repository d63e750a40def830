package dev.dealcoach.service.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import dev.dealcoach.service.CoachApplication;
import dev.dealcoach.service.CoachConfiguration;
import io.dropwizard.testing.ConfigOverride;
import io.dropwizard.testing.DropwizardTestSupport;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person sees and does, in a real browser on the real service. */
class ReviewPageTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir static Path temporary;
  private static Chromium chromium;
  private static DropwizardTestSupport<CoachConfiguration> service;
  private static String address;
  private static List<String> statements;

  private final List<String> requests = new ArrayList<>();
  private final List<String> troubles = new ArrayList<>();
  private BrowserContext context;
  private Page page;

  @BeforeAll
  static void start() throws Exception {
    chromium = Chromium.start();
    service =
        new DropwizardTestSupport<>(
            CoachApplication.class,
            "src/main/dist/config/coach.yml",
            ConfigOverride.config("dataDirectory", temporary.resolve("data").toString()),
            ConfigOverride.config("server.connector.port", "0"),
            ConfigOverride.config("logging.level", "WARN"));
    service.before();
    address = "http://localhost:" + service.getLocalPort();
    try (InputStream truth = ReviewPageTest.class.getResourceAsStream("01.truth.json")) {
      statements =
          StreamSupport.stream(JSON.readTree(truth).get("customer_sources").spliterator(), false)
              .map(JsonNode::textValue)
              .toList();
    }
  }

  @AfterAll
  static void stop() {
    if (service != null) {
      service.after();
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
    if (context != null) {
      context.close();
    }
    context =
        chromium
            .browser()
            .newContext(
                new Browser.NewContextOptions()
                    .setViewportSize(width, height)
                    .setColorScheme(scheme)
                    .setAcceptDownloads(true));
    page = context.newPage();
    page.setDefaultTimeout(120_000);
    page.onRequest(request -> requests.add(request.url()));
    page.onPageError(troubles::add);
    page.onConsoleMessage(
        message -> {
          // an answer of 4xx is told to the reader; the browser notes it here as well
          if (message.type().equals("error") && !message.text().startsWith("Failed to load")) {
            troubles.add(message.text());
          }
        });
  }

  @AfterEach
  void nothingLeftTheMachineAndNothingBroke() {
    context.close();
    assertThat(troubles).isEmpty();
    assertThat(requests)
        .isNotEmpty()
        .allSatisfy(
            url ->
                assertThat(url)
                    .matches(
                        Pattern.quote(address)
                            + "/.*|blob:"
                            + Pattern.quote(address)
                            + ".*|data:.*"));
  }

  private void review(String file, String language) {
    start(language);
    page.setInputFiles("#file", Examples.file(file, temporary));
    page.fill("#notes", String.join("\n", statements));
    submit();
  }

  private void start(String language) {
    page.navigate(address + "/?lang=" + language);
  }

  private void submit() {
    page.click("#start");
    page.waitForURL("**/reviews/**");
    page.waitForSelector("main[data-ready]");
  }

  private JsonNode report() {
    String id = page.url().replaceAll(".*/reviews/([^#?]+).*", "$1");
    return tree(context.request().get(address + "/api/reviews/" + id).text()).get("report");
  }

  private static JsonNode tree(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void theAnswerComesFirstAndEveryScoreIsThere() {
    review("01.pdf", "zh");
    assertThat(page.locator("#answer")).containsText("三个黄金动作都做到了。");
    assertThat(page.locator("#scores")).containsText("3/3");
    assertThat(page.locator(".strip-gold .point-met")).hasCount(3);
    JsonNode diagnoses = report().get("diagnoses");
    for (String name :
        List.of("structure", "customer_language", "risk_clauses", "competitor_response")) {
      JsonNode score = diagnoses.get(name).get("score");
      Locator bar = page.locator(".strip-bars a[href='#score-" + name + "']");
      if (score.isNull()) {
        assertThat(bar.locator(".bar-none")).not().isEmpty();
      } else {
        assertThat(bar.locator(".bar-value")).containsText(score.asText());
      }
    }
    assertThat(page.locator("html")).hasAttribute("lang", "zh-CN");
  }

  @ParameterizedTest
  @CsvSource({"01.pdf, 1", "02.pdf, 1", "01.pdf, 3"})
  void everyQuoteIsHighlightedWhereItStands(String file, int zoomSteps) {
    open(1280, 2600, ColorScheme.LIGHT);
    review(file, "zh");
    for (int i = 1; i < zoomSteps; i++) {
      page.locator(".zoom button").last().click();
    }
    highlightsCoverTheirWords();
  }

  @Test
  void turnedPagesAreHighlightedWhereTheyAreSeen() {
    open(1280, 2600, ColorScheme.LIGHT);
    start("zh");
    page.setInputFiles(
        "#file", new FilePayload("turned.pdf", "application/pdf", Examples.turned()));
    page.fill("#notes", String.join("\n", statements));
    submit();
    Map<?, ?> size =
        (Map<?, ?>)
            page.evaluate(
                "(() => { const s = document.querySelector('.sheet'); return {w: s.offsetWidth, h: s.offsetHeight}; })()");
    assertThat(((Number) size.get("w")).intValue())
        .isGreaterThan(((Number) size.get("h")).intValue());
    highlightsCoverTheirWords();
  }

  /**
   * Reads the text that PDF.js laid beneath each highlight and compares it with the report's words.
   */
  private void highlightsCoverTheirWords() {
    int pages = page.locator(".sheet").count();
    for (int i = 0; i < pages; i++) {
      page.locator(".sheet").nth(i).scrollIntoViewIfNeeded();
      page.locator(".sheet").nth(i).locator(".textLayer").waitFor();
    }
    page.waitForFunction(
        "() => [...document.querySelectorAll('.sheet')].every((sheet) => sheet.dataset.drawn)");
    int compared = 0;
    for (Map.Entry<String, String> each : placedWords().entrySet()) {
      String beneath = (String) page.evaluate(BENEATH, each.getKey());
      if (beneath.isEmpty()
          && page.locator(".highlight[data-key='" + each.getKey() + "']").count() == 0) {
        throw new AssertionError("no highlight for " + each);
      }
      // the browser's glyphs are not of exactly the printed widths, so an edge may be off by one
      assertThat(likeness(bare(beneath), bare(each.getValue())))
          .as(
              "%s: beneath the highlight “%s”, in the report “%s”",
              each.getKey(), beneath, each.getValue())
          .isGreaterThan(0.9);
      compared++;
    }
    assertThat(compared).isGreaterThan(3);
  }

  /** Item → its words, for all that have a quote and a place. */
  private Map<String, String> placedWords() {
    JsonNode report = report();
    Map<String, String> words = new java.util.LinkedHashMap<>();
    JsonNode gold = report.get("gold");
    for (int i = 0; i < gold.get("pain_quote").get("quotes").size(); i++) {
      JsonNode quote = gold.get("pain_quote").get("quotes").get(i);
      if (!quote.get("kind").textValue().equals("paraphrase")) {
        words.put("quote-" + i, quote.get("text").textValue());
      }
    }
    for (int i = 0; i < gold.get("evidence").get("items").size(); i++) {
      words.put("evidence-" + i, gold.get("evidence").get("items").get(i).get("text").textValue());
    }
    for (int i = 0; i < gold.get("objections").get("items").size(); i++) {
      JsonNode item = gold.get("objections").get("items").get(i);
      words.put(
          "objection-" + i, item.get("objection").textValue() + item.get("response").textValue());
    }
    for (int i = 0; i < report.get("findings").size(); i++) {
      JsonNode finding = report.get("findings").get(i);
      if (!finding.get("quote").isNull() && !finding.get("severity").textValue().equals("info")) {
        words.put("finding-" + i, finding.get("quote").textValue());
      }
    }
    return words;
  }

  private static final String BENEATH =
      """
      (key) => {
        let text = '';
        for (const sheet of document.querySelectorAll('.sheet')) {
          const boxes = [...sheet.querySelectorAll(`.highlight[data-key="${key}"]`)].map((b) => b.getBoundingClientRect());
          if (!boxes.length) continue;
          const walker = document.createTreeWalker(sheet.querySelector('.textLayer'), NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) {
            const node = walker.currentNode;
            for (let i = 0; i < node.length; i++) {
              const range = document.createRange();
              range.setStart(node, i);
              range.setEnd(node, i + 1);
              const r = range.getBoundingClientRect();
              const [x, y] = [(r.left + r.right) / 2, (r.top + r.bottom) / 2];
              if (boxes.some((b) => x > b.left && x < b.right && y > b.top && y < b.bottom)) text += node.data[i];
            }
          }
        }
        return text;
      }""";

  private static String bare(String text) {
    return text.replaceAll("[\\s\\p{P}]+|问：|答：|问|答", "");
  }

  /** Share of the longer text that both have in the same order. */
  private static double likeness(String a, String b) {
    int[][] common = new int[a.length() + 1][b.length() + 1];
    for (int i = 1; i <= a.length(); i++) {
      for (int j = 1; j <= b.length(); j++) {
        common[i][j] =
            a.charAt(i - 1) == b.charAt(j - 1)
                ? common[i - 1][j - 1] + 1
                : Math.max(common[i - 1][j], common[i][j - 1]);
      }
    }
    return (double) common[a.length()][b.length()] / Math.max(1, Math.max(a.length(), b.length()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"01.docx", "01.pptx"})
  void otherFormatsAreShownAsTextWithTheSameMarks(String file) {
    review(file, "zh");
    for (Map.Entry<String, String> each : placedWords().entrySet()) {
      Locator marks = page.locator("mark[data-key='" + each.getKey() + "']");
      assertThat(bare(String.join("", marks.allTextContents())))
          .as(each.getKey())
          .isEqualTo(bare(each.getValue()));
    }
    assertThat(page.locator(".text-view table").first()).containsText("找模慢");
    if (file.endsWith("pptx")) {
      assertThat(page.locator(".slide")).hasCount(9);
    } else {
      assertThat(page.locator(".text-view h2, .text-view h3").first()).containsText("永坤汽车零部件");
    }
    assertThat(page.locator(".switch button")).hasCount(0);
  }

  @Test
  void keysAndButtonsLeadThroughTheMarks() {
    review("02.pdf", "zh");
    int marks = page.locator(".badge").count();
    page.keyboard().press("j");
    assertThat(page.locator(".walk-count")).hasText("1/" + marks);
    page.click("#next");
    assertThat(page.locator(".walk-count")).hasText("2/" + marks);
    page.keyboard().press("p");
    page.keyboard().press("k");
    assertThat(page.locator(".walk-count")).hasText(marks + "/" + marks);
    assertThat(page.locator(".highlight.current").first()).isInViewport();
    assertThat(page.locator("#result [aria-current]").first()).isInViewport();
    String here = page.url();
    assertThat(here).contains("#");
    page.reload();
    assertThat(page.locator(".walk-count")).hasText(marks + "/" + marks);
  }

  @Test
  void aClickOnAFindingLeadsToItsPlaceAndBack() {
    review("02.pdf", "zh");
    Locator finding = page.locator("#score-evidence .finding .place").last();
    String key = finding.getAttribute("data-key");
    finding.click();
    assertThat(page.locator(".highlight.current[data-key='" + key + "']").first()).isInViewport();
    assertThat(finding).hasAttribute("aria-current", "true");
    page.locator(".badge").first().click();
    assertThat(page.locator(".walk-count")).containsText("1/");
  }

  @Test
  void theOriginalCanBeReadAsTextToo() {
    review("01.pdf", "en");
    page.locator(".switch button", new Page.LocatorOptions().setHasText("Text")).click();
    assertThat(page.locator("mark").first()).isVisible();
    page.keyboard().press("j");
    assertThat(page.locator("mark.current").first()).isInViewport();
    page.locator(".switch button", new Page.LocatorOptions().setHasText("Original")).click();
    assertThat(page.locator(".highlight.current").first()).isVisible();
  }

  @Test
  void theAnnotatedPdfAndTheReportCanBeDownloaded() throws Exception {
    review("01.pdf", "zh");
    Download copy = page.waitForDownload(() -> page.click("#download-annotated"));
    assertThat(copy.suggestedFilename()).isEqualTo("01.dealcoach.pdf");
    byte[] bytes = Files.readAllBytes(copy.path());
    Object highlights =
        page.evaluate(
            """
            async (bytes) => {
              const pdfjs = await import('/assets/pdfjs/build/pdf.mjs');
              const pdf = await pdfjs.getDocument({ data: new Uint8Array(bytes) }).promise;
              const found = [];
              for (let n = 1; n <= pdf.numPages; n++) {
                for (const note of await (await pdf.getPage(n)).getAnnotations()) {
                  if (note.subtype === 'Highlight') found.push(note.contentsObj.str);
                }
              }
              return found;
            }""",
            numbers(bytes));
    assertThat((List<?>) highlights)
        .hasSizeGreaterThan(5)
        .allSatisfy(note -> assertThat((String) note).isNotBlank());

    Download report = page.waitForDownload(() -> page.click("#download-json"));
    assertThat(report.suggestedFilename()).isEqualTo("01.dealcoach.json");
    JsonNode read = JSON.readTree(Files.readString(report.path()));
    assertThat(read.get("gold").get("score").intValue()).isEqualTo(3);
    assertThat(read).isEqualTo(report());
  }

  private static List<Integer> numbers(byte[] bytes) {
    List<Integer> numbers = new ArrayList<>(bytes.length);
    for (byte each : bytes) {
      numbers.add(each & 0xFF);
    }
    return numbers;
  }

  @Test
  void theAnnotatedWordFileHasComments() throws Exception {
    review("01.docx", "en");
    Download copy = page.waitForDownload(() -> page.click("#download-annotated"));
    assertThat(copy.suggestedFilename()).isEqualTo("01.dealcoach.docx");
    try (ZipFile docx = new ZipFile(copy.path().toFile());
        InputStream comments = docx.getInputStream(docx.getEntry("word/comments.xml"))) {
      assertThat(new String(comments.readAllBytes(), StandardCharsets.UTF_8))
          .contains("Dealcoach")
          .contains("customer");
    }
  }

  @Test
  void aFileWithAPasswordIsRefusedWithTheNextStepAndNothingIsLost() {
    start("zh");
    page.setInputFiles("#file", Examples.file("encrypted.pdf", temporary));
    page.fill("#notes", "客户说的一句话");
    page.click("#start");
    assertThat(page.locator("#error")).containsText("这份文件加了密码");
    assertThat(page.locator("#error")).isFocused();
    assertThat(page.locator("#notes")).hasValue("客户说的一句话");
    assertThat(page.locator("#form")).isVisible();
    page.reload();
    assertThat(page.locator("#notes")).hasValue("客户说的一句话");
  }

  @Test
  void withoutAFileThePageSaysSo() {
    start("en");
    page.click("#start");
    assertThat(page.locator("#error")).containsText("Choose a proposal first.");
  }

  @Test
  void switchingTheLanguageRewordsTheResult() {
    review("02.pdf", "zh");
    assertThat(page.locator("#answer")).containsText("三个黄金动作还没有做到。");
    page.click("#language");
    page.waitForSelector("main[data-ready]");
    assertThat(page.locator("html")).hasAttribute("lang", "en");
    assertThat(page.locator("#answer"))
        .containsText("None of the three gold standards is met yet.");
    assertThat(page.locator(".mend")).not().containsText(Pattern.compile("引用|缺少"));
  }

  @Test
  void textOfADocumentIsNeverMarkup() {
    start("en");
    String text =
        "# <img src=x onerror=\"window.hit=1\">\n\n<script>window.hit=1</script> </textarea>\n";
    page.setInputFiles(
        "#file",
        new FilePayload(
            "<b onmouseover=alert(1)>.md", "text/markdown", text.getBytes(StandardCharsets.UTF_8)));
    page.fill(
        "#notes", "<img src=x onerror=\"window.hit=1\">\n</script><script>window.hit=1</script>");
    submit();
    assertThat(page.locator(".text-view")).containsText("window.hit=1");
    assertThat(page.evaluate("() => window.hit === undefined")).isEqualTo(true);
    assertThat(page.locator("#main img, #main script, #main b")).hasCount(0);
  }

  @Test
  void chineseWithoutFontsInTheFileIsDrawn() {
    start("zh");
    page.setInputFiles(
        "#file", new FilePayload("无字体.pdf", "application/pdf", Examples.withoutFonts()));
    submit();
    page.locator(".sheet[data-drawn]").waitFor();
    assertThat(requests).anyMatch(url -> url.contains("/assets/pdfjs/cmaps/"));
    Object ink =
        page.evaluate(
            """
            () => {
              const canvas = document.querySelector('.sheet canvas');
              const scale = canvas.width / 595;
              const { data } = canvas.getContext('2d').getImageData(60 * scale, 110 * scale, 384 * scale, 40 * scale);
              let dark = 0;
              for (let i = 0; i < data.length; i += 4) if (data[i] < 128) dark++;
              return dark / (data.length / 4);
            }""");
    assertThat(((Number) ink).doubleValue()).isBetween(0.05, 0.6);
  }

  @ParameterizedTest
  @CsvSource({"zh, 01.pdf", "en, 02.pdf", "en, 01.docx", "zh, 01.pptx"})
  void nothingOverflowsAPhone(String language, String file) {
    open(360, 740, ColorScheme.LIGHT);
    start(language);
    noSidewaysScroll();
    review(file, language);
    noSidewaysScroll();
    assertThat(page.locator("#document")).isHidden();
    page.locator("#result .place").first().click();
    assertThat(page.locator("#document")).isVisible();
    assertThat(page.locator("#tab-document")).hasAttribute("aria-selected", "true");
    assertThat(page.locator(".highlight.current, mark.current").first()).isInViewport();
    noSidewaysScroll();
    page.click("#tab-result");
    assertThat(page.locator("#answer")).isVisible();
  }

  private void noSidewaysScroll() {
    assertThat(page.evaluate("() => document.documentElement.scrollWidth - innerWidth"))
        .isEqualTo(0);
  }

  @ParameterizedTest
  @CsvSource({"LIGHT, 1280", "DARK, 1280", "LIGHT, 360", "DARK, 360"})
  void thePagesAreAccessible(ColorScheme scheme, int width) throws IOException {
    open(width, 800, scheme);
    start("zh");
    accessible();
    page.click("#start");
    accessible();
    review("02.pdf", "en");
    accessible();
    page.keyboard().press("j");
    accessible();
    review("01.docx", "zh");
    page.keyboard().press("j");
    accessible();
    page.navigate(address + "/reviews/none");
    accessible();
  }

  private void accessible() throws IOException {
    assertThat(Axe.violations(page)).isEmpty();
  }

  @Test
  void aReviewThatIsGoneSaysWhatToDo() {
    page.navigate(address + "/reviews/AAAAAAAAAAAAAAAAAAAAAA?lang=zh");
    assertThat(page.locator("h1")).hasText("这份结果已经不在了");
    page.click("main .button");
    assertThat(page).hasURL(URI.create(address + "/").toString());
  }
}
