package dev.dealcoach.kb.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealcoach.kb.Example;
import dev.dealcoach.kb.ExampleChange;
import dev.dealcoach.kb.HashedVectors;
import dev.dealcoach.kb.lucene.IndexSettings;
import dev.dealcoach.kb.lucene.LuceneExampleIndex;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A process that writes a library is killed at some point; what it had committed stays. */
class KilledWriterTest {
  private static final int BATCH = 20;

  @TempDir Path folder;

  /** Writes batch after batch, telling when one is committed, until it is killed. */
  static final class Writer {
    private Writer() {}

    @SuppressWarnings("SystemOut") // tells the test how far it came
    public static void main(String[] args) {
      LibraryOpening opening =
          ExampleLibrary.open(Path.of(args[0]), IndexSettings.standard(new HashedVectors()));
      ExampleLibrary library = ((LibraryOpening.Opened) opening).library();
      for (int batch = 0; ; batch++) {
        List<ExampleChange> changes = new ArrayList<>();
        for (int i = 0; i < BATCH; i++) {
          changes.add(new ExampleChange.Put(example(batch * BATCH + i)));
        }
        library.apply(changes);
        if (batch % 3 == 0) {
          library.commit();
          System.out.println(batch);
        }
      }
    }
  }

  static Example example(int number) {
    return Example.of("k" + number, "第" + number + "条范例，付款方式与验收标准写进合同。");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 6, 21})
  void whatWasCommittedStays(int lastBatch) throws IOException, InterruptedException {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-cp",
            System.getProperty("java.class.path"),
            Writer.class.getName(),
            folder.toString());
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try (BufferedReader told = new BufferedReader(process.inputReader(StandardCharsets.UTF_8))) {
      for (String line = told.readLine(); line != null; line = told.readLine()) {
        if (Integer.parseInt(line) >= lastBatch) {
          break;
        }
      }
      process.destroyForcibly();
    }
    process.waitFor();

    LibraryOpening opening =
        ExampleLibrary.open(folder, IndexSettings.standard(new HashedVectors()));
    assertThat(opening).isInstanceOf(LibraryOpening.Opened.class);
    LibraryOpening.Opened opened = (LibraryOpening.Opened) opening;
    assertThat(opened.lost()).isZero();
    try (ExampleLibrary library = opened.library()) {
      assertThat(library.finder().size()).isGreaterThanOrEqualTo((lastBatch + 1) * BATCH);
      for (int i = 0; i < (lastBatch + 1) * BATCH; i++) {
        assertThat(library.finder().find("k" + i)).contains(example(i));
      }
      assertThat(held(library)).isEqualTo(logged());
    }
  }

  /** The index, example by example. */
  private static Map<String, Example> held(ExampleLibrary library) {
    Map<String, Example> held = new TreeMap<>();
    ((LuceneExampleIndex) library.finder())
        .all()
        .forEach(example -> assertThat(held.put(example.id(), example)).isNull());
    return held;
  }

  /** The log's last word on each example. */
  private Map<String, Example> logged() throws IOException {
    Map<String, Example> logged = new TreeMap<>();
    for (String line : Files.readAllLines(folder.resolve("examples.log"))) {
      ExampleChange change = LogLine.read(line.getBytes(StandardCharsets.UTF_8));
      assertThat(change).isInstanceOf(ExampleChange.Put.class);
      logged.put(change.id(), ((ExampleChange.Put) change).example());
    }
    return logged;
  }
}
