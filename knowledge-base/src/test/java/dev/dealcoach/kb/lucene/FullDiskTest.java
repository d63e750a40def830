package dev.dealcoach.kb.lucene;

import static dev.dealcoach.kb.Examples.puts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dealcoach.kb.Example;
import dev.dealcoach.kb.HashedVectors;
import dev.dealcoach.kb.IndexOpening;
import dev.dealcoach.kb.IndexUpdate;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Room for a part of what is written: what was committed before stays whole. */
class FullDiskTest {
  private static final int COMMITTED = 10;

  @TempDir Path folder;

  private final IndexSettings settings = IndexSettings.standard(new HashedVectors());

  private static Example[] examples(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(i -> Example.of("d" + i, "第" + i + "条：付款方式与验收标准写进合同。"))
        .toArray(Example[]::new);
  }

  private static LuceneExampleIndex opened(IndexOpening<LuceneExampleIndex> opening) {
    assertThat(opening).isInstanceOf(IndexOpening.Opened.class);
    return ((IndexOpening.Opened<LuceneExampleIndex>) opening).index();
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 500, 5_000, 50_000})
  void whatWasCommittedStaysWhole(long left) throws IOException {
    try (LuceneExampleIndex index = opened(LuceneExampleIndex.open(folder, settings))) {
      index.apply(puts(examples(0, COMMITTED)), 1);
      assertThat(index.commit()).isEqualTo(new IndexUpdate.Applied());
    }
    LuceneExampleIndex full =
        opened(LuceneExampleIndex.openDirectory(new FullDisk(folder, left), settings));
    IndexUpdate applied = full.apply(puts(examples(COMMITTED, 100)), 2);
    IndexUpdate committed = full.commit();
    assertThat(
            applied instanceof IndexUpdate.NotWritten
                || committed instanceof IndexUpdate.NotWritten)
        .isTrue();
    assertThat(full.apply(puts(examples(0, 1)), 3)).isInstanceOf(IndexUpdate.NotWritten.class);
    full.close();

    try (LuceneExampleIndex index = opened(LuceneExampleIndex.open(folder, settings))) {
      assertThat(index.size()).isEqualTo(COMMITTED);
      assertThat(index.position()).isEqualTo(1);
      index.apply(puts(examples(COMMITTED, 100)), 2);
      assertThat(index.commit()).isEqualTo(new IndexUpdate.Applied());
      assertThat(index.size()).isEqualTo(100);
    }
  }
}
