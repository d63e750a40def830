package dev.dealcoach.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What keeps the service in order, and what it answers to requests that are not in order. */
class OperationTest {
  @TempDir static java.nio.file.Path folder;
  private static ServiceUnderTest service;

  @BeforeAll
  static void start() throws Exception {
    service = new ServiceUnderTest(folder.resolve("data"));
  }

  @AfterAll
  static void stop() {
    if (service != null) {
      service.close();
    }
  }

  @Test
  void figuresAreTextThatPrometheusReads() throws Exception {
    HttpResponse<String> answer = service.get("admin", "/api/v1/metrics");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("text/plain")
        .contains("version=0.0.4");
    assertThat(answer.body().lines())
        .allMatch(
            line ->
                line.matches("# TYPE [a-z_0-9]+ (gauge|counter|summary)")
                    || line.matches("[a-z_0-9]+(\\{[a-z]+=\"[^\"]+\"})? (NaN|-?[0-9][0-9.E-]*)"));
    assertThat(answer.body())
        .contains("\ncoach_review_jobs_running ", "coach_healthy{check=\"files\"} 1\n")
        .contains(
            "\ncoach_recording_jobs_waiting ",
            "\ncoach_recording_jobs_without_model ",
            "\ncoach_recording_jobs_running ",
            "\ncoach_recording_jobs_oldest_seconds ",
            "\ncoach_recordings_refused ",
            "\ncoach_recordings_transcribed_seconds ")
        .containsPattern("requests_seconds_count [1-9]");
    assertThat(answer.body().lines().filter(line -> line.startsWith("# TYPE")))
        .doesNotHaveDuplicates();
  }

  @Test
  void healthIsOpenAndTheRestOfTheAdministrationIsNot() throws Exception {
    assertThat(plain("/admin/healthcheck").statusCode()).isEqualTo(200);
    assertThat(plain("/admin/ping").body()).startsWith("pong");
    for (String path : new String[] {"/admin/", "/admin/metrics", "/admin/threads"}) {
      assertThat(plain(path).statusCode()).as(path).isEqualTo(401);
      assertThat(service.get("lin", path).statusCode()).as(path).isEqualTo(401);
      assertThat(service.get("admin", path).statusCode()).as(path).isEqualTo(200);
    }
    HttpResponse<String> gc =
        service
            .client()
            .send(
                service.at("/admin/tasks/gc").POST(BodyPublishers.noBody()).build(),
                BodyHandlers.ofString());
    assertThat(gc.statusCode()).isEqualTo(401);
    JsonNode health = service.json("admin", "/api/v1/health");
    assertThat(health.get("healthy").asBoolean()).isTrue();
    assertThat(health.get("checks").fieldNames()).toIterable().contains("data", "files");
  }

  private static HttpResponse<String> plain(String path) throws Exception {
    return service.client().send(service.at(path).build(), BodyHandlers.ofString());
  }

  @Test
  void everyAddressOfTheInterfaceIsDescribed() throws Exception {
    JsonNode document = ServiceUnderTest.JSON.readTree(plain("/api/v1/openapi.json").body());
    assertThat(document.get("openapi").asText()).startsWith("3.1");
    Set<String> described = new TreeSet<>();
    document
        .get("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .fieldNames()
                    .forEachRemaining(
                        verb ->
                            described.add(verb.toUpperCase(Locale.ROOT) + " " + path.getKey())));
    assertThat(described).isEqualTo(routes()).contains("POST /api/v1/deals/{id}/proposals");
    document
        .findValues("$ref")
        .forEach(
            ref ->
                assertThat(document.at(ref.asText().substring(1)).isObject())
                    .as(ref.asText())
                    .isTrue());
    JsonNode made = document.at("/paths/~1api~1v1~1accounts/post");
    assertThat(made.get("x-roles")).hasSize(1);
    assertThat(made.at("/requestBody/content/application~1json/schema/$ref").asText())
        .endsWith("/NewAccount");
    assertThat(document.at("/components/schemas/NewAccount/properties/signIn/type").asText())
        .isEqualTo("string");
  }

  private static Set<String> routes() {
    Set<String> routes = new TreeSet<>();
    var registered = service.support().getEnvironment().jersey().getResourceConfig();
    Stream.concat(
            registered.getClasses().stream(),
            registered.getSingletons().stream().map(Object::getClass))
        .filter(type -> type.isAnnotationPresent(Path.class))
        .forEach(
            type -> {
              for (Method method : type.getMethods()) {
                for (Annotation annotation : method.getAnnotations()) {
                  HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
                  if (verb != null) {
                    Path below = method.getAnnotation(Path.class);
                    String path =
                        "/"
                            + type.getAnnotation(Path.class).value()
                            + "/"
                            + (below == null ? "" : below.value());
                    path = path.replaceAll("/+", "/").replaceAll("(.)/$", "$1");
                    if (path.startsWith("/api/")) {
                      routes.add(verb.value() + " " + path);
                    }
                  }
                }
              }
            });
    return routes;
  }

  @Test
  void settingsChangeWithinTheirLimitsAndTheLogHasIt() throws Exception {
    String path = "/api/v1/settings/retention.statement-days";
    assertThat(service.send("admin", "PUT", path, "{\"value\":730}").statusCode()).isEqualTo(204);
    assertThat(service.send("admin", "PUT", path, "{\"value\":731}").statusCode()).isEqualTo(204);
    for (String wrong :
        new String[] {"{\"value\":-1}", "{}", "{\"value\":\"x\"}", "{\"value\":1e9}"}) {
      assertThat(service.send("admin", "PUT", path, wrong).statusCode()).as(wrong).isEqualTo(400);
    }
    assertThat(service.send("admin", "PUT", path + "x", "{\"value\":1}").statusCode())
        .isEqualTo(404);
    JsonNode all = service.json("admin", "/api/v1/settings");
    JsonNode set =
        Stream.iterate(0, i -> i + 1)
            .limit(all.size())
            .map(all::get)
            .filter(each -> each.get("name").asText().equals("retention.statement-days"))
            .findFirst()
            .orElseThrow();
    assertThat(set.get("value").asLong()).isEqualTo(731);
    assertThat(set.get("by").isNull()).isFalse();
    assertThat(service.get("admin", "/api/v1/audit").body())
        .contains("\"retention.statement-days\"", "\"731\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          application/json | {"customer":                            | 400
          application/json | {"customer":{"a":1},"title":"t"}        | 400
          application/json | []                                      | 400
          application/json | null                                    | 400
          application/json | {"customer":"C","title":"t","firstContact":"soon"} | 400
          text/plain       | hello                                   | 415
          multipart/form-data; boundary=x | --x                      | 415
          """)
  void whatIsNotUnderstoodIsAProblem(String type, String body, int status) throws Exception {
    HttpResponse<String> answer =
        service
            .client()
            .send(
                service
                    .as("lin", "/api/v1/deals")
                    .header("Content-Type", type)
                    .POST(BodyPublishers.ofString(body))
                    .build(),
                BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertProblem(answer, "bad-request");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          multipart/form-data; boundary=x | nothing of the kind
          multipart/form-data; boundary=x | --x
          multipart/form-data; boundary=x | --x\\r\\nContent-Disposition: form-data; name="file"; filename="a"\\r\\n\\r\\nhalf
          multipart/form-data             | --x--
          multipart/form-data; boundary=x | --x\\r\\n\\r\\n\\r\\n--x--
          multipart/form-data; boundary=x | --x\\r\\nContent-Disposition: form-data; name="file"; filename="a"\\r\\n\\r\\na\\r\\n--x\\r\\nContent-Disposition: form-data; name="file"; filename="b"\\r\\n\\r\\nb\\r\\n--x--
          """)
  void aMalformedFormIsAProblemAndNothingIsKept(String type, String body) throws Exception {
    String deal = service.deal("lin", "malformed");
    HttpResponse<String> answer =
        service
            .client()
            .send(
                service
                    .as("lin", "/api/v1/deals/" + deal + "/proposals")
                    .header("Content-Type", type)
                    .POST(BodyPublishers.ofString(body.replace("\\r\\n", "\r\n")))
                    .build(),
                BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertProblem(answer, "");
    assertThat(service.json("lin", "/api/v1/deals/" + deal + "/reviews")).isEmpty();
  }

  private static void assertProblem(HttpResponse<String> answer, String name) {
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/problem+json");
    assertThat(answer.body())
        .contains("urn:dealcoach:problem:" + name)
        .doesNotContain("Exception", "jackson", "dev.dealcoach");
  }

  @Test
  void aBodyThatIsNoDocumentIsSmall() throws Exception {
    String huge = "{\"customer\":\"" + "x".repeat(8 << 20) + "\",\"title\":\"t\"}";
    // refused by what it announces, before it is sent
    HttpResponse<String> announced =
        service
            .client()
            .send(
                service
                    .as("lin", "/api/v1/deals")
                    .header("Content-Type", "application/json")
                    .expectContinue(true)
                    .POST(BodyPublishers.ofString(huge))
                    .build(),
                BodyHandlers.ofString());
    assertThat(announced.statusCode()).isEqualTo(413);
    assertProblem(announced, "too-large");
    // sent all the same, without asking first: the sender still hears why
    HttpResponse<String> sent =
        service
            .client()
            .send(
                service
                    .as("lin", "/api/v1/deals")
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(huge))
                    .build(),
                BodyHandlers.ofString());
    assertThat(sent.statusCode()).isEqualTo(413);
    assertProblem(sent, "too-large");
    HttpResponse<String> chunked =
        service
            .client()
            .send(
                service
                    .as("lin", "/api/v1/deals")
                    .header("Content-Type", "application/json")
                    .POST(
                        BodyPublishers.ofInputStream(
                            () -> new java.io.ByteArrayInputStream(huge.getBytes(UTF_8))))
                    .build(),
                BodyHandlers.ofString());
    assertThat(chunked.statusCode()).isEqualTo(413);
  }

  @ParameterizedTest
  @CsvSource({
    "../../../etc/passwd.md, passwd.md",
    "C:\\\\temp\\\\方案.md, 方案.md",
    "方案 😀 v2.md, 方案 😀 v2.md",
    "<script>alert(1)</script>.md, script>.md",
    "=cmd|' calc'!A1.md, =cmd|' calc'!A1.md"
  })
  void anOddNameIsOnlyAName(String sent, String shown) throws Exception {
    String deal = service.deal("lin", "odd names");
    String review = service.handedIn("lin", deal, sent, "# P\n\nText.\n".getBytes(UTF_8));
    service.ended("lin", deal);
    assertThat(service.json("lin", "/api/v1/reviews/" + review).get("name").asText())
        .isEqualTo(shown);
    HttpResponse<String> document = service.get("lin", "/api/v1/reviews/" + review + "/document");
    assertThat(document.headers().firstValue("Content-Disposition").orElseThrow())
        .matches("attachment; filename\\*=UTF-8''[A-Za-z0-9._%-]+");
    assertThat(document.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(document.headers().firstValue("Content-Type")).contains("application/octet-stream");
  }

  @Test
  void aVeryLongNameIsShortened() throws Exception {
    String deal = service.deal("lin", "long name");
    String review = service.handedIn("lin", deal, "长".repeat(300) + ".md", "Text.".getBytes(UTF_8));
    assertThat(service.json("lin", "/api/v1/reviews/" + review).get("name").asText())
        .hasSize(120)
        .endsWith("….md");
  }
}
