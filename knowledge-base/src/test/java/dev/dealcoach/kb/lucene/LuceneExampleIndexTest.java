package dev.dealcoach.kb.lucene;

import static dev.dealcoach.kb.Examples.example;
import static dev.dealcoach.kb.Examples.ids;
import static dev.dealcoach.kb.Examples.puts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dealcoach.kb.Example;
import dev.dealcoach.kb.ExampleChange;
import dev.dealcoach.kb.ExampleFilter;
import dev.dealcoach.kb.ExampleFinder;
import dev.dealcoach.kb.ExampleHit;
import dev.dealcoach.kb.ExampleQuery;
import dev.dealcoach.kb.ExampleState;
import dev.dealcoach.kb.Facts;
import dev.dealcoach.kb.HashedVectors;
import dev.dealcoach.kb.IndexOpening;
import dev.dealcoach.kb.IndexUpdate;
import dev.dealcoach.kb.Reason;
import dev.dealcoach.kb.SearchMode;
import dev.dealcoach.nlp.text.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LuceneExampleIndexTest {
  private static final Example PAYMENT =
      example(
          "pay",
          "合同签订后付三成，验收合格付六成，一年质保期满付一成。",
          "manufacturing",
          "payment",
          "甲",
          2,
          "2026-09-01",
          "禾泽");
  private static final Example PRICE =
      example(
          "price",
          "您说价格高，我们算一笔账：每年少停机四十小时，两年就回本。",
          "retail",
          "objections",
          "乙",
          9,
          "2025-01-01",
          "澜岸");
  private static final Example ENGLISH =
      example(
          "en",
          "Delivery is accepted when ten test runs pass without a stop.",
          "energy",
          "delivery_acceptance",
          "Dana",
          1,
          "2026-01-01",
          "Northfold");

  @TempDir Path folder;

  private final HashedVectors vectors = new HashedVectors();
  private LuceneExampleIndex index;

  @BeforeEach
  void open() {
    index = opened(LuceneExampleIndex.open(folder, settings()));
  }

  @AfterEach
  void close() {
    index.close();
  }

  private IndexSettings settings() {
    return IndexSettings.standard(vectors);
  }

  private static LuceneExampleIndex opened(IndexOpening<LuceneExampleIndex> opening) {
    assertThat(opening).isInstanceOf(IndexOpening.Opened.class);
    return ((IndexOpening.Opened<LuceneExampleIndex>) opening).index();
  }

  private void put(Example... examples) {
    assertThat(index.apply(puts(examples), 1)).isEqualTo(new IndexUpdate.Applied());
  }

  @ParameterizedTest
  @EnumSource
  void findsByWordsAndByVectorsInBothLanguages(SearchMode mode) {
    put(PAYMENT, PRICE, ENGLISH);
    assertThat(ids(index.search(ExampleQuery.of("验收合格付款", 1).in(mode)))).containsExactly("pay");
    assertThat(ids(index.search(ExampleQuery.of("价格高，每年少停机", 1).in(mode))))
        .containsExactly("price");
    assertThat(ids(index.search(ExampleQuery.of("test runs accepted", 1).in(mode))))
        .containsExactly("en");
  }

  @Test
  void anEmptyIndexFindsNothing() {
    assertThat(index.search(ExampleQuery.of("验收", 3))).isEmpty();
    assertThat(index.size()).isZero();
    assertThat(index.position()).isEqualTo(-1);
  }

  @ParameterizedTest
  @EnumSource
  void aQueryWithoutWordsIsNoFailure(SearchMode mode) {
    put(PAYMENT);
    assertThat(index.search(ExampleQuery.of("？！…", 3).in(mode)).size()).isLessThanOrEqualTo(1);
  }

  @Test
  void aChangedExampleReplacesItself() {
    put(PAYMENT, PRICE);
    Example changed = Example.of("pay", "现在这里写的是违约责任。");
    put(changed);
    assertThat(index.size()).isEqualTo(2);
    assertThat(index.find("pay")).contains(changed);
    assertThat(ids(index.search(ExampleQuery.of("质保期满", 5).in(SearchMode.BM25)))).isEmpty();
    index.apply(List.of(new ExampleChange.Remove("pay"), new ExampleChange.Remove("none")), 2);
    assertThat(index.find("pay")).isEmpty();
    assertThat(index.size()).isEqualTo(1);
  }

  @Test
  void changesOfOneBatchAreTakenInTheirOrder() {
    index.apply(
        List.of(
            new ExampleChange.Put(PAYMENT),
            new ExampleChange.Remove("pay"),
            new ExampleChange.Put(PRICE),
            new ExampleChange.Put(Example.of("price", "后来的"))),
        1);
    assertThat(index.find("pay")).isEmpty();
    assertThat(index.find("price")).contains(Example.of("price", "后来的"));
  }

  @Test
  void filtersLeaveOutWhatIsNotAskedFor() {
    Example draft =
        new Example("draft", PAYMENT.text(), Language.ZH, ExampleState.DRAFT, PAYMENT.facts());
    put(PAYMENT, PRICE, ENGLISH, draft, talkTrack());
    ExampleFilter any = ExampleFilter.APPROVED;
    assertThat(found(any)).containsExactlyInAnyOrder("pay", "price", "en", "say");
    assertThat(found(any.ofIndustry("retail"))).containsExactly("price");
    assertThat(found(any.showing(new TreeSet<>(Set.of("payment", "delivery_acceptance")))))
        .containsExactlyInAnyOrder("pay", "en");
    assertThat(found(any.in(Language.EN))).containsExactly("en");
    assertThat(found(tagged("talk_track"))).containsExactly("say");
    assertThat(found(any.withoutCustomer("禾泽"))).containsExactlyInAnyOrder("price", "en", "say");
    assertThat(found(dated(LocalDate.of(2026, 1, 1), null))).containsExactlyInAnyOrder("pay", "en");
    assertThat(found(dated(null, LocalDate.of(2026, 1, 1))))
        .containsExactlyInAnyOrder("price", "en");
    assertThat(found(any.ofIndustry("finance"))).isEmpty();
  }

  private static Example talkTrack() {
    Facts facts =
        new Facts(
            null,
            null,
            null,
            List.of("objections"),
            List.of("objection_handling", "talk_track"),
            null,
            null,
            null,
            null,
            null);
    return new Example("say", "您觉得价格高在哪一项？", Language.ZH, ExampleState.APPROVED, facts);
  }

  private static ExampleFilter tagged(String tag) {
    ExampleFilter any = ExampleFilter.APPROVED;
    return new ExampleFilter(
        any.industries(),
        any.products(),
        any.stages(),
        any.shows(),
        new TreeSet<>(Set.of(tag)),
        null,
        any.states(),
        null,
        null,
        null);
  }

  private static ExampleFilter dated(LocalDate from, LocalDate to) {
    ExampleFilter any = ExampleFilter.APPROVED;
    return new ExampleFilter(
        any.industries(),
        any.products(),
        any.stages(),
        any.shows(),
        any.tags(),
        null,
        any.states(),
        from,
        to,
        null);
  }

  private List<String> found(ExampleFilter filter) {
    String everything = "合同 价格 delivery";
    List<String> hybrid = ids(index.search(ExampleQuery.of(everything, 9).with(filter)));
    List<String> words =
        ids(index.search(ExampleQuery.of(everything, 9).in(SearchMode.BM25).with(filter)));
    assertThat(words).containsExactlyInAnyOrderElementsOf(hybrid);
    return hybrid;
  }

  @Test
  void saysWhyAHitWasChosen() {
    put(PAYMENT, PRICE, ENGLISH);
    ExampleHit hit =
        index
            .search(ExampleQuery.of("质保 manufacturing", 1).on(LocalDate.of(2026, 10, 1)))
            .getFirst();
    assertThat(hit.why())
        .contains(
            new Reason.SharedWords(List.of("质保")),
            new Reason.FactsMatch(List.of("manufacturing")),
            new Reason.TopSeller(2),
            new Reason.Recent(LocalDate.of(2026, 9, 1)));
    assertThat(hit.why()).hasAtLeastOneElementOfType(Reason.NearInMeaning.class);
    assertThat(hit.fits()).isBetween(0.0, 1.0);
  }

  @Test
  void ofTwoThatSayTheSameTheTopSellersAndTheNewerComesFirst() {
    Example plain = example("plain", "付款方式分三期", null, null, "丙", 20, "2024-01-01", null);
    Example top = example("top", "付款方式分三期", null, null, "丁", 1, "2024-01-01", null);
    Example fresh = example("fresh", "付款方式分三期", null, null, "戊", 20, "2026-09-30", null);
    put(plain, fresh, top);
    ExampleQuery query = ExampleQuery.of("付款方式", 3).on(LocalDate.of(2026, 10, 1));
    assertThat(ids(index.search(query)).getLast()).isEqualTo("plain");
    assertThat(ids(index.search(query.on(null))).getFirst()).isEqualTo("top");
  }

  @Test
  void whatWasCommittedIsThereWhenItIsOpenedAgain() {
    put(PAYMENT);
    index.commit();
    assertThat(index.position()).isEqualTo(1);
    index.close();
    assertThat(LuceneExampleFinder.open(folder, settings()))
        .isInstanceOf(IndexOpening.Opened.class);
    open();
    assertThat(index.position()).isEqualTo(1);
    assertThat(index.find("pay")).contains(PAYMENT);
  }

  @Test
  void readersSeeTheLastCommitWhileAnotherWrites() {
    put(PAYMENT);
    index.commit();
    put(PRICE);
    try (ExampleFinder finder =
        ((IndexOpening.Opened<ExampleFinder>) LuceneExampleFinder.open(folder, settings()))
            .index()) {
      assertThat(finder.size()).isEqualTo(1);
      assertThat(ids(finder.search(ExampleQuery.of("验收", 3)))).containsExactly("pay");
    }
    assertThat(LuceneExampleIndex.open(folder, settings())).isInstanceOf(IndexOpening.InUse.class);
  }

  @Test
  void otherModelsMakeAnIndexOutdated() {
    index.close();
    assertThat(LuceneExampleIndex.open(folder, IndexSettings.standard(new HashedVectors("other"))))
        .isInstanceOf(IndexOpening.Outdated.class);
    assertThat(LuceneExampleFinder.open(folder, IndexSettings.standard(new HashedVectors("other"))))
        .isInstanceOf(IndexOpening.Outdated.class);
  }

  @Test
  void searchesFindTheOldExamplesUntilARebuildIsDone() {
    put(PAYMENT, PRICE);
    index.commit();
    Stream<Example> fresh =
        Stream.of(ENGLISH)
            .peek(
                _ ->
                    assertThat(ids(index.search(ExampleQuery.of("验收", 1)))).containsExactly("pay"));
    assertThat(index.rebuild(fresh, 7)).isEqualTo(new IndexUpdate.Applied());
    assertThat(index.position()).isEqualTo(7);
    assertThat(index.size()).isEqualTo(1);
    assertThat(index.find("pay")).isEmpty();
  }

  @Test
  void aRebuildThatFailsLeavesWhatWasCommitted() {
    put(PAYMENT);
    index.commit();
    Stream<Example> broken =
        Stream.of(ENGLISH, PRICE)
            .peek(
                one -> {
                  if (one.equals(PRICE)) {
                    throw new IllegalStateException("the source broke off");
                  }
                });
    assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> index.rebuild(broken, 7)))
        .isInstanceOf(IllegalStateException.class);
    index.close();
    open();
    assertThat(index.size()).isEqualTo(1);
    assertThat(index.find("pay")).contains(PAYMENT);
    assertThat(index.position()).isEqualTo(1);
  }

  @Test
  void aChangedByteInAnyFileIsNoticed() throws IOException {
    put(PAYMENT, PRICE, ENGLISH);
    index.commit();
    index.close();
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = all.filter(file -> !file.endsWith("write.lock")).sorted().toList();
    }
    assertThat(files).hasSizeGreaterThan(2);
    for (Path file : files) {
      byte[] sound = Files.readAllBytes(file);
      byte[] damaged = sound.clone();
      damaged[sound.length / 2] ^= 0x55;
      Files.write(file, damaged);
      assertThat(LuceneExampleIndex.open(folder, settings()))
          .as(file.getFileName().toString())
          .isInstanceOf(IndexOpening.Damaged.class);
      assertThat(LuceneExampleFinder.open(folder, settings()))
          .isInstanceOf(IndexOpening.Damaged.class);
      Files.delete(file);
      assertThat(LuceneExampleIndex.open(folder, settings()))
          .as("without " + file.getFileName())
          .isInstanceOf(IndexOpening.Damaged.class);
      Files.write(file, sound);
    }
    index = opened(LuceneExampleIndex.openEmpty(folder, settings()));
    assertThat(index.size()).isZero();
  }
}
