package dev.dealcoach.service.web.deals;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import dev.dealcoach.service.web.Axe;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One person's browser at the running service. With {@code -Dscreenshots=true} what it looks at is
 * kept as a picture in {@code docs/}.
 */
final class SignedVisit implements AutoCloseable {
  static final int PATIENCE = 120_000;

  private final List<String> troubles = new ArrayList<>();
  private final BrowserContext context;
  private final RunningService service;
  private final String language;
  private final int width;
  private final Page page;

  SignedVisit(Browser browser, RunningService service, String name, String language, int width) {
    this.service = service;
    this.language = language;
    this.width = width;
    context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(width, 900)
                .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE));
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
    go("/account");
    page.fill("#name", name);
    page.fill("#password", RunningService.PASSWORD);
    page.click("main button[type=submit]");
    page.waitForURL("**/account**");
  }

  Page page() {
    return page;
  }

  /** Opens a page of the service in the visit's language. */
  void go(String path) {
    page.navigate(service.address() + path + (path.contains("?") ? "&" : "?") + "lang=" + language);
  }

  /** Accessible, and nothing beside the screen. */
  void good(String name) throws IOException {
    if (Boolean.getBoolean("screenshots")) {
      page.screenshot(
          new Page.ScreenshotOptions()
              .setFullPage(true)
              .setPath(Path.of("docs", name + "-" + language + "-" + width + ".png")));
    }
    assertThat(Axe.violations(page)).as(name).isEmpty();
    assertThat(page.evaluate("() => document.documentElement.scrollWidth - innerWidth"))
        .as(name + " is too wide")
        .isEqualTo(0);
  }

  /** Nothing broke in the scripts. */
  @Override
  public void close() {
    context.close();
    assertThat(troubles).isEmpty();
  }
}
