package dev.dealcoach.service.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dealcoach.scan.parse.ParseLimits;
import dev.dealcoach.service.CommandRun;
import dev.dealcoach.service.json.ScanSchema;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One batch over everything that harms: each line is answered, and nothing gets out. */
class HostileFolderTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path SAMPLES = Path.of("src/main/assembly/rehearsal");

  @TempDir(cleanup = org.junit.jupiter.api.io.CleanupMode.NEVER)
  Path temporary;

  @Test
  @Timeout(value = 20, unit = TimeUnit.MINUTES)
  void everyLineIsAnswered() throws Exception {
    HostileFolder folder = new HostileFolder(temporary);
    // a browser or a database of other tests may run on
    Set<ProcessHandle> others = ProcessHandle.current().children().collect(Collectors.toSet());
    CommandRun run;
    try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      HostilePdfs.fill(folder);
      HostileOffice.fill(folder, "http://127.0.0.1:" + listener.getLocalPort() + "/secret.dtd");
      HostileTexts.fill(folder);
      for (String type : List.of("docx", "pdf", "pptx", "md")) {
        folder.damaged(SAMPLES.resolve("01." + type));
        folder.add(
            "good-" + type + "." + type,
            Files.readAllBytes(SAMPLES.resolve("01." + type)),
            "report");
      }
      folder.add("wrong-name.pdf", Files.readAllBytes(SAMPLES.resolve("01.docx")), "report");
      folder.add("wrong-name.docx", Files.readAllBytes(SAMPLES.resolve("01.pdf")), "report");
      folder.add("wrong-name.txt", Files.readAllBytes(SAMPLES.resolve("01.pptx")), "report");
      folder.notFiles();

      List<String> names = new ArrayList<>(folder.expected().keySet());
      List<String> lines = new ArrayList<>();
      for (String name : names) {
        lines.add(
            JSON.writeValueAsString(
                Map.of("id", name, "file", name, "notes", List.of("我们每次找模具都要半天"))));
      }
      Path batch = temporary.resolve("batch.jsonl");
      Files.write(batch, lines);
      run = CommandRun.within(limits(), "scan", "--batch", batch.toString(), "--with-text");
      nobodyCalled(listener);
    }
    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
    List<String> wrong = new ArrayList<>();
    List<String> ids = new ArrayList<>();
    for (String line : run.lines()) {
      JsonNode answer = JSON.readTree(line);
      String id = answer.get("id").asText();
      ScanSchema.problems(answer).stream().limit(3).forEach(p -> wrong.add(id + ": " + p));
      ids.add(id);
      String got = answer.has("error") ? answer.at("/error/code").asText() : "report";
      Set<String> right = folder.expected().get(id);
      boolean slow = got.equals("timed-out"); // right for any file on a crowded machine
      if ((!right.isEmpty() && !right.contains(got) && !slow) || got.equals("internal")) {
        wrong.add(id + ": " + got + ", expected " + right);
      }
    }
    assertThat(ids).containsExactlyElementsOf(folder.expected().keySet());
    assertThat(run.out()).doesNotContain("root:x:0");
    Assertions.assertThat(wrong).isEmpty();
    assertThat(ProcessHandle.current().children()).isSubsetOf(others);
  }

  /** The usual limits but for the time, which some of these files use up. */
  private static ParseLimits limits() {
    ParseLimits usual = ParseLimits.STANDARD;
    return new ParseLimits(
        usual.bytes(),
        usual.unpackedBytes(),
        usual.pages(),
        usual.characters(),
        usual.depth(),
        usual.ocr(),
        usual.ocrPages(),
        Duration.ofSeconds(10),
        usual.ocrTimePerPage());
  }

  private static void nobodyCalled(ServerSocket listener) throws Exception {
    listener.setSoTimeout(1);
    Assertions.assertThatThrownBy(listener::accept).isInstanceOf(SocketTimeoutException.class);
  }
}
