package dev.dealcoach.scan.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealcoach.nlp.pack.RulePack;
import dev.dealcoach.scan.eval.MarkdownBlocks;
import dev.dealcoach.scan.segment.SegmentedDocument;
import dev.dealcoach.scan.segment.Segmenter;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PainQuoteDetectorTest {
  private static final RulePack PACK = RulePack.standard();
  private static final PainQuoteDetector DETECTOR = new PainQuoteDetector(PACK);

  static Stream<PainQuoteCases> cases() {
    return Stream.concat(PainQuoteCases.CHINESE.stream(), PainQuoteCases.ENGLISH.stream());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void tellsQuotesFromNearMisses(PainQuoteCases one) {
    List<PainQuote> earning =
        detect(one.proposal(), one.said()).stream()
            .filter(quote -> quote.kind() != PainQuote.Kind.PARAPHRASE)
            .toList();
    if (one.quote() == null) {
      assertThat(earning).isEmpty();
    } else {
      assertThat(earning)
          .singleElement()
          .satisfies(
              quote -> {
                assertThat(quote.passage().text()).isEqualTo(one.quote());
                assertThat(quote.kind().id()).isEqualTo(one.kind());
                assertThat(quote.source()).isZero();
              });
    }
  }

  @Test
  void reportsEachPlaceWhereAStatementIsQuoted() {
    String said = "标签三天就掉，掉了就得重新盘一遍库。";
    List<PainQuote> quotes =
        detect("您说：“标签三天就掉，掉了就得重新盘一遍库。”\n\n## 方案\n\n针对标签三天就掉，掉了就得重新盘一遍库，我们用铆钉。", said);
    assertThat(quotes).hasSize(2).allMatch(quote -> quote.source() == 0);
  }

  @Test
  void followsAQuoteIntoTheNextBlock() {
    List<PainQuote> quotes =
        detect("您讲过\n\n- 送货单全是手写的，字迹谁也认不出来\n- 月底一对账就吵架", "送货单全是手写的，字迹谁也认不出来，月底一对账就吵架。");
    assertThat(quotes)
        .singleElement()
        .satisfies(
            quote -> {
              assertThat(quote.kind()).isEqualTo(PainQuote.Kind.VERBATIM);
              assertThat(quote.passage().text()).isEqualTo("送货单全是手写的，字迹谁也认不出来\n月底一对账就吵架");
              assertThat(quote.passage().parts()).hasSize(2);
            });
  }

  @Test
  void namesTheStatementThatWasQuoted() {
    List<PainQuote> quotes =
        detect("您说，设备一停就是半天，客户催货催到我手机没电。", "预算四十万以内。", "设备一停就是半天，客户催货催到我手机没电。", "设备挺新的，去年刚买。");
    assertThat(quotes).singleElement().extracting(PainQuote::source).isEqualTo(1);
  }

  @Test
  void keepsQuotesOfSeveralStatementsApart() {
    List<PainQuote> quotes =
        detect("您提到退货堆成山没人理，过季全报废；夜班还老发错货，一错就是一整托。", "退货堆成山没人理，过季全报废。", "夜班老发错货，一错就是一整托。");
    assertThat(quotes).extracting(PainQuote::source).containsExactly(0, 1);
  }

  @Test
  void listsAParaphraseThatDoesNotEarn() {
    List<PainQuote> quotes =
        detect("现状：去年夏季错峰让电十四天，交期因此顺延，遭客户索赔。", "去年夏天让电让了十四天，我那个交期全往后推，人家直接发函索赔，四十多万哪。");
    assertThat(quotes)
        .singleElement()
        .satisfies(
            quote -> {
              assertThat(quote.kind()).isEqualTo(PainQuote.Kind.PARAPHRASE);
              assertThat(quote.similarity()).isLessThan(1);
            });
  }

  @Test
  void hasNothingToCompareWithoutStatementsOrText() {
    assertThat(detect("您说设备一停就是半天，客户催货催到手机没电。")).isEmpty();
    assertThat(detect("", "设备一停就是半天")).isEmpty();
    assertThat(detect("设备一停就是半天", "", "   ", "。。。")).isEmpty();
  }

  @Test
  void spansAreExactlyTheTextOfTheBlocks() {
    for (PainQuoteCases one : cases().toList()) {
      SegmentedDocument document = document(one.proposal());
      for (PainQuote quote : DETECTOR.detect(document, List.of(one.said()))) {
        quote
            .passage()
            .parts()
            .forEach(
                part ->
                    assertThat(quote.passage().text())
                        .contains(
                            document
                                .blocks()
                                .get(part.block())
                                .text()
                                .substring(part.start(), part.end())));
        assertThat(quote.similarity()).isBetween(0.0, 1.0);
      }
    }
  }

  private static List<PainQuote> detect(String markdown, String... statements) {
    return DETECTOR.detect(document(markdown), List.of(statements));
  }

  private static SegmentedDocument document(String markdown) {
    return new Segmenter(PACK).segment(MarkdownBlocks.parse("proposal.md", markdown));
  }
}
