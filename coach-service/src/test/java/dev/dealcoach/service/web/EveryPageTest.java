package dev.dealcoach.service.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import dev.dealcoach.service.web.deals.RunningService;
import dev.dealcoach.service.web.deals.RunningService.Browser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every page of every role in a real browser: accessible, as wide as the screen, quiet, in both
 * languages and by day and night. With {@code -Dscreenshots=true} the pictures in {@code docs/} are
 * taken anew.
 */
class EveryPageTest {
  private static final double PATIENCE = 120_000;

  @TempDir static Path temporary;
  private static Chromium chromium;
  private static RunningService service;
  private static String deal;
  private static String review;
  private static String unseen;
  private static String corrected;
  private static String dispute;

  @BeforeAll
  static void start() throws Exception {
    chromium = Chromium.start();
    service = new RunningService(temporary.resolve("data"));
    Browser lin = service.signIn("lin");
    String made =
        service
            .post(
                lin,
                "/api/v1/deals",
                "{\"customer\":\"砺锋冲压\",\"title\":\"模具管理二期\",\"stage\":\"proposal\"}",
                null)
            .body();
    deal = new ObjectMapper().readTree(made).get("id").asText();
    service.post(
        lin,
        "/api/v1/deals/" + deal + "/statements",
        "{\"statements\":[\"我们冲压二线上个月停了十一次，每次找模具都得翻半天。\"]}",
        null);
    byte[] pdf = Files.readAllBytes(Path.of("src/main/assembly/rehearsal/01.pdf"));
    String taken = service.handIn(lin, deal, "01.pdf", pdf, null).body();
    review = new ObjectMapper().readTree(taken).get("id").asText();
    service.handIn(lin, deal, "empty.txt", new byte[0], null);
    service.events(lin, deal);
    service.post(lin, "/api/v1/me/tokens", "{\"name\":\"batch\"}", null);
    correct(lin);
  }

  /** A contact that a manager has not seen, and one that was corrected and is disputed. */
  private static void correct(Browser lin) throws Exception {
    unseen = contact(lin, "今天跟砺锋的马总通了电话，冲压二线上个月停了十一次。预算他说十六万上下，下周四我带工程师去看。");
    corrected = contact(lin, "见了砺锋生产部的人，找模具每次要翻半天。预算大概十来万，没有看到文件，等他们通知。");
    Browser shen = service.signIn("shen");
    String path = "/api/v1/contacts/" + corrected;
    service.post(
        shen,
        path + "/corrections",
        "{\"item\":\"pain\",\"value\":\"partial\",\"reason\":\"还缺一个数字：一次翻多久，一个月几次？\"}",
        null);
    service.post(shen, path + "/corrections", "{\"item\":\"budget\",\"value\":\"partial\"}", null);
    String sheet = service.dispute(lin, path, "pain", "上个月停了十一次，是他们自己说的。", null).body();
    for (var item : new ObjectMapper().readTree(sheet).get("items")) {
      if (item.hasNonNull("dispute")) {
        dispute = item.get("dispute").get("id").asText();
      }
    }
  }

  private static String contact(Browser lin, String text) throws Exception {
    String made =
        service
            .post(
                lin,
                "/api/v1/deals/" + deal + "/contacts",
                new ObjectMapper().writeValueAsString(java.util.Map.of("text", text)),
                null)
            .body();
    return new ObjectMapper().readTree(made).get("id").asText();
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

  /** A page to look at. */
  private record Stop(String name, String path) {}

  private static Visit signedIn(String name, String language, int width, ColorScheme scheme) {
    Visit visit = new Visit(chromium.browser(), width, 900, scheme);
    Page page = visit.page();
    page.setDefaultTimeout(PATIENCE);
    page.navigate(service.address() + "/sign-in?next=/start&lang=" + language);
    page.fill("#name", name);
    page.fill("#password", RunningService.PASSWORD);
    page.click("main button[type=submit]");
    assertThat(page.locator(".who")).isVisible();
    return visit;
  }

  private static List<Stop> stops(String name) throws Exception {
    List<Stop> stops = new ArrayList<>();
    stops.add(new Stop("account", "/account"));
    stops.add(new Stop("wishes", "/account/messages"));
    if (!name.equals("admin")) {
      stops.add(new Stop("examples", "/examples"));
    }
    switch (name) {
      case "lin" -> {
        stops.add(new Stop("home", "/home"));
        stops.add(new Stop("record", "/record?deal=" + deal));
        stops.add(new Stop("history", "/history"));
        stops.add(new Stop("notices", "/notices"));
        stops.add(new Stop("import", "/import"));
        stops.add(new Stop("alerts", "/alerts"));
        stops.add(new Stop("deals", "/deals"));
        stops.add(new Stop("deal", "/deals/" + deal));
        stops.add(new Stop("deal-review", "/deals/" + deal + "/reviews/" + review));
        stops.add(new Stop("corrected", "/deals/" + deal + "/contacts/" + corrected));
        stops.add(new Stop("dispute", "/disputes/" + dispute));
        stops.add(new Stop("honours", "/honours"));
        stops.add(new Stop("tasks", "/tasks"));
        stops.add(new Stop("not-here", "/no/such/page"));
        stops.add(new Stop("not-allowed", "/manage/users"));
      }
      case "shen" -> {
        String rep = service.json(service.signIn("lin"), "/api/v1/me").get("id").asText();
        Browser shen = service.signIn("shen");
        String task = service.json(shen, "/api/v1/tasks").get(0).get("id").asText();
        JsonNode replay = drawn(shen);
        stops.add(new Stop("deals-manager", "/deals"));
        stops.add(new Stop("home-manager", "/home"));
        stops.add(new Stop("team", "/team"));
        stops.add(new Stop("person", "/team/people/" + rep));
        stops.add(new Stop("queue", "/queue"));
        stops.add(new Stop("blind", "/queue/contacts/" + unseen));
        stops.add(new Stop("deal-review-manager", "/deals/" + deal + "/reviews/" + review));
        stops.add(new Stop("corrected-manager", "/deals/" + deal + "/contacts/" + corrected));
        stops.add(new Stop("dispute-manager", "/disputes/" + dispute));
        stops.add(new Stop("agreement-manager", "/agreement"));
        stops.add(new Stop("brief", "/brief"));
        stops.add(new Stop("tasks-manager", "/tasks"));
        stops.add(new Stop("task-new", "/tasks/new?owner=" + rep));
        stops.add(new Stop("task", "/tasks/" + task));
        stops.add(new Stop("honours-manager", "/honours"));
        stops.add(new Stop("replays", "/replays"));
        stops.add(new Stop("replay", "/replays/" + replay.get("id").asText()));
        stops.add(
            new Stop(
                "replay-deal",
                "/replays/"
                    + replay.get("id").asText()
                    + "/deals/"
                    + replay.at("/deals/0/id").asText()));
      }
      case "admin" -> {
        String rep = service.json(service.signIn("lin"), "/api/v1/me").get("id").asText();
        stops.add(new Stop("users", "/manage/users"));
        stops.add(new Stop("user", "/manage/users/" + rep));
        stops.add(new Stop("teams", "/manage/teams"));
        stops.add(new Stop("settings", "/manage/settings"));
        stops.add(new Stop("speech", "/manage/speech"));
        stops.add(new Stop("jobs", "/manage/jobs"));
        stops.add(new Stop("messages", "/manage/messages"));
        stops.add(new Stop("system", "/manage/system"));
        stops.add(new Stop("audit", "/manage/audit"));
      }
      default -> {
        stops.add(new Stop("disputes", "/disputes"));
        stops.add(new Stop("agreement", "/agreement"));
        stops.add(new Stop("workspace", "/workspace"));
        stops.add(new Stop("draft", "/workspace/new"));
        stops.add(new Stop("figures", "/workspace/figures"));
        stops.add(new Stop("example-import", "/workspace/import"));
        String pack =
            service.json(service.signIn(name), "/api/v1/packs").at("/items/0/id").asText();
        stops.add(new Stop("packs", "/workspace/packs"));
        stops.add(new Stop("pack-shipped", "/workspace/packs/" + pack));
        stops.add(
            new Stop(
                "pack-file-shipped", "/workspace/packs/" + pack + "/files?path=zh%2Fgrammar.yaml"));
      }
    }
    return stops;
  }

  /**
   * The last month's replay of the manager's own team; drawn once, however often it is asked for.
   */
  private static JsonNode drawn(Browser manager) throws Exception {
    String team = service.json(manager, "/api/v1/team").at("/teams/0/id").asText();
    String month = YearMonth.now(ZoneId.systemDefault()).minusMonths(1).toString();
    return new ObjectMapper()
        .readTree(
            service
                .post(
                    manager,
                    "/api/v1/replays",
                    "{\"team\":\"" + team + "\",\"month\":\"" + month + "\"}",
                    null)
                .body());
  }

  @ParameterizedTest
  @CsvSource({
    "lin, zh, 1280, LIGHT",
    "lin, zh, 360, LIGHT",
    "lin, en, 1280, LIGHT",
    "lin, en, 360, LIGHT",
    "shen, zh, 1280, LIGHT",
    "shen, zh, 360, LIGHT",
    "shen, en, 1280, LIGHT",
    "shen, en, 360, LIGHT",
    "admin, zh, 1280, LIGHT",
    "admin, zh, 360, LIGHT",
    "admin, en, 1280, LIGHT",
    "admin, en, 360, LIGHT",
    "tao, zh, 360, LIGHT",
    "tao, en, 1280, LIGHT",
    "tao, zh, 1280, DARK",
    "lin, zh, 360, DARK",
    "shen, zh, 1280, DARK",
    "admin, en, 1280, DARK"
  })
  void everyPageIsGood(String name, String language, int width, ColorScheme scheme)
      throws Exception {
    try (Visit visit = signedIn(name, language, width, scheme)) {
      Page page = visit.page();
      List<Stop> stops = stops(name);
      // whatever the bar offers leads somewhere, and is looked at below
      for (Object address : bar(page)) {
        assertThat(stops)
            .as("the bar's page " + address)
            .extracting(Stop::path)
            .contains((String) address);
      }
      for (Stop stop : stops) {
        page.navigate(service.address() + stop.path());
        if (stop.name().startsWith("deal-review") || stop.name().startsWith("corrected")) {
          assertThat(page.locator("main"))
              .hasAttribute(
                  "data-ready",
                  "true",
                  new LocatorAssertions.HasAttributeOptions().setTimeout(PATIENCE));
        }
        if (page.locator("table[data-chart] [data-value]:not([data-value=''])").count() > 0) {
          assertThat(page.locator("body")).hasAttribute("data-charts", Pattern.compile("[0-9]+"));
        }
        good(page, name + " " + stop.name() + " " + scheme, language, width);
        if (scheme == ColorScheme.LIGHT) {
          picture(page, stop.name(), language, width);
        }
      }
      visit.assertQuiet(service.address());
    }
  }

  /** Accessible, in the language, nothing beside the screen. */
  private static void good(Page page, String name, String language, int width) throws IOException {
    String what = name + " " + language + " " + width;
    assertThat(page.locator("html")).hasAttribute("lang", language.equals("zh") ? "zh-CN" : "en");
    assertThat(Axe.violations(page)).as(what).isEmpty();
    assertThat(page.evaluate("() => document.documentElement.scrollWidth - innerWidth"))
        .as(what + " is too wide")
        .isEqualTo(0);
    assertThat((String) page.evaluate("() => document.body.innerText"))
        .as(what)
        .doesNotContain("${", "UTC");
  }

  private static List<?> bar(Page page) {
    return (List<?>)
        page.evaluate(
            "() => [...document.querySelectorAll('.bar-pages a')].map((a) => a.getAttribute('href'))");
  }

  private static void picture(Page page, String name, String language, int width) {
    if (Boolean.getBoolean("screenshots")) {
      Path picture = Path.of("docs", name + "-" + language + "-" + width + ".png");
      page.screenshot(new Page.ScreenshotOptions().setPath(picture));
    }
  }

  @ParameterizedTest
  @CsvSource({"zh, 1280", "zh, 360", "en, 1280", "en, 360"})
  void pagesWithoutAnAccountAreGood(String language, int width) throws Exception {
    try (Visit visit = new Visit(chromium.browser(), width, 900, ColorScheme.LIGHT)) {
      Page page = visit.page();
      for (Stop stop :
          List.of(
              new Stop("upload", "/"),
              new Stop("summary", "/discovery"),
              new Stop("sign-in", "/sign-in"))) {
        page.navigate(service.address() + stop.path() + "?lang=" + language);
        good(page, stop.name(), language, width);
        picture(page, stop.name(), language, width);
      }
      visit.assertQuiet(service.address());
    }
  }

  @Test
  void onPaperThereIsNeitherBarNorForm() {
    try (Visit visit = signedIn("admin", "en", 1280, ColorScheme.LIGHT)) {
      Page page = visit.page();
      page.navigate(service.address() + "/manage/users");
      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      assertThat(page.locator("#users")).isVisible();
      assertThat(page.locator(".bar-pages")).isHidden();
      assertThat(page.locator(".bar-end")).isHidden();
      assertThat(page.locator(".filter")).isHidden();
      assertThat(page.locator("details.new")).isHidden();
    }
  }

  @Test
  void aTableIsSortedByItsHeadings() {
    try (Visit visit = signedIn("admin", "en", 1280, ColorScheme.LIGHT)) {
      Page page = visit.page();
      page.navigate(service.address() + "/manage/users");
      page.click("#users thead th:nth-child(2) button");
      assertThat(page.locator("#users tbody tr").first()).containsText("admin");
      page.keyboard().press("Enter");
      assertThat(page.locator("#users tbody tr").first()).containsText("zhou");
      assertThat(page.locator("#users thead th:nth-child(2)"))
          .hasAttribute("aria-sort", "descending");
      visit.assertQuiet(service.address());
    }
  }

  @Test
  void aManagerReachesTheEvidenceInTwoClicks() {
    try (Visit visit = signedIn("shen", "zh", 360, ColorScheme.LIGHT)) {
      Page page = visit.page();
      assertThat(page).hasURL(Pattern.compile(".*/team"));
      page.click("tbody th a:has-text('林晓舟')");
      page.click("#reviews a:has-text('01.pdf')");
      assertThat(page.locator("#answer"))
          .not()
          .isEmpty(new LocatorAssertions.IsEmptyOptions().setTimeout(PATIENCE));
      visit.assertQuiet(service.address());
    }
  }
}
