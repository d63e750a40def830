package dev.dealcoach.service.web;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/**
 * The machine's own Chromium, driven without downloading one. All tests of a process share the one
 * without flags: each has windows of its own. Used by the one thread that runs the tests.
 */
public final class Chromium implements AutoCloseable {
  /**
   * Milliseconds after which what is not on a page will not come: only a test that fails waits so
   * long.
   */
  private static final double PATIENCE = 60_000;

  private static @Nullable Chromium shared;

  private final Playwright playwright;
  private final Browser browser;

  private Chromium(Path program, List<String> flags) {
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(program)
                    .setArgs(
                        Stream.concat(
                                Stream.of(
                                    "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"),
                                flags.stream())
                            .toList()));
  }

  /** Starts it; skips the test where there is none. */
  public static Chromium start(String... flags) {
    Optional<Path> program =
        Stream.of(
                System.getenv().getOrDefault("CHROMIUM", ""),
                "/usr/bin/chromium",
                "/usr/bin/chromium-browser",
                "/usr/bin/google-chrome")
            .filter(name -> !name.isEmpty())
            .map(Path::of)
            .filter(Files::isExecutable)
            .findFirst();
    Assumptions.assumeTrue(
        program.isPresent(),
        "no Chromium on this machine: install the package chromium, or set CHROMIUM to one; the page is not tested");
    if (flags.length > 0) {
      return new Chromium(program.get(), List.of(flags));
    }
    Chromium running = shared;
    if (running == null || !running.browser.isConnected()) {
      running = new Chromium(program.get(), List.of());
      shared = running;
    }
    return running;
  }

  /** The running browser. */
  public Browser browser() {
    return browser;
  }

  /** Ends it; the shared one ends with the tests. */
  @Override
  public void close() {
    if (this != shared) {
      browser.close();
      playwright.close();
    }
  }
}
