package dev.dealcoach.service.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealcoach.kb.ExampleHit;
import dev.dealcoach.kb.ExampleQuery;
import dev.dealcoach.kb.lucene.LuceneExampleIndex;
import dev.dealcoach.kb.vector.EmbeddedVectors;
import dev.dealcoach.kb.vector.KeptVectors;
import dev.dealcoach.service.deal.Deal;
import dev.dealcoach.service.deal.NewDeal;
import dev.dealcoach.service.library.Curation;
import dev.dealcoach.service.library.LibraryExample;
import dev.dealcoach.service.library.SampleLibrary;
import dev.dealcoach.service.people.Account;
import dev.dealcoach.service.people.Role;
import dev.dealcoach.service.request.Creation;
import dev.dealcoach.service.store.Database;
import dev.dealcoach.service.store.FolderBlobs;
import dev.dealcoach.service.store.JdbiDeals;
import dev.dealcoach.service.store.JdbiErasure;
import dev.dealcoach.service.store.JdbiLibrary;
import dev.dealcoach.service.store.People;
import dev.dealcoach.service.store.TestDatabase;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The index is what the database says, whatever happened to it. */
class LibraryIndexTest {
  @TempDir static Path embedded;
  private static KeptVectors vectors;

  @TempDir Path folder;
  private Jdbi jdbi;
  private JdbiLibrary library;
  private Curation curation;
  private Account one;
  private Account two;

  /** The sample's examples are the same in every test, and take seconds to embed. */
  @BeforeAll
  static void embed() {
    vectors = new KeptVectors(EmbeddedVectors.standard(), embedded);
  }

  @AfterAll
  static void close() throws IOException {
    vectors.close();
  }

  @BeforeEach
  void fill() {
    jdbi = Database.jdbi(TestDatabase.H2.migrated());
    library = new JdbiLibrary(jdbi);
    SampleLibrary.load(library, People.MAY);
    curation = new Curation(library, () -> People.MAY, () -> {});
    one = new People(jdbi).account(Role.TRAINER);
    two = new People(jdbi).account(Role.TRAINER);
  }

  private LibraryIndex index;

  @AfterEach
  void stop() throws Exception {
    if (index != null) {
      index.stop();
    }
  }

  private LibraryIndex opened() throws Exception {
    stop();
    index = new LibraryIndex(library, folder, vectors);
    assertThat(index.finder()).isEmpty();
    assertThat(index.catchUp()).isTrue();
    return index;
  }

  private List<String> found(String words) {
    return index.finder().orElseThrow().search(ExampleQuery.of(words, 5)).stream()
        .map(ExampleHit::example)
        .map(dev.dealcoach.kb.Example::id)
        .toList();
  }

  private UUID approved(String text) {
    UUID id = curation.draft(Curation.bare(text), one.id());
    curation.submit(id, 1, true, one.id());
    assertThat(found("琥珀色拉链厂的夜班盘点")).doesNotContain(id.toString());
    curation.approve(id, 1, null, two.id());
    return id;
  }

  @Test
  void followsTheDatabase() throws Exception {
    opened();
    assertThat(index.compare().orElseThrow()).isEqualTo(new Compared(100, 0, 0, 0));
    UUID id = approved("琥珀色拉链厂的夜班盘点由三小时降到四十分钟。");
    index.soon();
    assertThat(found("琥珀色拉链厂的夜班盘点")).first().isEqualTo(id.toString());
    curation.edit(id, 1, Curation.bare("完全不同的一段话，讲付款条款。"), one.id());
    index.soon();
    assertThat(found("琥珀色拉链厂的夜班盘点")).first().isEqualTo(id.toString());
    curation.retire(id, 2, "old", two.id());
    index.soon();
    assertThat(found("琥珀色拉链厂的夜班盘点")).doesNotContain(id.toString());
    assertThat(index.compare().orElseThrow().agree()).isTrue();
  }

  @Test
  void anotherProcessFollowsToo(@TempDir Path elsewhere) throws Exception {
    opened();
    LibraryIndex other = new LibraryIndex(library, elsewhere, vectors);
    try {
      other.catchUp();
      UUID id = approved("琥珀色拉链厂的夜班盘点由三小时降到四十分钟。");
      index.catchUp();
      assertThat(other.catchUp()).isTrue();
      assertThat(other.finder().orElseThrow().find(id.toString())).isPresent();
      assertThat(other.compare().orElseThrow().agree()).isTrue();
    } finally {
      other.stop();
    }
  }

  @Test
  void whatIsErasedIsGoneFromIt() throws Exception {
    opened();
    Account rep = new People(jdbi).account(Role.REP);
    NewDeal deal =
        new NewDeal("Customer", "", rep.id(), "Deal", "", Deal.Stage.LEAD, null, People.MARCH);
    UUID dealId = ((Creation.New) new JdbiDeals(jdbi).add(deal, null)).id();
    UUID id =
        curation.nominate(Curation.bare("琥珀色拉链厂的夜班盘点"), dealId, rep.id(), "/deals/x", rep.id());
    curation.edit(id, 1, Curation.bare("琥珀色拉链厂的夜班盘点。"), one.id());
    curation.submit(id, 2, true, one.id());
    curation.approve(id, 2, null, two.id());
    index.catchUp();
    assertThat(found("琥珀色拉链厂的夜班盘点")).contains(id.toString());
    new JdbiErasure(jdbi, new FolderBlobs(folder.resolve("files"))).deal(dealId);
    index.catchUp();
    assertThat(found("琥珀色拉链厂的夜班盘点")).doesNotContain(id.toString());
    assertThat(index.compare().orElseThrow()).isEqualTo(new Compared(100, 0, 0, 0));
  }

  /** Show 4: a file damaged by hand is noticed at the start. */
  @Test
  void aDamagedFileIsNoticedAndHealed() throws Exception {
    opened();
    stop();
    List<Path> files;
    try (Stream<Path> all = Files.list(folder.resolve("index"))) {
      files = all.filter(file -> file.toString().endsWith(".cfs")).sorted().toList();
    }
    assertThat(files).isNotEmpty();
    try (RandomAccessFile file = new RandomAccessFile(files.getFirst().toFile(), "rw")) {
      file.seek(file.length() / 2);
      int old = file.read();
      file.seek(file.length() / 2);
      file.write(old ^ 0x55);
    }
    opened();
    assertThat(index.compare().orElseThrow()).isEqualTo(new Compared(100, 0, 0, 0));
    assertThat(found("压铸外观检测的证据")).isNotEmpty();
  }

  /** An index of another database, or of a later state than a restored backup's. */
  @Test
  void anIndexThatDoesNotAgreeIsMadeAgain() throws Exception {
    opened();
    UUID id = approved("琥珀色拉链厂的夜班盘点由三小时降到四十分钟。");
    index.catchUp();
    stop();
    jdbi = Database.jdbi(TestDatabase.H2.migrated());
    library = new JdbiLibrary(jdbi);
    SampleLibrary.load(library, People.MAY);
    opened();
    assertThat(index.finder().orElseThrow().find(id.toString())).isEmpty();
    assertThat(index.compare().orElseThrow()).isEqualTo(new Compared(100, 0, 0, 0));
  }

  @Test
  void isRebuiltWhileItServes() throws Exception {
    opened();
    List<String> before = found("压铸外观检测的证据");
    assertThat(index.rebuild()).isTrue();
    assertThat(found("压铸外观检测的证据")).isEqualTo(before);
    assertThat(index.compare().orElseThrow().agree()).isTrue();
  }

  /** Show 4: what is approved while the disk is full is in the database, and found later. */
  @Test
  void aFullDiskLosesNothing() throws Exception {
    opened();
    stop();
    AtomicBoolean full = new AtomicBoolean();
    index =
        new LibraryIndex(
            library,
            folder,
            vectors,
            (place, settings) -> {
              try {
                return LuceneExampleIndex.openDirectory(new FullDisk(place, full), settings);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    assertThat(index.catchUp()).isTrue();
    full.set(true);
    UUID id = approved("琥珀色拉链厂的夜班盘点由三小时降到四十分钟。");
    assertThat(index.catchUp()).isFalse();
    assertThat(index.inStep()).isFalse();
    assertThat(library.shown(List.of(id))).containsKey(id);
    assertThat(index.catchUp()).as("it is full still").isFalse();
    UUID more = curation.draft(Curation.bare("第二条，也是满的时候写的：珊瑚色的备忘录。"), one.id());
    curation.submit(more, 1, true, one.id());
    curation.approve(more, 1, null, two.id());
    full.set(false);
    assertThat(index.catchUp()).isTrue();
    assertThat(index.inStep()).isTrue();
    assertThat(found("琥珀色拉链厂的夜班盘点")).contains(id.toString());
    assertThat(index.compare().orElseThrow()).isEqualTo(new Compared(102, 0, 0, 0));
  }

  /**
   * For want of room, or of a folder: what was found stays found, and later it is in step again.
   */
  @Test
  void whatCannotBeWrittenIsTakenLater() throws Exception {
    opened();
    List<LibraryExample> all = library.shown();
    Path hidden = folder.resolveSibling(folder.getFileName() + "-hidden");
    Files.move(folder.resolve("index"), hidden);
    try {
      approved("琥珀色拉链厂的夜班盘点由三小时降到四十分钟。");
      index.catchUp();
      assertThat(all).hasSize(100);
    } finally {
      try (Stream<Path> left = Files.walk(hidden)) {
        left.sorted(java.util.Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
      }
    }
    for (int i = 0; i < 3 && !index.catchUp(); i++) {
      // each attempt opens it again
    }
    assertThat(index.compare().orElseThrow()).isEqualTo(new Compared(101, 0, 0, 0));
  }
}
