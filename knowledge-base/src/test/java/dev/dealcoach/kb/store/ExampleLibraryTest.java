package dev.dealcoach.kb.store;

import static dev.dealcoach.kb.Examples.ids;
import static dev.dealcoach.kb.Examples.puts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dealcoach.kb.Example;
import dev.dealcoach.kb.ExampleChange;
import dev.dealcoach.kb.ExampleFinder;
import dev.dealcoach.kb.ExampleQuery;
import dev.dealcoach.kb.HashedVectors;
import dev.dealcoach.kb.IndexOpening;
import dev.dealcoach.kb.IndexUpdate;
import dev.dealcoach.kb.lucene.IndexSettings;
import dev.dealcoach.kb.store.LibraryOpening.Repair;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExampleLibraryTest {
  private static final int EXAMPLES = 40;

  @TempDir Path folder;

  private final HashedVectors vectors = new HashedVectors();
  private final IndexSettings settings = IndexSettings.standard(vectors);

  @BeforeEach
  void fill() {
    try (ExampleLibrary library = open(Repair.NONE)) {
      for (int i = 0; i < EXAMPLES; i++) {
        assertThat(library.apply(puts(example(i, "验收")))).isEqualTo(new IndexUpdate.Applied());
      }
      assertThat(library.commit()).isEqualTo(new IndexUpdate.Applied());
    }
  }

  private static Example example(int number, String word) {
    return Example.of("e" + number, word + "范例第" + number + "号，客户当场确认。");
  }

  private ExampleLibrary open(Repair expected) {
    return open(expected, 0);
  }

  private ExampleLibrary open(Repair expected, long lost) {
    LibraryOpening opening = ExampleLibrary.open(folder, settings);
    assertThat(opening).isInstanceOf(LibraryOpening.Opened.class);
    LibraryOpening.Opened opened = (LibraryOpening.Opened) opening;
    assertThat(opened.repair()).isEqualTo(expected);
    assertThat(opened.lost()).isEqualTo(lost);
    return opened.library();
  }

  private void assertWhole(Repair repair) {
    try (ExampleLibrary library = open(repair)) {
      assertThat(library.finder().size()).isEqualTo(EXAMPLES);
      for (int i = 0; i < EXAMPLES; i++) {
        assertThat(library.finder().find("e" + i)).contains(example(i, "验收"));
      }
    }
    try (ExampleLibrary library = open(Repair.NONE)) {
      assertThat(library.finder().size()).isEqualTo(EXAMPLES);
    }
  }

  @Test
  void aSoundLibraryNeedsNoRepair() {
    assertWhole(Repair.NONE);
  }

  @Test
  void aDamagedIndexIsBuiltAnewWithoutEmbeddingAgain() throws IOException {
    damage(anIndexFile());
    int before = vectors.embedded();
    assertThat(ExampleLibrary.openToRead(folder, settings))
        .isInstanceOf(IndexOpening.Damaged.class);
    assertWhole(Repair.DAMAGED_INDEX);
    assertThat(vectors.embedded()).isEqualTo(before);
  }

  @Test
  void aMissingIndexIsBuiltAnew() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("index"))) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    assertThat(ExampleLibrary.openToRead(folder, settings))
        .isInstanceOf(IndexOpening.Damaged.class);
    assertWhole(Repair.CAUGHT_UP);
  }

  @Test
  void damagedVectorsAreEmbeddedAgain() throws IOException {
    damage(folder.resolve("vectors-zh.f16"));
    damage(anIndexFile());
    int before = vectors.embedded();
    assertWhole(Repair.DAMAGED_INDEX);
    assertThat(vectors.embedded()).isGreaterThan(before);
  }

  @Test
  void aDamagedLogIsWrittenAnewFromTheIndex() throws IOException {
    damage(folder.resolve("examples.log"));
    assertWhole(Repair.DAMAGED_LOG);
  }

  @Test
  void aLogThatLostItsEndIsWrittenAnewFromTheIndex() throws IOException {
    try (RandomAccessFile log =
        new RandomAccessFile(folder.resolve("examples.log").toFile(), "rw")) {
      log.setLength(log.length() - 70);
    }
    assertWhole(Repair.DAMAGED_LOG);
  }

  @Test
  void halfALineAtTheEndIsWhatACrashLeaves() throws IOException {
    Files.writeString(folder.resolve("examples.log"), "12345678+{\"id", StandardOpenOption.APPEND);
    assertWhole(Repair.NONE);
  }

  @Test
  void ifBothAreDamagedTheGoodLinesStayAndTheLossIsTold() throws IOException {
    damage(folder.resolve("examples.log"));
    damage(anIndexFile());
    try (ExampleLibrary library = open(Repair.DAMAGED_INDEX, 1)) {
      assertThat(library.finder().size()).isEqualTo(EXAMPLES - 1);
    }
    try (ExampleLibrary library = open(Repair.NONE)) {
      assertThat(library.finder().size()).isEqualTo(EXAMPLES - 1);
    }
  }

  @Test
  void whatTheIndexLacksComesFromTheLog() throws IOException {
    try (ExampleLog log = ExampleLog.open(ExampleLibrary.logOf(folder))) {
      log.append(
          List.of(
              new ExampleChange.Remove("e0"),
              new ExampleChange.Put(example(1, "付款")),
              new ExampleChange.Put(example(99, "付款"))));
    }
    try (ExampleLibrary library = open(Repair.CAUGHT_UP)) {
      assertThat(library.finder().size()).isEqualTo(EXAMPLES);
      assertThat(library.finder().find("e0")).isEmpty();
      assertThat(library.finder().find("e1")).contains(example(1, "付款"));
    }
  }

  @Test
  void onlyOneWrites() {
    try (ExampleLibrary library = open(Repair.NONE)) {
      assertThat(ExampleLibrary.open(folder, settings)).isInstanceOf(LibraryOpening.InUse.class);
      library.apply(puts(example(99, "付款")));
      try (ExampleFinder finder =
          ((IndexOpening.Opened<ExampleFinder>) ExampleLibrary.openToRead(folder, settings))
              .index()) {
        assertThat(finder.size()).isEqualTo(EXAMPLES);
        assertThat(ids(finder.search(ExampleQuery.of("验收 7 号", 1)))).containsExactly("e7");
      }
    }
  }

  @Test
  void aLogOfManyOldLinesIsShortened() throws IOException {
    long before = Files.size(folder.resolve("examples.log"));
    try (ExampleLibrary library = open(Repair.NONE)) {
      for (int round = 0; round < 30; round++) {
        List<ExampleChange> all = new ArrayList<>();
        for (int i = 0; i < EXAMPLES; i++) {
          all.add(new ExampleChange.Put(example(i, "验收")));
        }
        library.apply(all);
      }
      library.commit();
    }
    assertThat(Files.size(folder.resolve("examples.log"))).isEqualTo(before);
    assertWhole(Repair.NONE);
  }

  @Test
  void theSameTextIsEmbeddedOnce() {
    int before = vectors.embedded();
    try (ExampleLibrary library = open(Repair.NONE)) {
      library.apply(puts(example(0, "验收"), Example.of("copy", example(0, "验收").text())));
    }
    assertThat(vectors.embedded()).isEqualTo(before);
  }

  private Path anIndexFile() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("index"))) {
      return files
          .filter(file -> file.getFileName().toString().matches("_.*\\.(cfs|fdt)"))
          .sorted()
          .findFirst()
          .orElseThrow();
    }
  }

  /** Changes a byte in the middle. */
  private static void damage(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    int middle = bytes.length / 2;
    while (bytes[middle] == '\n') {
      middle++;
    }
    bytes[middle] ^= 0x01;
    Files.write(file, bytes);
  }
}
