package dev.dealcoach.service.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.dealcoach.service.CommandRun;
import dev.dealcoach.service.json.DiscoveryReport;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code POST /api/discovery} on a running server, with the models that are shipped. */
class DiscoveryResourceTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonSchema SCHEMA =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
          .getSchema(DiscoveryReport.class.getResourceAsStream("discovery-v1.schema.json"));
  private static final int LONGEST = 2000;
  private static final String SUMMARY = "😀模切机一个班卡纸六次，上个月误了三批货。预算没聊到，老板没见着。下周三上午九点我带样机过去，他安排人接。";

  @TempDir static Path temporary;
  private static PageServer server;
  private static HttpClient client;

  @BeforeAll
  static void start() throws Exception {
    WebLimits limits = new WebLimits(1 << 20, 1000, LONGEST, 3, Duration.ofMinutes(30), 1);
    ProposalReviewer none =
        (file, name, statements, stage) -> {
          throw new IllegalStateException("no proposal is handed in here");
        };
    server = new PageServer(none, limits, temporary.resolve("reviews"), InstantSource.system());
    client = HttpClient.newHttpClient();
  }

  @AfterAll
  static void stop() {
    client.close();
    server.close();
  }

  private static HttpResponse<String> post(String query, String language, byte[] body)
      throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create(server.address() + "/api/discovery" + query))
            .header("Content-Type", "application/json")
            .header("Accept-Language", language)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build(),
        HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  private static HttpResponse<String> post(String query, Map<String, ?> request) throws Exception {
    return post(query, "en", JSON.writeValueAsBytes(request));
  }

  @Test
  void answersAsTheCommandDoes() throws Exception {
    Path file = Files.writeString(temporary.resolve("summary.txt"), SUMMARY);
    HttpResponse<String> plain = post("", Map.of("text", SUMMARY));
    assertThat(plain.statusCode()).isEqualTo(200);
    assertThat(plain.headers().firstValue("Content-Type")).hasValue("application/json");
    assertThat(plain.body()).isEqualTo(CommandRun.of("discovery", file.toString()).out().strip());
    JsonNode report = JSON.readTree(plain.body());
    assertThat(SCHEMA.validate(report)).isEmpty();
    report
        .at("/items/pain/evidence")
        .forEach(
            place ->
                assertThat(SUMMARY.substring(place.get("start").asInt(), place.get("end").asInt()))
                    .isEqualTo(place.get("text").textValue()));
    assertThat(post("", Map.of("text", SUMMARY, "lang", "en", "industry", "Dental clinic")).body())
        .isEqualTo(
            CommandRun.of("discovery", file.toString(), "--lang", "en", "--industry", "healthcare")
                .out()
                .strip());
    assertThat(post("?lang=en", Map.of("text", SUMMARY)).body())
        .isEqualTo(CommandRun.of("discovery", file.toString(), "--lang=en").out().strip());
  }

  @Test
  void anIndustryChangesTheQuestionsAndNothingElse() throws Exception {
    ObjectNode general = (ObjectNode) JSON.readTree(post("", Map.of("text", SUMMARY)).body());
    ObjectNode unknown =
        (ObjectNode) JSON.readTree(post("", Map.of("text", SUMMARY, "industry", "综合/不详")).body());
    ObjectNode school =
        (ObjectNode) JSON.readTree(post("", Map.of("text", SUMMARY, "industry", "幼儿园")).body());
    assertThat(unknown).isEqualTo(general);
    assertThat(school.at("/items/budget/ask")).isNotEqualTo(general.at("/items/budget/ask"));
    for (ObjectNode each : new ObjectNode[] {general, school}) {
      each.get("items").forEach(item -> ((ObjectNode) item).remove("ask"));
    }
    assertThat(school).isEqualTo(general);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"text\":\" \\n \"} | 400 | summary-empty | There is no summary yet | 还没有写小结",
        "{\"text\":7} | 400 | summary-not-text | no readable text | 没有能读的文字",
        "{} | 400 | summary-not-text | no readable text | 没有能读的文字",
        "PK\u0003\u0004 | 400 | summary-not-text | no readable text | 没有能读的文字",
        "{\"text\":\"a\\u0000b\"} | 400 | summary-not-text | no readable text | 没有能读的文字",
        "{\"text\":\"\\ud83d\"} | 400 | summary-not-text | no readable text | 没有能读的文字",
        "{\"text\":\"……！\"} | 400 | summary-not-text | no readable text | 没有能读的文字",
      })
  void saysWhatIsWrongInTheReadersLanguage(
      String body, int status, String name, String english, String chinese) throws Exception {
    assertProblem(body, "en", status, name, english);
    assertProblem(body, "zh", status, name, chinese);
  }

  @Test
  void aLongSummaryIsTakenUpToTheLimit() throws Exception {
    assertThat(post("", Map.of("text", "改".repeat(LONGEST))).statusCode()).isEqualTo(200);
    String longer = JSON.writeValueAsString(Map.of("text", "改".repeat(LONGEST + 1)));
    assertProblem(longer, "zh", 413, "summary-too-long", "这段话太长");
    String huge = "{\"text\":\"" + "x".repeat(100_000);
    assertProblem(huge, "en", 413, "summary-too-long", "too long");
  }

  private static void assertProblem(
      String body, String language, int status, String name, String title) throws Exception {
    HttpResponse<String> answer = post("", language, body.getBytes(StandardCharsets.UTF_8));
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    JsonNode problem = JSON.readTree(answer.body());
    assertThat(problem.get("type").textValue()).isEqualTo("urn:dealcoach:problem:" + name);
    assertThat(problem.get("title").textValue()).contains(title);
  }

  @Test
  void brokenUtf8IsNoText() throws Exception {
    byte[] latin = "{\"text\":\"caf\u00e9 met\"}".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(post("", "en", latin).body()).contains("summary-not-text");
  }

  @Test
  void anotherSitesPageCannotAsk() throws Exception {
    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(URI.create(server.address() + "/api/discovery"))
                .header("Content-Type", "text/plain")
                .header("Sec-Fetch-Site", "cross-site")
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(403);
  }
}
