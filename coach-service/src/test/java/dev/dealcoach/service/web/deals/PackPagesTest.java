package dev.dealcoach.service.web.deals;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import dev.dealcoach.service.web.Chromium;
import dev.dealcoach.service.web.deals.RunningService.Browser;
import java.net.URI;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rule pack's way from a copy to being in force. */
class PackPagesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String RULES = "rules-proposal.yaml";
  private static final String RULE = "id: evidence.too-few\n    severity: ";
  private static final int PAST = 50;

  @TempDir static Path temporary;
  private static Chromium chromium;
  private static RunningService service;

  @BeforeAll
  static void start() throws Exception {
    chromium = Chromium.start();
    service = new RunningService(temporary.resolve("data"));
    service.sampled();
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

  private static String review(Browser rep, String deal, String name) throws Exception {
    String text = "# 换模方案\n\n## 我们的方案\n\n系统行业领先，能让换模快起来。" + name + "，王建国厂长电话13812345678。\n";
    String taken = service.handIn(rep, deal, name + ".md", text.getBytes(UTF_8), null).body();
    return JSON.readTree(taken).get("id").asText();
  }

  private static JsonNode report(Browser rep, String review) throws Exception {
    return service.json(rep, "/api/v1/reviews/" + review + "/report.json?lang=zh");
  }

  private static String severity(JsonNode report) {
    for (JsonNode each : report.get("findings")) {
      if (each.get("rule").asText().equals("evidence.too-few")) {
        return each.get("severity").asText();
      }
    }
    return "";
  }

  /** Show 6. */
  @Test
  void aPackIsCopiedEditedTriedAndPublished() throws Exception {
    Browser lin = service.signIn("lin");
    String body =
        JSON.writeValueAsString(Map.of("customer", "砺锋冲压件有限公司", "title", "换模", "industry", "制造业"));
    String deal =
        JSON.readTree(service.post(lin, "/api/v1/deals", body, null).body()).get("id").asText();
    String old = "";
    for (int i = 1; i <= PAST; i++) {
      old = review(lin, deal, "方案" + i);
    }
    service.events(lin, deal);
    JsonNode before = report(lin, old);
    assertThat(severity(before)).isEqualTo("problem");

    String address;
    try (SignedVisit visit = new SignedVisit(chromium.browser(), service, "tao", "zh", 1280)) {
      Page page = visit.page();
      visit.go("/workspace");
      page.click("a[href='/workspace/packs']");
      visit.good("packs");
      page.fill("#name", "温和一点");
      page.click("#copy");
      assertThat(page.locator("#state")).hasText("正在修改");
      address = URI.create(page.url()).getPath();

      page.click(".pack-files a:text-is('" + RULES + "')");
      page.waitForLoadState();
      String text = page.inputValue("#text");
      assertThat(text).contains(RULE + "problem");
      page.fill("#text", text.replace(RULE + "problem", RULE + "grave"));
      page.click("#save");
      assertThat(page.locator("#problems li")).hasCount(1);
      assertThat(page.locator("#problems")).containsText("severity 只能是");
      int line = (int) text.substring(0, text.indexOf(RULE)).lines().count();
      assertThat(page.locator("#problems a")).hasText("第 " + line + " 行");
      assertThat(page.locator("#lines mark")).hasText(Integer.toString(line));
      visit.good("pack-file");
      visit.go(address);
      assertThat(page.locator("#problems")).containsText(RULES + ":" + line);
      assertThat(page.locator("#try")).hasCount(0);

      visit.go(address + "/files?path=" + RULES);
      page.fill("#text", text.replace(RULE + "problem", RULE + "warning"));
      page.click("#save");
      assertThat(page.locator("#problems")).isHidden();
      assertThat(page.locator("#diff ins")).containsText("warning");
      visit.go(address);
      page.selectOption("#reviews", "50");
      page.selectOption("#industry", "manufacturing");
      page.click("#try");
      assertThat(page.locator("#state"))
          .hasText("已完成", new LocatorAssertions.HasTextOptions().setTimeout(SignedVisit.PATIENCE));
      assertThat(page.locator("#items li a:has-text('方案')").nth(48)).isVisible();
      assertThat(page.locator("#rules")).containsText("evidence.too-few");
      assertThat(page.locator("body")).not().containsText("砺锋");
      visit.good("pack-trial");
      page.locator("#items a").first().click();
      assertThat(page.locator("#added")).containsText("evidence.too-few");
      visit.good("pack-trial-item");

      visit.go(address);
      page.fill("#submit-note", "服务类方案不必三处证据");
      page.click("#submit button");
      assertThat(page.locator("#state")).hasText("等待发布");
      assertThat(page.locator("#publish")).hasCount(0);
    }
    String between = review(lin, deal, "发布之前");
    service.events(lin, deal);
    assertThat(report(lin, between).get("pack")).isEqualTo(before.get("pack"));
    try (SignedVisit visit = new SignedVisit(chromium.browser(), service, "wen", "zh", 360)) {
      Page page = visit.page();
      visit.go(address);
      visit.good("pack");
      page.click("#publish");
      assertThat(page.locator("#state")).hasText("已发布");
      assertThat(page.locator("#in-force")).isVisible();
      assertThat(page.locator("#hash")).hasText(Pattern.compile("standard [0-9a-f]{64}"));
    }

    String after = review(lin, deal, "发布之后");
    service.events(lin, deal);
    JsonNode now = report(lin, after);
    assertThat(severity(now)).isEqualTo("warning");
    String id = address.substring(address.lastIndexOf('/') + 1);
    Browser trainer = service.signIn("tao");
    JsonNode pack = service.json(trainer, "/api/v1/packs/" + id);
    assertThat(pack.get("inForce").asBoolean()).isTrue();
    assertThat(now.at("/pack/sha256").asText()).isEqualTo(pack.get("sha256").asText());
    assertThat(report(lin, old)).isEqualTo(before);
    trialsAreInTheAuditLog();

    // back to the pack the service was started with
    String shipped = "";
    for (JsonNode each : service.json(trainer, "/api/v1/packs").get("items")) {
      shipped = each.get("state").asText().equals("shipped") ? each.get("id").asText() : shipped;
    }
    assertThat(step(trainer, shipped, "enforce", "too mild").statusCode()).isEqualTo(200);
    String last = review(lin, deal, "换回之后");
    service.events(lin, deal);
    assertThat(report(lin, last).get("pack")).isEqualTo(before.get("pack"));
  }

  private static HttpResponse<String> step(Browser trainer, String id, String step, String note)
      throws Exception {
    String body = JSON.writeValueAsString(Map.of("step", step, "revision", 1, "note", note));
    return service.post(trainer, "/api/v1/packs/" + id + "/steps", body, null);
  }

  private static void trialsAreInTheAuditLog() throws Exception {
    Browser admin = service.signIn("admin");
    String log = service.get(admin, "/api/v1/audit?limit=200").body();
    assertThat(log).contains("pack-trial").contains("dry run");
  }

  @Test
  void aPackGoesHomeAsAZipAndComesBack() throws Exception {
    Browser trainer = service.signIn("wen");
    JsonNode first = null;
    for (JsonNode each : service.json(trainer, "/api/v1/packs").get("items")) {
      first = each.path("sha256").isTextual() ? each : first;
    }
    String copy =
        service
            .post(
                trainer,
                "/api/v1/packs",
                JSON.writeValueAsString(Map.of("origin", first.get("id").asText(), "name", "zip")),
                null)
            .body();
    String id = JSON.readTree(copy).get("id").asText();
    HttpResponse<byte[]> zip =
        service.client.send(
            service.request(trainer, "/workspace/packs/" + id + "/files/zip").build(),
            BodyHandlers.ofByteArray());
    int files = 0;
    try (ZipInputStream in = new ZipInputStream(new java.io.ByteArrayInputStream(zip.body()))) {
      while (in.getNextEntry() != null) {
        files++;
      }
    }
    assertThat(files).isEqualTo(JSON.readTree(copy).get("files").size());
    Path file = java.nio.file.Files.write(temporary.resolve("rules.zip"), zip.body());
    try (SignedVisit visit = new SignedVisit(chromium.browser(), service, "wen", "en", 360)) {
      Page page = visit.page();
      visit.go("/workspace/packs/" + id);
      page.setInputFiles("#zip", file);
      assertThat(page.locator(".done")).containsText("Uploaded");
      assertThat(page.locator(".pack-good")).isVisible();
      visit.good("pack");
    }
    Browser rep = service.signIn("zhou");
    assertThat(service.get(rep, "/api/v1/packs").statusCode()).isEqualTo(403);
    assertThat(service.get(rep, "/api/v1/packs/" + id).statusCode()).isEqualTo(403);
  }
}
