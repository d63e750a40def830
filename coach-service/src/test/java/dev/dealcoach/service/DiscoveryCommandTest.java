package dev.dealcoach.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.dealcoach.service.json.DiscoveryReport;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code coach discovery} from its words to its output, with the models that are shipped. */
class DiscoveryCommandTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonSchema SCHEMA =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
          .getSchema(DiscoveryReport.class.getResourceAsStream("discovery-v1.schema.json"));

  private static final String FULL =
      "刚从澜岸包装出来。模切机一个班卡纸六次，上个月误了三批货，被客户罚了九万二。"
          + "设备科把盖了章的立项批复拍给我看了，写的是八十万。"
          + "总经理老冯今天当面跟我聊了一个小时，买设备他拍板。"
          + "他拿我们跟恒切那家比，恒切便宜一成，可换刀要四十分钟，我们十分钟。"
          + "约好下周三上午九点我带样机过去，他安排车间腾一条线。";

  private static final String EMPTY = "今天整体沟通非常顺畅，客户很感兴趣，需求明确，氛围特别融洽，后续会持续跟进，信心满满，请领导放心。";

  private static final String ENGLISH =
      "Met Dana Whitfield, who owns the bakery and signs everything herself, in her office. The oven"
          + " failed 11 times last month and they threw out 900 loaves. She emailed me the approved"
          + " budget, $84,000. She compared us with the Dutch oven: theirs is cheaper but takes two"
          + " hours to clean, ours takes twenty minutes. We agreed on Thursday at 9 a.m.; she brings"
          + " her baker, I bring the demo unit.";

  @TempDir Path folder;

  private Path file(String name, String text) throws Exception {
    return Files.writeString(folder.resolve(name), text);
  }

  private JsonNode discovery(String text) throws Exception {
    CommandRun run = CommandRun.of("discovery", file("summary.txt", text).toString());
    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
    return valid(run.lines().getFirst());
  }

  private static JsonNode valid(String json) throws Exception {
    JsonNode node = JSON.readTree(json);
    assertThat(SCHEMA.validate(node)).as(json).isEmpty();
    return node;
  }

  private static void assertPlaces(JsonNode report, String text) {
    List<JsonNode> places = new ArrayList<>();
    report.get("items").forEach(item -> item.get("evidence").forEach(places::add));
    report.get("items").forEach(item -> item.get("against").forEach(places::add));
    report.get("vague").forEach(places::add);
    for (JsonNode place : places) {
      String words = text.substring(place.get("start").asInt(), place.get("end").asInt());
      assertThat(words).isEqualTo(place.get("text").textValue());
      assertThat(Character.isLowSurrogate(words.charAt(0))).isFalse();
      assertThat(Character.isHighSurrogate(words.charAt(words.length() - 1))).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {FULL, ENGLISH})
  void coversAllFiveOfACompleteSummary(String text) throws Exception {
    JsonNode report = discovery(text);
    report
        .get("items")
        .forEach(
            item ->
                assertThat(item.get("status").textValue())
                    .as(report.toString())
                    .isEqualTo("covered"));
    assertThat(report.get("score").intValue()).isEqualTo(100);
    assertThat(report.get("filler").booleanValue()).isFalse();
    assertPlaces(report, text);
  }

  @Test
  void aSummaryWithoutContentIsFillerAndAsksForEverything() throws Exception {
    JsonNode report = discovery(EMPTY);
    assertThat(report.get("filler").booleanValue()).isTrue();
    assertThat(report.get("score").intValue()).isZero();
    report.get("items").forEach(item -> assertThat(item.get("ask").textValue()).isNotBlank());
  }

  @Test
  void aShortTextThatSaysWhatWasNotReachedIsNoFiller() throws Exception {
    JsonNode report = discovery("预算没聊到 老板没见着 改天再说");
    assertThat(report.get("filler").booleanValue()).isFalse();
    assertThat(report.at("/items/next_step/status").textValue()).isNotEqualTo("covered");
  }

  @Test
  void neitherAMarkNorTheFinalLineBreakMovesTheOffsets() throws Exception {
    JsonNode plain = discovery(FULL);
    assertThat(discovery("\uFEFF" + FULL + "\n")).isEqualTo(plain);
    assertThat(discovery(FULL + "\r\n")).isEqualTo(plain);
  }

  @Test
  void charactersBeyondTheFirstPlaneKeepTheirPlaces() throws Exception {
    String text = "😀" + FULL.replace("老冯", "𠮷田") + "👍🏽";
    JsonNode report = discovery(text);
    assertThat(report.at("/items/decision_maker/status").textValue()).isEqualTo("covered");
    assertPlaces(report, text);
  }

  @Test
  void aBatchAnswersInOrderAndAsTheSingleCommandDoes() throws Exception {
    List<String> texts = List.of(FULL, EMPTY, ENGLISH);
    List<String> requests = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      requests.add(JSON.writeValueAsString(Map.of("id", "s" + i, "text", texts.get(i))));
    }
    Map<String, JsonNode> forward = answers(requests);
    Collections.reverse(requests);
    assertThat(answers(requests)).isEqualTo(forward);
    for (int i = 0; i < texts.size(); i++) {
      ((com.fasterxml.jackson.databind.node.ObjectNode) forward.get("s" + i)).remove("id");
      assertThat(forward.get("s" + i)).isEqualTo(discovery(texts.get(i)));
    }
  }

  private Map<String, JsonNode> answers(List<String> requests) throws Exception {
    Path batch = file("batch.jsonl", String.join("\n", requests));
    CommandRun run = CommandRun.of("discovery", "--batch", batch.toString());
    assertThat(run.status()).isZero();
    assertThat(run.lines()).hasSameSizeAs(requests);
    Map<String, JsonNode> answers = new TreeMap<>();
    for (int i = 0; i < requests.size(); i++) {
      JsonNode answer = valid(run.lines().get(i));
      assertThat(answer.get("id")).isEqualTo(JSON.readTree(requests.get(i)).get("id"));
      answers.put(answer.get("id").textValue(), answer);
    }
    return answers;
  }

  @Test
  void aBadLineIsAnsweredAndTheNextOnesToo() throws Exception {
    Path batch =
        file(
            "bad.jsonl",
            "no json\n{\"id\":7}\n{\"id\":8,\"text\":\" \"}\n{\"id\":9,\"text\":\"改天再说\"}\n");
    CommandRun run = CommandRun.of("discovery", "--batch", batch.toString());
    assertThat(run.status()).isZero();
    assertThat(run.lines()).hasSize(4);
    for (String line : run.lines()) {
      valid(line);
    }
    assertThat(valid(run.lines().get(0)).at("/error/code").textValue()).isEqualTo("bad-line");
    assertThat(valid(run.lines().get(1)).get("id").intValue()).isEqualTo(7);
    assertThat(valid(run.lines().get(2)).has("error")).isTrue();
    assertThat(valid(run.lines().get(3)).has("items")).isTrue();
  }

  @Test
  void writesForATerminalInTheReadersLanguage() throws Exception {
    String name = file("summary.txt", FULL).toString();
    assertThat(CommandRun.of("discovery", name, "--format", "text").out())
        .contains("痛点", "100/100");
    assertThat(CommandRun.of("discovery", name, "--format", "text", "--lang", "en").out())
        .contains("Decision maker: covered");
  }

  @Test
  void saysWhatIsWrongWithTheInput() throws Exception {
    CommandRun missing = CommandRun.of("discovery", folder.resolve("none.txt").toString());
    assertThat(missing.status()).isEqualTo(2);
    assertThat(missing.err()).contains("none.txt").hasLineCount(1);
    assertThat(CommandRun.of("discovery", file("empty.txt", " \n").toString()).status())
        .isEqualTo(2);
    Path latin =
        Files.write(folder.resolve("l1.txt"), "caf\u00e9".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(CommandRun.of("discovery", latin.toString()).err()).contains("UTF-8");
    assertThat(CommandRun.of("discovery", "a", "b").status()).isEqualTo(2);
  }
}
