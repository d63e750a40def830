package dev.dealcoach.service.web.deals;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import dev.dealcoach.service.web.Axe;
import dev.dealcoach.service.web.Chromium;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What a rep sees from signing in to a review, in a real browser on the real service. With {@code
 * -Dscreenshots=true} the pictures in {@code docs/} are taken anew.
 */
class DealPageTest {
  private static final int PATIENCE = 120_000;

  @TempDir static Path temporary;
  private static Chromium chromium;
  private static RunningService service;

  private final List<String> troubles = new ArrayList<>();
  private BrowserContext context;
  private Page page;

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

  @AfterEach
  void nothingBroke() {
    context.close();
    assertThat(troubles).isEmpty();
  }

  private void open(int width) {
    context =
        chromium.browser().newContext(new Browser.NewContextOptions().setViewportSize(width, 900));
    page = context.newPage();
    page.setDefaultTimeout(PATIENCE);
    page.onPageError(troubles::add);
    page.onConsoleMessage(
        message -> {
          // an answer of 4xx is told to the reader; the browser notes it here as well
          if (message.type().equals("error") && !message.text().startsWith("Failed to load")) {
            troubles.add(message.text());
          }
        });
  }

  @ParameterizedTest
  @CsvSource({"zh, 1280", "zh, 360", "en, 1280", "en, 360"})
  void aRepGoesFromSigningInToAReview(String language, int width) throws IOException {
    open(width);
    page.navigate(service.address() + "/deals?lang=" + language);
    assertThat(page.locator("#samples-heading")).isVisible();
    assertThat(page.locator("html")).hasAttribute("lang", language.equals("zh") ? "zh-CN" : "en");
    good("sign-in", language, width);
    page.fill("#name", "lin");
    page.fill("#password", RunningService.PASSWORD);
    page.click("main button[type=submit]");

    assertThat(page.locator("#deals li")).not().hasCount(0);
    good("deals", language, width);
    page.click("details.new summary");
    page.fill("#customer", "砺锋冲压");
    page.fill("#title", language.equals("zh") ? "模具管理二期" : "Tooling, phase two");
    page.click("details.new button");

    page.fill("#say", "我们冲压二线上个月停了十一次，每次找模具都得翻半天。");
    page.click("section form.stack button");
    assertThat(page.locator(".said li")).hasCount(1);
    page.setInputFiles("#file", Path.of("src/main/assembly/rehearsal/01.pdf"));
    Locator done = page.locator("#reviews li[data-state=done]");
    done.waitFor();
    good("deal", language, width);
    // what the events brought is what the page says by itself
    page.reload();
    assertThat(page.locator("#reviews li[data-state=done] a")).hasText("01.pdf");

    page.click("#reviews li[data-state=done] a");
    assertThat(page.locator("main"))
        .hasAttribute(
            "data-ready", "true", new LocatorAssertions.HasAttributeOptions().setTimeout(PATIENCE));
    assertThat(page.locator("#answer")).not().isEmpty();
    assertThat(page.locator("#download-json"))
        .hasAttribute("href", java.util.regex.Pattern.compile("/api/v1/reviews/.*/report.json.*"));
    good("deal-review", language, width);
    page.click(".bar-end form button");
    assertThat(page.locator("#password")).isVisible();
  }

  @Test
  void aWrongPasswordSaysWhatToDo() throws IOException {
    open(360);
    page.navigate(service.address() + "/sign-in?lang=zh");
    page.fill("#name", "nobody");
    page.fill("#password", "not the password");
    page.click("main button[type=submit]");
    assertThat(page.locator("#error")).containsText("请检查登录名和密码");
    good("sign-in-refused", "zh", 360);
  }

  @ParameterizedTest
  @CsvSource({"tao, 培训师", "admin, 管理员"})
  void whoHasNoDealsSeesTheAccount(String name, String role) throws IOException {
    open(360);
    page.navigate(service.address() + "/sign-in?lang=zh");
    page.fill("#name", name);
    page.fill("#password", RunningService.PASSWORD);
    page.click("main button[type=submit]");
    assertThat(page.locator("a[href='/account']").first()).isVisible();
    page.navigate(service.address() + "/account");
    assertThat(page.locator(".lead")).containsText(role);
    good("account-" + name, "zh", 360);
  }

  /** Accessible, and nothing beside the screen. */
  private void good(String name, String language, int width) throws IOException {
    assertThat(Axe.violations(page)).as(name).isEmpty();
    assertThat(page.evaluate("() => document.documentElement.scrollWidth - innerWidth"))
        .as(name + " is too wide")
        .isEqualTo(0);
    if (Boolean.getBoolean("screenshots")) {
      Path picture = Path.of("docs", name + "-" + language + "-" + width + ".png");
      page.screenshot(new Page.ScreenshotOptions().setPath(picture));
    }
  }
}
