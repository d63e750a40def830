package dev.dealcoach.scan.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealcoach.nlp.pack.RulePack;
import dev.dealcoach.scan.eval.MarkdownBlocks;
import dev.dealcoach.scan.segment.SegmentedDocument;
import dev.dealcoach.scan.segment.Segmenter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RivalDetectorTest {
  private static final RulePack PACK = RulePack.standard();
  private static final String TABLE =
      "## 与同类产品参数对比\n\n| 参数 | 云帆 | 甲产品 | 乙产品 |\n|---|---|---|---|\n| 并发 | 500 | 200 | 300 |\n| 存储 | 20G | 4G | 10G |\n";

  @Test
  void aTableOfBareParametersAnswersNothing() {
    SegmentedDocument document = document("# 云帆方案\n\n云帆很好。\n\n" + TABLE);
    List<RivalPoint> points = new RivalDetector(PACK).detect(document, List.of());
    assertThat(points).extracting(RivalPoint::text).containsExactly("甲产品", "乙产品");
    assertThat(points).allMatch(point -> point.answer() == null);
    assertThat(new RivalWeaknessDetector().detect(document, points))
        .singleElement()
        .extracting(Weakness::rule)
        .isEqualTo("competitor.parameters-only");
  }

  @Test
  void aConsequenceUnderTheTableAnswersIt() {
    SegmentedDocument document = document(TABLE + "\n甲产品并发只有两百，早高峰您的导购就得排队等屏幕；用我们的，您早上开门不用等。\n");
    List<RivalPoint> points = new RivalDetector(PACK).detect(document, List.of());
    assertThat(points).isNotEmpty().allMatch(point -> point.answer() != null);
    assertThat(new RivalWeaknessDetector().detect(document, points)).isEmpty();
  }

  @Test
  void aTableOfPricesComparesNobody() {
    assertThat(detect("## 报价\n\n| 项目 | 数量 | 金额（元） |\n|---|---|---|\n| 软件 | 1 | 60000 |\n"))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          true  | **鼎和报价便宜两成，凭什么选你们？** | 鼎和的服务点在省城，机器夜里坏了您得等到第二天；我们的人在镇上，所以您的夜班不用停。 | 鼎和那家比你们便宜两成。
          false | **鼎和报价便宜两成，凭什么选你们？** | 一分价钱一分货，请您放心。 | 鼎和那家比你们便宜两成。
          true  | ### 自己开发不是更省？ | 自己开发要养三个人，人走了您的系统没人改；交给我们，您不必再养这三个人。 | 我们自己开发不行吗？
          false | ### 自己开发不是更省？ | 我们是行业领先的专业厂商，技术实力雄厚。 | 我们自己开发不行吗？
          true  | **现在这家也说随叫随到，你们有什么区别？** | 您现在这家按次收费，所以修得越多您付得越多；包干以后您不用再为半夜的电话付钱。 | 维保现在这家吧，电话打过去都说在路上。
          """)
  void anAnswerSaysWhatItMeansForTheCustomer(
      boolean answered, String question, String answer, String said) {
    List<RivalPoint> points = detect(question + "\n\n" + answer, said);
    assertThat(points)
        .singleElement()
        .satisfies(
            point -> {
              assertThat(point.source()).isZero();
              assertThat(point.raised()).isNotNull();
              assertThat(point.answer() != null).isEqualTo(answered);
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          霍工提到科邦报价低三成。科邦的机器不能自己过门禁，夜里得有人守着，总价反而贵。 | 科邦报价比你们低三成。
          贵厂前年装过一台称重仪，两个月就坏了。我们每天自动校一次，对夜班来说，意味着不用再凭手感。 | 前年装过一台称重仪，两个月就坏了。
          Tarnsen came up in your mail. Their units need mains, which for you means digging 600 metres. | Tarnsen also quoted us.
          """)
  void theRivalThatTheCustomerNamesIsFoundInTheProposal(String proposal, String said) {
    assertThat(detect("## 方案\n\n" + proposal, said))
        .isNotEmpty()
        .allSatisfy(point -> assertThat(point.answer()).isNotNull())
        .anySatisfy(point -> assertThat(point.source()).isZero());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          另外一家说给我分三成，你们才两成五。
          现用那家油便宜，十二块一公斤。
          我们去年买过一套，没人用，三个月就扔那儿了。
          我自己干不是更省吗？
          有个滨江来的公司也在谈，说他们镜头好。
          """)
  void aRivalThatTheProposalPassesOverStaysUnanswered(String said) {
    assertThat(detect("## 方案\n\n每条线装两台读写器，数据进看板。\n", said))
        .singleElement()
        .satisfies(
            point -> {
              assertThat(point.raised()).isNull();
              assertThat(point.source()).isZero();
              assertThat(point.answer()).isNull();
              assertThat(point.text()).isEqualTo(said);
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          true  | Polarcom, which you saw in May, stores its data abroad too. For you that means your auditors would have to travel; with us your team opens the file at its own desk.
          false | Polarcom, which you saw in May, is cheaper but slower. We are simply better.
          true  | Your current supplier bills by the visit but we bill by the month, so your people never wait for an approval at night.
          false | Competitors run at 1.2 m/s, ours at 1.6 m/s, but both carry 500 kg.
          """)
  void english(boolean answered, String proposal) {
    List<RivalPoint> points =
        new RivalDetector(PACK).detect(document("## Why us\n\n" + proposal), List.of());
    assertThat(points)
        .singleElement()
        .satisfies(point -> assertThat(point.answer() != null).isEqualTo(answered));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          贵司现有员工八百一十二人，三班倒。
          我们自己开发的平台已经运行六年。
          付款：签约三成，验收六成，满一年一成。
          店长自己改一改就能提交，比手抄快。
          """)
  void ordinarySentencesRaiseNobody(String sentence) {
    assertThat(detect(sentence)).isEmpty();
  }

  private static List<RivalPoint> detect(String markdown, String... statements) {
    return new RivalDetector(PACK).detect(document(markdown), List.of(statements));
  }

  private static SegmentedDocument document(String markdown) {
    return new Segmenter(PACK).segment(MarkdownBlocks.parse("proposal.md", markdown));
  }
}
