package dev.dealcoach.service.web.deals;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import dev.dealcoach.service.web.Chromium;
import dev.dealcoach.service.web.deals.RunningService.Browser;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scripts, HTML and formulas in a document, a title or a statement are shown as what they are. */
class HarmlessPageTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String EVIL =
      "<script>window.harmed=1</script><img src=x onerror=\"window.harmed=1\">"
          + "\"'--></textarea><svg onload=window.harmed=1> =cmd|' /C calc'!A0 ${7*7} ";

  @TempDir Path folder;

  @Test
  void nothingRunsAndNothingIsLost() throws Exception {
    try (Chromium chromium = Chromium.start();
        RunningService service = new RunningService(folder.resolve("data"));
        BrowserContext context = chromium.browser().newContext()) {
      Browser lin = service.signIn("lin");
      String deal =
          JSON.readTree(
                  service
                      .post(
                          lin,
                          "/api/v1/deals",
                          JSON.writeValueAsString(Map.of("customer", EVIL, "title", EVIL)),
                          null)
                      .body())
              .get("id")
              .asText();
      service.post(
          lin,
          "/api/v1/deals/" + deal + "/statements",
          JSON.writeValueAsString(Map.of("statements", List.of(EVIL))),
          null);
      String review = "";
      for (String type : new String[] {"md", "html", "txt"}) {
        HttpResponse<String> taken =
            service.handIn(
                lin,
                deal,
                "x." + type,
                ("# " + EVIL + "\n\nWe guarantee the best service. " + EVIL + "\n").getBytes(UTF_8),
                null);
        review = JSON.readTree(taken.body()).get("id").asText();
      }
      service.events(lin, deal);

      String[] cookie = lin.cookie().split("=", 2);
      context.addCookies(List.of(new Cookie(cookie[0], cookie[1]).setUrl(service.address())));
      Page page = context.newPage();
      page.setDefaultTimeout(SignedVisit.PATIENCE);
      List<String> asked = new ArrayList<>();
      page.onRequest(request -> asked.add(request.url()));
      for (String path : new String[] {"/deals", "/deals/" + deal}) {
        page.navigate(service.address() + path);
        assertThat(page.locator("body").innerText()).contains("<script>window.harmed=1</script>");
        assertThat(page.evaluate("window.harmed")).isNull();
      }
      page.navigate(service.address() + "/deals/" + deal + "/reviews/" + review);
      page.getByText("window.harmed").first().waitFor();
      assertThat(page.evaluate("window.harmed")).isNull();
      assertThat(asked)
          .allMatch(url -> url.startsWith(service.address()) || url.startsWith("data:"));

      HttpResponse<String> report = service.get(lin, "/api/v1/reviews/" + review + "/report.json");
      assertThat(report.headers().firstValue("Content-Type").orElseThrow())
          .startsWith("application/json");
      assertThat(report.headers().firstValue("Content-Disposition").orElseThrow())
          .startsWith("attachment");
      for (HttpResponse<String> answer :
          List.of(report, service.get(lin, "/api/v1/reviews/" + review + "/document"))) {
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
            .contains("default-src 'none'")
            .doesNotContain("unsafe-inline");
      }
    }
  }
}
