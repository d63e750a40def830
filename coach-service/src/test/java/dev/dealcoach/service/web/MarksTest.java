package dev.dealcoach.service.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.scan.parse.DocumentType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Marks that a real document seldom brings together: overlapping ones, several gaps at one place, a
 * paraphrase that is a finding too, parts that were not read, no scores.
 */
class MarksTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String REPORT =
      """
      {"version":1,
       "document":{"name":"x.pptx","type":"pptx","pages":5,"language":"zh","sha256":"00","unread":[
         {"page":2,"reason":"scanned"},{"page":3,"reason":"scanned"},{"page":5,"reason":"scanned"},{"page":null,"reason":"embedded"}]},
       "gold":{"score":1,
         "pain_quote":{"met":false,"quotes":[{"text":"找模慢","source":"找模具慢得很","source_index":0,"kind":"paraphrase","similarity":0.5,
           "location":[{"block":1,"start":0,"end":3,"slide":1,"shape":"2"}]}]},
         "evidence":{"met":false,"items":[{"text":"慢,平均三十五分钟","location":[{"block":1,"start":2,"end":11,"slide":1,"shape":"2"}]}]},
         "objections":{"met":true,"items":[{"objection":"贵吗?","response":"不贵,省下的更多。","location":[
           {"block":3,"start":0,"end":3,"slide":1,"shape":"4"},{"block":4,"start":0,"end":9,"slide":1,"shape":"4","notes":true}]}]}},
       "diagnoses":{"structure":{"score":10,"present":["solution"],"missing":["pricing"]},
         "customer_language":{"score":null,"missing_terms":[]},
         "risk_clauses":{"score":0,"present":[],"missing":["ip"]},
         "competitor_response":{"score":null,"answered":[],"unanswered":[]}},
       "findings":[
         {"rule":"clause.missing-ip","severity":"advice","message":"M-IP","advice":"A-IP","quote":null,"location":[{"block":0,"start":0,"end":2,"slide":1,"shape":"1"}]},
         {"rule":"clause.missing-payment","severity":"advice","message":"M-PAY","advice":"A-PAY","quote":null,"location":[{"block":0,"start":0,"end":2,"slide":1,"shape":"1"}]},
         {"rule":"pain-quote.paraphrase","severity":"advice","message":"M-PARA","advice":"A-PARA","quote":"找模慢","location":[{"block":1,"start":0,"end":3,"slide":1,"shape":"2"}]},
         {"rule":"evidence.present","severity":"info","message":"PRAISE","advice":"PRAISE","quote":"慢","location":[{"block":1,"start":2,"end":11,"slide":1,"shape":"2"}]},
         {"rule":"section.missing-pricing","severity":"problem","message":"M-PRICE","advice":"A-PRICE","quote":null,"location":[]},
         {"rule":"document.unread","severity":"warning","message":"UNREAD","advice":"UNREAD","quote":null,"location":[]}],
       "pack":{"id":"standard","sha256":"00"}}""";

  @TempDir static Path temporary;
  private static Chromium chromium;
  private static PageServer server;

  @BeforeAll
  static void start() throws Exception {
    chromium = Chromium.start();
    JsonNode report = JSON.readTree(REPORT);
    List<TextBlock> blocks =
        List.of(
            block("slide_title", "要点", "1", null, null),
            block("paragraph", "找模慢,平均三十五分钟。", "2", null, null),
            block("table_cell", "右下", "3", 1, 1),
            block("paragraph", "贵吗?", "4", null, null),
            new TextBlock("note", "不贵,省下的更多。", null, null, null, null, null, 1, "4", true));
    server =
        new PageServer(
            (file, name, statements, stage) ->
                new ReviewOutcome.Reviewed(
                    DocumentType.PPTX,
                    Map.of(Language.ZH, report.toString(), Language.EN, report.toString()),
                    blocks,
                    null),
            WebLimits.STANDARD,
            temporary.resolve("reviews"),
            InstantSource.system());
  }

  private static TextBlock block(
      String kind, String text, String shape, Integer row, Integer column) {
    Integer table = row == null ? null : 0;
    return new TextBlock(kind, text, null, null, table, row, column, 1, shape, null);
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

  private static Page open(String language, String notes) {
    Page page = chromium.browser().newPage(new Browser.NewPageOptions().setViewportSize(1280, 900));
    page.setDefaultTimeout(Visit.PATIENCE);
    page.navigate(server.address() + "/?lang=" + language);
    page.setInputFiles(
        "#file", new FilePayload("x.pptx", "", "x".getBytes(StandardCharsets.UTF_8)));
    page.fill("#notes", notes);
    page.click("#start");
    page.waitForURL("**/reviews/**");
    page.waitForSelector("main[data-ready]");
    return page;
  }

  @Test
  void overlappingMarksKeepTheTextAndEachItsStretch() {
    Page page = open("zh", "");
    assertThat(page.locator("[data-block='1']")).hasText("找模慢,平均三十五分钟。");
    assertThat(String.join("", page.locator("mark[data-key='finding-2']").allTextContents()))
        .isEqualTo("找模慢");
    assertThat(String.join("", page.locator("mark[data-key='evidence-0']").allTextContents()))
        .isEqualTo("慢,平均三十五分钟");
    assertThat(page.locator("mark mark")).hasCount(1);
    page.close();
  }

  @Test
  void oneMarkStandsForAllThatIsSaidOfOnePlace() {
    Page page = open("zh", "");
    assertThat(page.locator("mark.mark-gap")).hasCount(1);
    assertThat(page.locator("mark[data-key='quote-0']")).hasCount(0);
    assertThat(page.locator("#result")).not().containsText("PRAISE");
    page.keyboard().press("j");
    assertThat(page.locator("#walk")).containsText("M-IP");
    assertThat(page.locator("#walk")).containsText("M-PAY");
    assertThat(page.locator("#walk .walk-count")).hasText("1/4");
    page.locator("#score-risk_clauses .go").last().click();
    assertThat(page.locator("mark.current")).hasText("要点");
    page.close();
  }

  @Test
  void theGravestFindingIsNamedFirstEvenWithoutAPlace() {
    Page page = open("en", "");
    assertThat(page.locator("#answer"))
        .hasText("One of the three gold standards is met. Mend this first: M-PRICE");
    assertThat(page.locator("#answer button")).hasCount(0);
    assertThat(page.locator("#score-structure")).containsText("A-PRICE");
    page.close();
  }

  @Test
  void whatWasNotReadStandsAboveTheScores() {
    Page page = open("en", "");
    assertThat(page.locator("#unread")).containsText("Page 2–3, 5");
    assertThat(page.locator("#unread")).containsText("The whole document");
    assertThat(page.locator("#result")).not().containsText("UNREAD");
    assertThat(
            page.evaluate(
                "() => document.getElementById('unread').offsetTop < document.getElementById('scores').offsetTop"))
        .isEqualTo(true);
    page.close();
  }

  @Test
  void aScoreThatIsNotThereSaysWhy() {
    Page page = open("en", "");
    assertThat(page.locator("#scores")).containsText("no statements given");
    assertThat(page.locator("#scores")).containsText("no rival mentioned");
    page.close();
    Page given = open("en", "Hello");
    assertThat(given.locator("#scores")).containsText("too little was said");
    given.close();
  }

  @Test
  void slidesKeepTheirTablesAndNotes() {
    Page page = open("zh", "");
    assertThat(page.locator(".slide-notes")).containsText("演讲者备注");
    assertThat(page.locator(".slide-notes mark[data-key='objection-0']")).hasText("不贵,省下的更多。");
    assertThat(page.locator(".slide table th, .slide table td")).hasCount(2);
    page.close();
  }
}
