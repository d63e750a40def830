package dev.dealcoach.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What the commands answer to whole inputs, against answers read by eye. A case is a folder below
 * {@code src/test/golden/scan} or {@code src/test/golden/discovery} with {@code input.*}, {@code
 * expected.json}, {@code NOTE.md} (what the case shows) and perhaps {@code notes.txt}; a new folder
 * is found by itself. {@code -Dgolden.update=true} writes the expected answers anew: read the
 * difference before it is committed.
 */
class GoldenTest {
  private static final Path CASES = Path.of("src/test/golden");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TestFactory
  Stream<DynamicTest> everyProposalGetsTheReviewThatWasReadByEye() throws IOException {
    return cases("scan").map(each -> DynamicTest.dynamicTest(name(each), () -> scan(each)));
  }

  @TestFactory
  Stream<DynamicTest> everySummaryGetsTheScoresThatWereReadByEye() throws IOException {
    return cases("discovery")
        .map(each -> DynamicTest.dynamicTest(name(each), () -> discovery(each)));
  }

  private static void scan(Path folder) throws IOException {
    List<String> words = new ArrayList<>(List.of("scan", input(folder).toString()));
    Path notes = folder.resolve("notes.txt");
    if (Files.exists(notes)) {
      words.addAll(List.of("--notes", notes.toString()));
    }
    compare(folder, CommandRun.of(words.toArray(String[]::new)));
  }

  private static void discovery(Path folder) throws IOException {
    compare(folder, CommandRun.of("discovery", input(folder).toString()));
  }

  private static void compare(Path folder, CommandRun run) throws IOException {
    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
    assertThat(folder.resolve("NOTE.md")).isNotEmptyFile();
    JsonNode answer = withoutHashes(JSON.readTree(run.out()));
    Path expected = folder.resolve("expected.json");
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(expected, pretty(answer) + "\n");
    }
    assertThat(pretty(answer)).isEqualTo(pretty(JSON.readTree(expected.toFile())));
  }

  /** Pack and models have tests of their own; their hashes change with every word of a rule. */
  private static JsonNode withoutHashes(JsonNode answer) {
    ((ObjectNode) answer).remove(List.of("pack", "models"));
    return answer;
  }

  private static String pretty(JsonNode answer) throws IOException {
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(answer);
  }

  private static Path input(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> name(file).startsWith("input."))
          .reduce(
              (one, other) -> {
                throw new IllegalStateException("two inputs in " + folder);
              })
          .orElseThrow(() -> new IllegalStateException("no input in " + folder));
    }
  }

  private static Stream<Path> cases(String command) throws IOException {
    try (Stream<Path> folders = Files.list(CASES.resolve(command))) {
      List<Path> cases = folders.filter(Files::isDirectory).sorted().toList();
      assertThat(cases).isNotEmpty();
      return cases.stream();
    }
  }

  private static String name(Path path) {
    return path.getFileName().toString();
  }
}
