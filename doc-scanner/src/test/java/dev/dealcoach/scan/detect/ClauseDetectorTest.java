package dev.dealcoach.scan.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealcoach.nlp.pack.RulePack;
import dev.dealcoach.scan.eval.MarkdownBlocks;
import dev.dealcoach.scan.segment.Segmenter;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClauseDetectorTest {
  private static final Segmenter SEGMENTER = new Segmenter(RulePack.standard());
  private static final ClauseDetector DETECTOR = new ClauseDetector(new ClauseModel());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "签约付三成，验收付六成，余款满一年结清。|payment",
        "连续跑满七十二小时无故障，双方签字即为验收合格。|delivery_acceptance",
        "整机质保两年，故障四小时到场。|warranty_sla",
        "数据只存贵司机房，项目结束全部删除，不向第三方提供。|confidentiality_data",
        "每逾期一天扣合同额的千分之三，上限百分之五。|liability_breach",
        "定制部分的源代码归贵司所有。|ip",
        "任何一方提前三十天书面通知即可解除合同。|termination",
        "遇台风、地震等不可抗力，工期相应顺延。|change_force_majeure",
        "Half on order, half on acceptance, thirty days net.|payment",
        "Accepted once it has run fourteen days without a stop and your foreman signs.|delivery_acceptance",
        "Parts and labour are covered for two years; faults are attended in four hours.|warranty_sla",
        "Your data stays on your own server and is deleted when the contract ends.|confidentiality_data",
        "For each week of delay 0.5 % of the price is deducted, capped at 5 %.|liability_breach",
        "The drawings belong to you once they are paid.|ip",
        "Either party may terminate with sixty days' written notice.|termination",
        "Changes to the scope are priced in writing before work starts.|change_force_majeure"
      })
  void findsClause(String text, String clause) {
    assertThat(clauses(text)).contains(clause);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "平台软件（永久授权）",
        "许多客户在使用前会有各种各样的疑问，比如员工不愿意用怎么办、数据放在云上安不安全等等",
        "我们高度重视数据安全，请放心。",
        "产品行业领先，深受好评。",
        "In today's fast-moving world every business needs a strong partner.",
        "Our friendly team is passionate about what it does."
      })
  void bindsNobody(String text) {
    assertThat(clauses(text)).isEmpty();
  }

  private static List<String> clauses(String text) {
    return DETECTOR.detect(SEGMENTER.segment(MarkdownBlocks.parse("test", text))).stream()
        .filter(ClausePresence::present)
        .map(presence -> presence.clause().id())
        .toList();
  }
}
