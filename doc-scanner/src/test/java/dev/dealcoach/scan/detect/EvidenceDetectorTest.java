package dev.dealcoach.scan.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealcoach.nlp.pack.RulePack;
import dev.dealcoach.scan.eval.MarkdownBlocks;
import dev.dealcoach.scan.parse.Passage;
import dev.dealcoach.scan.segment.Segmenter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvidenceDetectorTest {
  private static final Segmenter SEGMENTER = new Segmenter(RulePack.standard());
  private static final EvidenceDetector DETECTOR = new EvidenceDetector(new EvidenceModel());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "涟水乳业换装后，停机由每月十一次降到两次，设备科有台账。",
        "环评监测由青岚检测所完成，报告编号QL-2024-0317。",
        "持有压力容器制造许可证，证书编号TS2210455-2027。",
        "接报后两小时到场，超时一次退当月服务费的10%。",
        "在贵司三号线试装了二十天，断带零次，班组长签了字。",
        "Weir House: 71 call-outs in the year before, 18 in the year after, per their own fault log.",
        "Fire tested by the Marlow Institute, report MI-4471.",
        "Their plant manager, Ms Ines Duarte, will take your call on any Friday.",
        "Faults are attended in four hours; if we are late, 200 comes off the invoice.",
        "On the trial at your Elm Road depot in May our pads stopped in 21 metres against 27."
      })
  void findsProof(String text) {
    assertThat(evidence(text)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "预计上线半年内停机次数下降三成。",
        "贵司二线上个月停了十一次。",
        "主机质保三年，终身维护。",
        "全套设备含税二十八万六千元。",
        "检测报告可在签约后提供。",
        "据行业统计，七成企业吃过数据丢失的亏。",
        "产品行业领先，深受好评。",
        "We expect call-outs to halve within a year.",
        "Your line stopped eleven times last month.",
        "24 months' warranty on all parts.",
        "Test certificates can be supplied after award.",
        "The price is 48,200 including delivery.",
        "Trusted by thousands of happy customers.",
        "A typical customer saves around 20% in the first year."
      })
  void findsNoProof(String text) {
    assertThat(evidence(text)).isEmpty();
  }

  @Test
  void whatOnlyRepeatsTheCustomerProvesNothing() {
    String text = "# 一份方案\n\n涟水乳业换装后，停机由每月十一次降到两次，设备科有台账。";
    List<String> statements = List.of("涟水乳业换装后停机由每月十一次降到两次，我们也想这样。");
    assertThat(
            DETECTOR.detect(
                SEGMENTER.segment(MarkdownBlocks.parse("test", text)), List.of(), statements))
        .isEmpty();
    assertThat(
            DETECTOR.detect(
                SEGMENTER.segment(MarkdownBlocks.parse("test", text)),
                List.of(),
                List.of("停机由每月十一次。")))
        .hasSize(1);
  }

  @Test
  void aLabelThatNamesTheReportBelongsToTheProof() {
    assertThat(evidence("- 青岚检测所出具的检测报告（编号QL-2024-0317）：洗涤240次后读取率99.8%"))
        .singleElement()
        .asString()
        .startsWith("青岚");
  }

  @Test
  void theSiteOfTheRowAboveIsStillSpokenOf() {
    List<String> found =
        evidence(
            """
            | 断点 | 依据 |
            |---|---|
            | 找模慢 | 在德隆冲压同规格车间，找模时间由平均三十五分钟降到四分钟 |
            | 保养漏 | 该厂上线半年后因保养不到位的非计划停机由每月九次降到两次 |
            """);
    assertThat(found).contains("该厂上线半年后因保养不到位的非计划停机由每月九次降到两次");
  }

  /** The first line names the customer, so what is tested stands below it. */
  private static List<String> evidence(String text) {
    String document = "# " + (text.charAt(0) < 128 ? "A proposal" : "一份方案") + "\n\n" + text;
    return DETECTOR
        .detect(SEGMENTER.segment(MarkdownBlocks.parse("test", document)), List.of(), List.of())
        .stream()
        .map(Evidence::passage)
        .map(Passage::text)
        .toList();
  }
}
