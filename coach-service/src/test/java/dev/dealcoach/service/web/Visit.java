package dev.dealcoach.service.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** One person's browser window, with everything it asked for and everything that broke in it. */
final class Visit implements AutoCloseable {
  /** Milliseconds after which a test fails that waits for what does not come. */
  static final double PATIENCE = 120_000;

  private final List<String> requests = new ArrayList<>();
  private final List<String> troubles = new ArrayList<>();
  private final BrowserContext context;
  private final Page page;

  Visit(Browser browser, int width, int height, ColorScheme scheme) {
    context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setColorScheme(scheme)
                .setAcceptDownloads(true));
    page = context.newPage();
    page.setDefaultTimeout(PATIENCE);
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

  Page page() {
    return page;
  }

  /** Nothing broke, and nothing was asked of anybody but this address. */
  void assertQuiet(String address) {
    assertThat(troubles).isEmpty();
    assertThat(requests)
        .allSatisfy(
            url -> assertThat(url).matches("(blob:)?" + Pattern.quote(address) + "/.*|data:.*"));
  }

  @Override
  public void close() {
    context.close();
  }
}
