package dev.dealcoach.service.web;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Looks for what keeps people out of a page: contrast, names, roles, order. */
public final class Axe {
  private Axe() {}

  /** What breaks WCAG 2.2 AA or good practice on the page as it stands, in words; empty if none. */
  public static List<?> violations(Page page) throws IOException {
    // a page that a click leads to is there before the whole of it is
    page.waitForLoadState();
    try (InputStream axe = Axe.class.getResourceAsStream("/axe.min.js")) {
      page.evaluate(new String(axe.readAllBytes(), StandardCharsets.UTF_8));
    }
    // colours are read when nothing fades any more
    page.evaluate("() => Promise.all(document.getAnimations().map((each) => each.finished))");
    return (List<?>)
        page.evaluate(
            """
            // PDF.js measures text on a canvas without size, outside of the page's landmarks
            async () => (await axe.run({ exclude: ['.hiddenCanvasElement'] }, {
              runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
              resultTypes: ['violations'],
            })).violations.flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.html.slice(0, 150)} ${n.failureSummary}`))""");
  }
}
