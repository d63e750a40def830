package dev.dealcoach.service.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.scan.parse.DocumentType;
import dev.dealcoach.scan.parse.ParseFailure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The HTTP interface: what it takes, what it answers, what it keeps and for how long. */
class ReviewResourceTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final WebLimits LIMITS =
      new WebLimits(1 << 20, 1000, 2000, 3, Duration.ofMinutes(30), 1);
  private static final String REPORT = "{\"version\":1,\"findings\":[]}";

  @TempDir static Path temporary;
  private static PageServer server;
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final AtomicReference<Instant> NOW =
      new AtomicReference<>(Instant.parse("2026-03-01T08:00:00Z"));
  private static final Scripted REVIEWER = new Scripted();

  /** Does as the file's bytes say: a failure's name, {@code hold} to wait, otherwise a review. */
  private static final class Scripted implements ProposalReviewer {
    private final AtomicReference<List<String>> statements = new AtomicReference<>(List.of());
    private volatile CountDownLatch held = new CountDownLatch(0);

    @Override
    public ReviewOutcome review(
        Path file, String name, List<String> said, Consumer<ReviewStage> stage) {
      statements.set(said);
      stage.accept(ReviewStage.READING);
      try {
        String script = Files.readString(file);
        for (ParseFailure.Code code : ParseFailure.Code.values()) {
          if (script.equals(code.name())) {
            return new ReviewOutcome.Refused(code);
          }
        }
        if (script.equals("hold")) {
          held.await();
        }
        if (script.equals("throw")) {
          throw new IllegalStateException("scripted");
        }
        return new ReviewOutcome.Reviewed(
            DocumentType.PDF,
            Map.of(Language.ZH, REPORT, Language.EN, REPORT.replace("1", "2")),
            List.of(),
            (target, language) -> Files.writeString(target, script + " " + language.code()));
      } catch (IOException e) {
        throw new IllegalStateException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return new ReviewOutcome.Refused(ParseFailure.Code.CRASHED);
      }
    }
  }

  @BeforeAll
  static void start() throws Exception {
    InstantSource clock = NOW::get;
    server = new PageServer(REVIEWER, LIMITS, temporary.resolve("reviews"), clock);
  }

  @AfterAll
  static void stop() {
    server.close();
    assertThat(temporary.resolve("reviews"))
        .as("nothing is left when the service stops")
        .doesNotExist();
  }

  @Test
  void aReviewIsMadeAndCanBeRead() throws Exception {
    HttpResponse<String> made =
        send(
            new Multipart()
                .field("lang", "en")
                .field("notes", " 一 \r\n\n二")
                .file("方案.pdf", utf8("text")));
    assertThat(made.statusCode()).isEqualTo(201);
    assertThat(REVIEWER.statements.get()).containsExactly("一", "二");
    JsonNode body = JSON.readTree(made.body());
    assertThat(body.get("name").textValue()).isEqualTo("方案.pdf");
    assertThat(body.get("report").get("version").intValue()).as("worded in English").isEqualTo(2);
    assertThat(body.get("expires").textValue()).isEqualTo(NOW.get().plus(LIMITS.age()).toString());
    String id = body.get("id").textValue();
    assertThat(id).matches("[A-Za-z0-9_-]{22}");
    String path = made.headers().firstValue("Location").orElseThrow();
    assertThat(path).endsWith("/api/reviews/" + id);

    HttpResponse<String> again = get("/api/reviews/" + id + "?lang=zh");
    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(JSON.readTree(again.body()).get("report").get("version").intValue()).isEqualTo(1);

    HttpResponse<String> document = get(body.get("document").textValue());
    assertThat(document.body()).isEqualTo("text");
    assertThat(document.headers().firstValue("Content-Type")).contains("application/pdf");

    HttpResponse<String> annotated = get(body.get("annotated").textValue() + "?lang=en");
    assertThat(annotated.body()).isEqualTo("text en");
    assertThat(annotated.headers().firstValue("Content-Disposition"))
        .contains("attachment; filename*=UTF-8''%E6%96%B9%E6%A1%88.dealcoach.pdf");

    HttpResponse<String> report = get("/api/reviews/" + id + "/report.json?lang=zh");
    assertThat(report.body()).isEqualTo(REPORT);
    assertThat(get("/reviews/" + id).statusCode()).isEqualTo(200);
  }

  @Test
  void whoDoesNotWantToWaitIsToldTheStage() throws Exception {
    REVIEWER.held = new CountDownLatch(1);
    HttpResponse<String> taken =
        CLIENT.send(
            new Multipart()
                .file("a.pdf", utf8("hold"))
                .to(server.address() + "/api/reviews")
                .header("Prefer", "respond-async")
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(taken.statusCode()).isEqualTo(202);
    String id = JSON.readTree(taken.body()).get("id").textValue();
    HttpResponse<String> later = get("/api/reviews/" + id);
    assertThat(later.statusCode()).isEqualTo(202);
    assertThat(JSON.readTree(later.body()).get("state").textValue()).isIn("waiting", "reading");
    assertThat(get("/api/reviews/" + id + "/report.json").statusCode()).isEqualTo(404);

    HttpResponse<String> second =
        CLIENT.send(
            new Multipart()
                .file("b.pdf", utf8("text"))
                .to(server.address() + "/api/reviews")
                .header("Prefer", "respond-async")
                .build(),
            HttpResponse.BodyHandlers.ofString());
    String waiting = JSON.readTree(second.body()).get("id").textValue();
    assertThat(JSON.readTree(get("/api/reviews/" + waiting).body()).get("state").textValue())
        .as("one at a time")
        .isEqualTo("waiting");

    REVIEWER.held.countDown();
    while (get("/api/reviews/" + waiting).statusCode() == 202) {
      new CountDownLatch(1).await(50, TimeUnit.MILLISECONDS);
    }
    assertThat(get("/api/reviews/" + id).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @EnumSource(ParseFailure.Code.class)
  void everyFailureOfAFileIsAProblemInTheReadersLanguage(ParseFailure.Code code) throws Exception {
    HttpResponse<String> chinese =
        send(new Multipart().field("lang", "zh").file("x.pdf", utf8(code.name())));
    HttpResponse<String> english =
        send(new Multipart().field("lang", "en").file("x.pdf", utf8(code.name())));
    assertThat(chinese.statusCode()).isEqualTo(english.statusCode()).isBetween(413, 500);
    assertThat(chinese.headers().firstValue("Content-Type")).contains("application/problem+json");
    JsonNode problem = JSON.readTree(chinese.body());
    assertThat(problem.get("type").textValue()).isEqualTo("urn:dealcoach:problem:" + code.id());
    assertThat(problem.get("status").intValue()).isEqualTo(chinese.statusCode());
    assertThat(problem.get("title").textValue()).containsPattern("\\p{IsHan}");
    assertThat(JSON.readTree(english.body()).get("detail").textValue())
        .doesNotContainPattern("\\p{IsHan}");
  }

  @Test
  void aReviewerThatThrowsFailsOneReviewOnly() throws Exception {
    assertThat(send(new Multipart().file("x.pdf", utf8("throw"))).statusCode()).isEqualTo(422);
    assertThat(send(new Multipart().file("x.pdf", utf8("fine"))).statusCode()).isEqualTo(201);
  }

  @Test
  void tooLargeIsRefusedWhetherAnnouncedOrNot() throws Exception {
    byte[] large = new byte[3 << 20];
    HttpResponse<String> announced = send(new Multipart().field("lang", "en").file("x.pdf", large));
    assertThat(announced.statusCode()).isEqualTo(413);
    assertThat(announced.body()).contains("urn:dealcoach:problem:too-large");

    byte[] form = new Multipart().file("x.pdf", large).bytes();
    HttpRequest chunked =
        new Multipart()
            .to(server.address() + "/api/reviews")
            .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(form)))
            .build();
    HttpResponse<String> refused = CLIENT.send(chunked, HttpResponse.BodyHandlers.ofString());
    assertThat(refused.statusCode()).isEqualTo(413);
    assertThat(refused.body()).contains("urn:dealcoach:problem:too-large");
  }

  @Test
  void aFileJustOverTheLimitIsRefusedToo() throws Exception {
    HttpResponse<String> refused = send(new Multipart().file("x.pdf", new byte[(1 << 20) + 1]));
    assertThat(refused.statusCode()).isEqualTo(413);
  }

  @Test
  void statementsAreLimited() throws Exception {
    HttpResponse<String> refused =
        send(new Multipart().field("notes", "话".repeat(1001)).file("x.pdf", utf8("text")));
    assertThat(refused.statusCode()).isEqualTo(413);
    assertThat(refused.body()).contains("notes-too-long");
  }

  @Test
  void exactlyOneFile() throws Exception {
    assertThat(send(new Multipart().field("notes", "x")).body()).contains("no-file");
    assertThat(send(new Multipart().file("a.pdf", utf8("a")).file("b.pdf", utf8("b"))).statusCode())
        .isEqualTo(400);
    HttpRequest nonsense =
        HttpRequest.newBuilder(URI.create(server.address() + "/api/reviews"))
            .header("Content-Type", "multipart/form-data; boundary=x")
            .POST(HttpRequest.BodyPublishers.ofString("no form"))
            .build();
    HttpResponse<String> refused = CLIENT.send(nonsense, HttpResponse.BodyHandlers.ofString());
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
  }

  @Test
  void strangeNamesAreHarmless() throws Exception {
    for (String name :
        List.of(
            "../../../evil.pdf",
            "🚀".repeat(300) + ".pdf",
            "<img src=x onerror=alert(1)>.pdf",
            "a\tb.pdf")) {
      HttpResponse<String> made = send(new Multipart().file(name, utf8("text")));
      assertThat(made.statusCode()).as(name).isEqualTo(201);
      JsonNode body = JSON.readTree(made.body());
      assertThat(body.get("name").textValue()).doesNotContain("/", "\\").hasSizeLessThan(250);
      assertThat(get(body.get("annotated").textValue()).statusCode()).isEqualTo(200);
    }
    try (var all = Files.walk(temporary)) {
      assertThat(all.map(path -> path.getFileName().toString()))
          .noneMatch(name -> name.contains("evil"));
    }
  }

  @Test
  void oldReviewsAreDeletedAndSaySo() throws Exception {
    String id =
        JSON.readTree(send(new Multipart().file("x.pdf", utf8("text"))).body())
            .get("id")
            .textValue();
    assertThat(temporary.resolve("reviews").resolve(id)).exists();
    NOW.updateAndGet(now -> now.plus(Duration.ofMinutes(31)));
    HttpResponse<String> gone = get("/api/reviews/" + id + "?lang=en");
    assertThat(gone.statusCode()).isEqualTo(404);
    assertThat(gone.body()).contains("urn:dealcoach:problem:gone");
    assertThat(temporary.resolve("reviews").resolve(id)).doesNotExist();
    HttpResponse<String> page = get("/reviews/" + id + "?lang=zh");
    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(page.body()).contains("这份结果已经不在了").contains("lang=\"zh-CN\"");
  }

  @Test
  void onlyTheLatestAreKept() throws Exception {
    String first =
        JSON.readTree(send(new Multipart().file("x.pdf", utf8("text"))).body())
            .get("id")
            .textValue();
    for (int i = 0; i < LIMITS.kept(); i++) {
      assertThat(send(new Multipart().file("x.pdf", utf8("text"))).statusCode()).isEqualTo(201);
    }
    assertThat(get("/api/reviews/" + first).statusCode()).isEqualTo(404);
    try (var folders = Files.list(temporary.resolve("reviews"))) {
      assertThat(folders).hasSizeLessThanOrEqualTo(LIMITS.kept());
    }
  }

  @Test
  void everyAnswerTellsTheBrowserToLoadFromHereOnly() throws Exception {
    for (String path :
        List.of(
            "/",
            "/assets/web/style.css",
            "/assets/pdfjs/build/pdf.worker.mjs",
            "/api/reviews/none",
            "/nothing")) {
      HttpResponse<String> answer = get(path);
      assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
          .contains("default-src 'none'")
          .contains("script-src 'self'")
          .doesNotContain("unsafe-inline")
          .doesNotContain("http");
      assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
      assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
    }
    assertThat(get("/assets/web/upload.js").headers().firstValue("Content-Type").orElseThrow())
        .startsWith("text/javascript");
    assertThat(
            get("/assets/pdfjs/build/pdf.mjs").headers().firstValue("Content-Type").orElseThrow())
        .startsWith("text/javascript");
    assertThat(
            get("/assets/pdfjs/wasm/openjpeg.wasm")
                .headers()
                .firstValue("Content-Type")
                .orElseThrow())
        .startsWith("application/wasm");
    assertThat(get("/assets/pdfjs/web/viewer.html").statusCode()).isEqualTo(404);
  }

  @Test
  void anotherSitesFormIsRefused() throws Exception {
    HttpResponse<String> refused =
        CLIENT.send(
            new Multipart()
                .file("x.pdf", utf8("text"))
                .to(server.address() + "/api/reviews")
                .header("Sec-Fetch-Site", "cross-site")
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(refused.statusCode()).isEqualTo(403);
  }

  @Test
  void thePageSpeaksTheReadersLanguage() throws Exception {
    assertThat(get("/?lang=en").body()).contains("lang=\"en\"").contains("Review it");
    assertThat(get("/?lang=en").headers().firstValue("Set-Cookie").orElseThrow())
        .startsWith("lang=en")
        .contains("SameSite=Lax");
    HttpRequest browser =
        HttpRequest.newBuilder(URI.create(server.address() + "/"))
            .header("Accept-Language", "fr, en-GB;q=0.8, zh;q=0.2")
            .build();
    assertThat(CLIENT.send(browser, HttpResponse.BodyHandlers.ofString()).body())
        .contains("lang=\"en\"");
    assertThat(get("/?lang=tlh").body()).contains("lang=\"zh-CN\"");
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static HttpResponse<String> send(Multipart form) throws Exception {
    return CLIENT.send(
        form.to(server.address() + "/api/reviews").build(), HttpResponse.BodyHandlers.ofString());
  }

  private static HttpResponse<String> get(String path) throws Exception {
    return CLIENT.send(
        HttpRequest.newBuilder(URI.create(server.address() + path)).build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
