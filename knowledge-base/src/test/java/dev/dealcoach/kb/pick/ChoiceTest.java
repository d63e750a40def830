package dev.dealcoach.kb.pick;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealcoach.kb.BoostSettings;
import dev.dealcoach.kb.ExampleHit;
import dev.dealcoach.kb.Examples;
import dev.dealcoach.kb.Reason;
import dev.dealcoach.nlp.text.Language;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChoiceTest {
  private static final Lack PAYMENT = Lack.of("clause.missing-payment").orElseThrow();
  private static final Lack ROI = Lack.of("section.missing-value-roi").orElseThrow();

  private static ExampleHit hit(
      String id,
      String industry,
      String seller,
      int rank,
      String date,
      String customer,
      double fits) {
    return new ExampleHit(
        Examples.example(id, "分三期付款，验收后付尾款。", industry, "payment", seller, rank, date, customer),
        0,
        fits,
        List.of());
  }

  private static Need need(Lack... lacks) {
    return new Need(List.of(lacks), "retail", "澜岸", Language.ZH, LocalDate.of(2026, 11, 1));
  }

  private static List<String> chosen(Need need, List<List<ExampleHit>> hits) {
    return Choice.of(need, hits, BoostSettings.STANDARD).stream()
        .map(one -> one.example().id())
        .toList();
  }

  @Test
  void theSameIndustryGoesBeforeTopSellersAndTheseBeforeWhatFitsBest() {
    assertThat(
            chosen(
                need(PAYMENT),
                List.of(
                    List.of(
                        hit("far-top", "energy", "a", 1, "2026-10-01", "A", 0.9),
                        hit("near", "retail", "b", 9, "2026-10-01", "B", 0.9),
                        hit("near-top", "retail", "c", 3, "2024-10-01", "C", 0.2),
                        hit("far", "energy", "d", 9, "2026-10-01", "D", 0.9)))))
        .containsExactly("near-top", "near", "far-top");
  }

  @Test
  void ofEqualsTheNewerComesFirst() {
    assertThat(
            chosen(
                need(PAYMENT),
                List.of(
                    List.of(
                        hit("old", "retail", "a", 1, "2024-07-01", "A", 0.5),
                        hit("new", "retail", "b", 1, "2026-10-01", "B", 0.5)))))
        .containsExactly("new", "old");
  }

  @Test
  void noSellerAndNoCustomerComesTwiceAndTheDealsOwnNever() {
    assertThat(
            chosen(
                need(PAYMENT),
                List.of(
                    List.of(
                        hit("own", "retail", "a", 1, "2026-10-01", " 澜岸", 0.9),
                        hit("one", "retail", "b", 1, "2026-10-01", "B", 0.9),
                        hit("same-seller", "retail", "b", 1, "2026-10-01", "C", 0.8),
                        hit("same-customer", "retail", "d", 1, "2026-10-01", "B", 0.7),
                        hit("two", "retail", "e", 2, "2025-10-01", "E", 0.1)))))
        .containsExactly("one", "two");
  }

  @Test
  void eachLackGetsItsExampleBeforeTheFirstGetsASecond() {
    List<Choice.Chosen> chosen =
        Choice.of(
            need(PAYMENT, ROI),
            List.of(
                List.of(
                    hit("p1", "retail", "a", 1, "2026-10-01", "A", 0.9),
                    hit("p2", "retail", "b", 1, "2026-10-01", "B", 0.8)),
                List.of(hit("r1", "energy", "c", 20, "2024-10-01", "C", 0.1))),
            BoostSettings.STANDARD);
    assertThat(chosen).extracting(one -> one.example().id()).containsExactly("p1", "r1", "p2");
    assertThat(chosen)
        .extracting(one -> one.lack().finding())
        .containsExactly(
            "clause.missing-payment", "section.missing-value-roi", "clause.missing-payment");
  }

  @Test
  void saysWhyAndWhatHadToBeGivenUp() {
    List<Choice.Chosen> chosen =
        Choice.of(
            need(PAYMENT),
            List.of(
                List.of(
                    hit("near-top", "retail", "a", 2, "2026-10-01", "A", 0.9),
                    hit("far", "energy", "b", 20, "2024-10-01", "B", 0.8))),
            BoostSettings.STANDARD);
    assertThat(chosen.getFirst().why())
        .containsExactly(
            new Reason.Answers("clause.missing-payment"),
            new Reason.SameIndustry("retail"),
            new Reason.TopSeller(2),
            new Reason.Recent(LocalDate.of(2026, 10, 1)));
    assertThat(chosen.get(1).why())
        .containsExactly(
            new Reason.Answers("clause.missing-payment"),
            new Reason.OtherIndustry("energy", "retail"),
            new Reason.NoTopSeller());
  }

  @Test
  void theOrderOfTheCandidatesDoesNotMatter() {
    List<ExampleHit> hits =
        Stream.of("a", "b", "c", "d")
            .map(id -> hit(id, "retail", id, 1, "2026-10-01", id, 0.5))
            .toList();
    assertThat(chosen(need(PAYMENT), List.of(hits.reversed())))
        .isEqualTo(chosen(need(PAYMENT), List.of(hits)))
        .containsExactly("a", "b", "c");
  }

  @Test
  void whereNothingShowsItNothingIsShown() {
    assertThat(chosen(need(PAYMENT), List.of(List.of()))).isEmpty();
    assertThat(chosen(need(), List.of())).isEmpty();
  }
}
