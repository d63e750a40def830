package dev.dealcoach.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.dealcoach.service.json.ExamplesReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code coach examples} from its words to its output, with the models that are shipped. */
class ExamplesCommandTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonSchema SCHEMA =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
          .getSchema(ExamplesReport.class.getResourceAsStream("examples-v1.schema.json"));

  private static final List<String> GOOD =
      List.of(
          "{\"id\":\"pay\",\"text\":\"合同签订后付三成，验收合格付六成，质保期满付一成。\",\"industry\":\"retail\","
              + "\"shows\":[\"payment\"],\"seller\":\"谭秋\",\"rank\":2,\"date\":\"2026-03-01\"}",
          "{\"id\":\"price\",\"text\":\"您说价格高，我们算一笔账：每年少停机四十小时，两年就回本。\",\"industry\":\"energy\"}",
          "{\"id\":3,\"text\":\"Delivery is accepted when ten test runs pass without a stop.\"}");

  @TempDir Path folder;

  private Path file(String name, List<String> lines) throws IOException {
    return Files.write(folder.resolve(name), lines);
  }

  private String index() {
    return folder.resolve("library").toString();
  }

  private static JsonNode valid(String json) throws IOException {
    JsonNode node = JSON.readTree(json);
    assertThat(SCHEMA.validate(node)).as(json).isEmpty();
    return node;
  }

  private JsonNode imported(List<String> lines) throws IOException {
    CommandRun run =
        CommandRun.of("examples", "import", file("in.jsonl", lines).toString(), "--index", index());
    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
    return valid(run.out());
  }

  private JsonNode found(String... words) throws IOException {
    List<String> all = new ArrayList<>(List.of("examples", "search"));
    all.addAll(List.of(words));
    all.addAll(List.of("--index", index()));
    CommandRun run = CommandRun.of(all.toArray(String[]::new));
    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
    return valid(run.out());
  }

  @Test
  void whatIsImportedIsFound() throws IOException {
    JsonNode done = imported(GOOD);
    assertThat(done.get("imported").intValue()).isEqualTo(3);
    assertThat(done.get("rejected")).isEmpty();
    JsonNode hits = found("尾款什么时候付", "--k", "2").get("hits");
    assertThat(hits).hasSize(2);
    assertThat(hits.get(0).get("id").textValue()).isEqualTo("pay");
    assertThat(hits.get(0).get("seller").textValue()).isEqualTo("谭秋");
    assertThat(found("acceptance of the delivery").at("/hits/0/id").textValue()).isEqualTo("3");
    assertThat(found("付款", "--industry", "energy").get("hits")).hasSize(1);
    assertThat(found("付款", "--industry", "finance").get("hits")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"hybrid", "bm25", "vector"})
  void everyModeFinds(String mode) throws IOException {
    imported(GOOD);
    JsonNode search = found("价格高 两年回本", "--mode", mode);
    assertThat(search.get("mode").textValue()).isEqualTo(mode);
    assertThat(search.at("/hits/0/id").textValue()).isEqualTo("price");
  }

  @Test
  void badLinesAreToldAndTheGoodOnesGoIn() throws IOException {
    List<String> lines = new ArrayList<>(GOOD);
    lines.add(1, "no json");
    lines.add(3, "");
    lines.add(4, "{\"id\":\"x\"}");
    JsonNode done = imported(lines);
    assertThat(done.get("lines").intValue()).isEqualTo(5);
    assertThat(done.get("imported").intValue()).isEqualTo(3);
    assertThat(done.at("/rejected/0/line").intValue()).isEqualTo(2);
    assertThat(done.at("/rejected/0/code").textValue()).isEqualTo("no-object");
    assertThat(done.at("/rejected/1/line").intValue()).isEqualTo(5);
    assertThat(done.at("/rejected/1/field").textValue()).isEqualTo("text");
  }

  @Test
  void importingAgainDoublesNothing() throws IOException {
    imported(GOOD);
    JsonNode again = imported(GOOD);
    assertThat(again.get("unchanged").intValue()).isEqualTo(3);
    assertThat(again.get("total").intValue()).isEqualTo(3);
    List<String> changed = List.of("{\"id\":\"pay\",\"text\":\"现在是违约责任。\"}", GOOD.getFirst());
    JsonNode twice = imported(changed);
    assertThat(twice.get("total").intValue()).isEqualTo(3);
    assertThat(found("质保期满付一成").at("/hits/0/id").textValue()).isEqualTo("pay");
  }

  @Test
  void aBatchAnswersInOrderAndAsTheSingleCommandDoes() throws IOException {
    imported(GOOD);
    Path batch =
        file(
            "batch.jsonl",
            List.of(
                "{\"id\":1,\"query\":\"验收付款\"}",
                "broken",
                "{\"id\":2}",
                "{\"id\":3,\"query\":\"付款\",\"industry\":\"energy\"}"));
    CommandRun run =
        CommandRun.of("examples", "search", "--batch", batch.toString(), "--index", index());
    assertThat(run.status()).isZero();
    List<JsonNode> answers = new ArrayList<>();
    for (String line : run.lines()) {
      answers.add(valid(line));
    }
    assertThat(answers).hasSize(4);
    assertThat(answers.get(0).get("id").intValue()).isEqualTo(1);
    assertThat(answers.get(0).at("/hits/0/score")).isEqualTo(found("验收付款").at("/hits/0/score"));
    assertThat(answers.get(1).at("/error/code").textValue()).isEqualTo("bad-line");
    assertThat(answers.get(2).at("/error/code").textValue()).isEqualTo("bad-line");
    assertThat(answers.get(3).at("/hits/0/id").textValue()).isEqualTo("price");
  }

  @Test
  void aDamagedIndexIsRepairedAndSaidSo() throws IOException {
    imported(GOOD);
    String sound = found("付款").toString();
    try (Stream<Path> files = Files.list(Path.of(index(), "index"))) {
      Path file =
          files.filter(f -> f.toString().endsWith(".cfs")).sorted().findFirst().orElseThrow();
      byte[] bytes = Files.readAllBytes(file);
      bytes[bytes.length / 2] ^= 0x11;
      Files.write(file, bytes);
    }
    CommandRun run = CommandRun.of("examples", "search", "付款", "--index", index());
    assertThat(run.status()).isZero();
    assertThat(run.err()).contains("damaged").hasLineCount(1);
    assertThat(valid(run.out()).toString()).isEqualTo(sound);
    assertThat(found("付款").toString()).isEqualTo(sound);
  }

  @Test
  void writesForATerminalInTheReadersLanguage() throws IOException {
    imported(GOOD);
    CommandRun zh =
        CommandRun.of(
            "examples", "search", "质保期满付款", "--index", index(), "--format", "text", "--lang", "zh");
    assertThat(zh.out()).contains("pay", "合适的概率", "谭秋，排名第 2", "TOP 销售");
    assertThat(
            CommandRun.of("examples", "search", "质保", "--index", index(), "--format", "text").out())
        .contains("fits with a probability", "shares the words");
  }

  @Test
  void saysWhatIsWrongWithTheInput() throws IOException {
    assertError("usage", "examples");
    assertError("--index", "examples", "search", "付款");
    assertError("no library", "examples", "search", "付款", "--index", index());
    assertError("none.jsonl", "examples", "import", "none.jsonl", "--index", index());
    imported(GOOD);
    assertError("--k", "examples", "search", "付款", "--index", index(), "--k", "0");
    assertError("hybrid|bm25|vector", "examples", "search", "a", "--index", index(), "--mode", "x");
    Files.write(folder.resolve("latin"), "no folder".getBytes(StandardCharsets.US_ASCII));
    assertError(
        "latin",
        "examples",
        "import",
        file("in.jsonl", GOOD).toString(),
        "--index",
        folder.resolve("latin").toString());
  }

  private static void assertError(String part, String... words) {
    CommandRun run = CommandRun.of(words);
    assertThat(run.status()).as(run.err()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).hasLineCount(1);
    if (!part.equals("usage")) {
      assertThat(run.err()).contains(part);
    }
  }
}
