package dev.dealcoach.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dealcoach.service.json.ScanSchema;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * {@code coach scan} from its words to its output, with real documents and real child processes.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ScanCommandTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path SAMPLES = Path.of("src/main/assembly/rehearsal");

  @TempDir Path folder;

  private static String sample(String type) {
    return SAMPLES.resolve("01." + type).toString();
  }

  private static List<String> sampleNotes() throws Exception {
    String line = Files.readAllLines(SAMPLES.resolve("batch.jsonl")).getFirst();
    List<String> notes = new ArrayList<>();
    JSON.readTree(line).get("notes").forEach(note -> notes.add(note.asText()));
    return notes;
  }

  @ParameterizedTest
  @ValueSource(strings = {"docx", "pdf", "pptx", "md"})
  void reportsEveryFormatByTheSchemaAndTheSameTwice(String type) throws Exception {
    Path notes = Files.write(folder.resolve("notes.txt"), sampleNotes());
    String[] words = {"scan", sample(type), "--notes", notes.toString(), "--with-text"};
    CommandRun run = CommandRun.of(words);
    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
    assertThat(run.lines()).hasSize(1);
    JsonNode report = ScanSchema.assertValid(run.out());
    assertThat(report.at("/document/type").asText()).isEqualTo(type);
    assertThat(report.at("/document/language").asText()).isEqualTo("zh");
    assertThat(report.at("/findings")).isNotEmpty();
    quotesAreTheTextOfTheirLocation(report);
    assertThat(CommandRun.of(words).out()).isEqualTo(run.out());
  }

  private static void quotesAreTheTextOfTheirLocation(JsonNode report) {
    for (JsonNode finding : report.at("/findings")) {
      if (!finding.get("quote").isNull()) {
        assertThat(joined(report, finding.get("location")))
            .isEqualTo(finding.get("quote").asText());
      }
    }
    for (String items : new String[] {"/gold/pain_quote/quotes", "/gold/evidence/items"}) {
      for (JsonNode item : report.at(items)) {
        assertThat(joined(report, item.get("location"))).isEqualTo(item.get("text").asText());
      }
    }
    for (JsonNode item : report.at("/gold/objections/items")) {
      assertThat(joined(report, item.get("location")))
          .contains(item.get("objection").asText().split("\n"))
          .contains(item.get("response").asText().split("\n"));
    }
  }

  private static String joined(JsonNode report, JsonNode location) {
    List<String> parts = new ArrayList<>();
    for (JsonNode part : location) {
      String block = report.at("/blocks/" + part.get("block").asInt() + "/text").asText();
      parts.add(block.substring(part.get("start").asInt(), part.get("end").asInt()));
    }
    return String.join("\n", parts);
  }

  @Test
  void wordingFollowsTheDocumentUnlessAskedFor() throws Exception {
    String file = sample("md");
    String zh = ScanSchema.assertValid(CommandRun.of("scan", file).out()).toString();
    String en = ScanSchema.assertValid(CommandRun.of("scan", file, "--lang=en").out()).toString();
    assertThat(zh).isNotEqualTo(en);
    assertThat(CommandRun.of("scan", file, "--lang", "zh").out().strip()).isEqualTo(zh);
    assertThat(zh).doesNotContain("\"blocks\"");
  }

  @ParameterizedTest
  @CsvSource({"zh, 动作黄金标准, 结构完整性", "en, Gold standard, Structure"})
  void textIsForReading(String lang, String gold, String structure) {
    CommandRun run = CommandRun.of("scan", sample("docx"), "--format", "text", "--lang", lang);
    assertThat(run.status()).isZero();
    assertThat(run.out())
        .startsWith("01.docx")
        .contains(gold, structure)
        .doesNotContain("{", "}", "null");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "; no command",
        "frob; no command \"frob\"",
        "scan; exactly one file, got 0",
        "scan a.pdf b.pdf; exactly one file, got 2",
        "scan a.pdf --frob; unknown option",
        "scan a.pdf --format xml; json|text",
        "scan no-such-file.pdf; cannot be opened",
        "scan a.pdf --notes no-such-notes.txt; notes",
        "scan --batch no-such.jsonl; batch file",
        "scan a.pdf --batch b.jsonl; --batch goes with neither",
        "scan --batch b.jsonl --format text; JSON only"
      })
  void unusableInputIsOneLineAndStatusTwo(String words, String says) {
    CommandRun run = CommandRun.of(words == null ? new String[0] : words.split(" "));
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.err()).startsWith("coach: ").contains(says);
  }

  @Test
  void errorsSpeakTheReadersLanguage() throws Exception {
    String file = Files.createFile(folder.resolve("空.pdf")).toString();
    assertThat(CommandRun.in("zh_CN.UTF-8", "scan", file).err()).contains("没有文字");
    assertThat(CommandRun.in("C", "scan", file).err()).contains("holds no text");
    assertThat(CommandRun.in("C", "scan", file, "--lang", "zh").err()).contains("没有文字");
  }

  @Test
  void aBatchAnswersEachLineInItsPlace() throws Exception {
    Files.createDirectories(folder.resolve("in/方案"));
    Files.copy(Path.of(sample("docx")), folder.resolve("in/方案/一.docx"));
    Path batch = folder.resolve("in/batch.jsonl");
    Files.writeString(
        batch,
        "\uFEFF{\"id\":\"a\",\"file\":\"方案/一.docx\"}\n"
            + "no json\n"
            + "{\"id\":2,\"file\":\"missing.pdf\",\"notes\":[]}\r\n"
            + "\n"
            + "[1,2]\n"
            + "{\"id\":\"no-file\"}\n"
            + "{\"id\":\"notes\",\"file\":\"方案/一.docx\",\"notes\":\"text\"}\n"
            + "{\"file\":\"方案/一.docx\",\"notes\":null}\n"
            + "{\"id\":{\"deep\":[1]},\"file\":\""
            + Path.of(sample("md")).toAbsolutePath()
            + "\",\"notes\":[\"\",\"保养记录全在老师傅的本子上\"]}",
        StandardCharsets.UTF_8);
    CommandRun run = CommandRun.of("scan", "--batch", batch.toString());
    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
    List<String> got = new ArrayList<>();
    for (String line : run.lines()) {
      JsonNode answer = ScanSchema.assertValid(line);
      got.add(
          answer.get("id")
              + " "
              + (answer.has("error")
                  ? answer.at("/error/code").asText()
                  : answer.at("/document/name").asText()));
    }
    assertThat(got)
        .containsExactly(
            "\"a\" 一.docx",
            "null bad-line",
            "2 not-readable",
            "null bad-line",
            "\"no-file\" bad-line",
            "\"notes\" bad-line",
            "null 一.docx",
            "{\"deep\":[1]} 01.md");
  }

  @Test
  void aBatchSaysTheSameAsSingleScans() throws Exception {
    Path batch = folder.resolve("batch.jsonl");
    String file = Path.of(sample("pdf")).toAbsolutePath().toString();
    Files.writeString(batch, "{\"id\":\"x\",\"file\":\"" + file + "\"}\n");
    String single = CommandRun.of("scan", file).out();
    assertThat(CommandRun.of("scan", "--batch", batch.toString()).out())
        .isEqualTo(single.replaceFirst("\\{", "{\"id\":\"x\","));
  }

  @Test
  void aHugeBatchIsReadPieceByPiece() throws Exception {
    Path batch = folder.resolve("batch.jsonl");
    Files.write(batch, java.util.Collections.nCopies(20_000, "{\"id\":1,\"file\":7}"));
    CommandRun run = CommandRun.of("scan", "--batch", batch.toString());
    assertThat(run.lines()).hasSize(20_000).containsOnly(run.lines().getFirst());
  }

  @Test
  void helpIsNoError() {
    assertThat(CommandRun.of("--help").out()).contains("scan", "server", "check");
    CommandRun help = CommandRun.in("zh_CN.UTF-8", "scan", "a.pdf", "--help");
    assertThat(help.status()).isZero();
    assertThat(help.out()).contains("--batch", "用法");
  }
}
