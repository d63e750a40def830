package dev.dealcoach.scan.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealcoach.nlp.pack.RulePack;
import dev.dealcoach.scan.eval.MarkdownBlocks;
import dev.dealcoach.scan.segment.SectionRole;
import dev.dealcoach.scan.segment.Segmenter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SectionDetectorTest {
  private static final Segmenter SEGMENTER = new Segmenter(RulePack.standard());

  @ParameterizedTest
  @CsvSource(
      delimiter = '@',
      textBlock =
          """
          true  @ # Trackers for Tarn Coaches~~## Pricing~~| Tracker | 89 |~~|---|---|~~| Monthly fee | 14.50 |
          true  @ # A platform for hotels~~## Investment~~Licence: 12,000 a year.
          false @ # A platform for hotels~~## Investment~~Worth every cent.
          true  @ # 车队定位方案~~## 报价~~| 终端 | 480 |~~|---|---|~~| 平台 | 36 |
          """)
  void pricesUnderTheirHeadingNeedNoCurrency(boolean present, String markdown) {
    assertThat(of(SectionRole.PRICING, markdown).content() != null).isEqualTo(present);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '@',
      textBlock =
          """
          true  @ # 宏昌租赁合同系统建议书~~## 客户现状~~宏昌租赁在租设备六千余台，合同在七个分公司的系统里。
          false @ # 宏昌租赁合同系统建议书~~## 客户现状~~我们的系统支持七个分公司、六千台设备。
          """)
  void theCustomerMayBeCalledByName(boolean present, String markdown) {
    assertThat(of(SectionRole.CUSTOMER_SITUATION, markdown).content() != null).isEqualTo(present);
  }

  @Test
  void neitherTitleNorQuestionAnnouncesASection() {
    String markdown =
        "# Next-generation Guest Experience Platform~~### What if the network is down?~~Hm.";
    assertThat(of(SectionRole.EVIDENCE_CASES, markdown).heading()).isNull();
    assertThat(of(SectionRole.CUSTOMER_SITUATION, markdown).heading()).isNull();
  }

  private static SectionPresence of(SectionRole role, String markdown) {
    var document =
        SEGMENTER.segment(
            MarkdownBlocks.parse("test", markdown.replace("~~", "\n\n").replace("|\n\n|", "|\n|")));
    return new SectionDetector()
        .detect(document, List.of(), List.of(), List.of(), List.of()).stream()
            .filter(section -> section.role() == role)
            .findFirst()
            .orElseThrow();
  }
}
