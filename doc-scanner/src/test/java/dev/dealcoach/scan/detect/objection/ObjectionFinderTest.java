package dev.dealcoach.scan.detect.objection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealcoach.nlp.encoder.OnnxWorryJudge;
import dev.dealcoach.nlp.pack.RulePack;
import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.nlp.worry.WorryJudge;
import dev.dealcoach.scan.eval.MarkdownBlocks;
import dev.dealcoach.scan.parse.ParsedDocument;
import dev.dealcoach.scan.parse.Passage;
import dev.dealcoach.scan.segment.SegmentedDocument;
import dev.dealcoach.scan.segment.Segmenter;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The forms in which worries are raised and answered, with the shipped models. */
class ObjectionFinderTest {
  private static final RulePack PACK = RulePack.standard();
  private static final Segmenter SEGMENTER = new Segmenter(PACK);
  private static final WorryJudge JUDGE = OnnxWorryJudge.standard();

  @Test
  void questionsAndAnswersUnderLabelsThatTakeTurns() {
    assertThat(
            answered(
                """
                ## 答疑

                问：夜里断电了怎么办？

                答：柜内自带六小时备电，断电十秒内短信通知值班员。

                问：以后会不会涨价？

                答：三年内单价写进合同锁定，不涨。
                """))
        .containsExactly("夜里断电了怎么办？", "以后会不会涨价？");
  }

  @Test
  void aTableOfWorriesAndAnswers() {
    assertThat(
            answered(
                """
                ## 您可能的顾虑

                | 顾虑 | 我们的做法 |
                |---|---|
                | 老员工不会用 | 驻场教两周，逐人过关，教不会的我们派人代录 |
                | 数据泄露 | 数据只存在贵司机房，我方无远程权限 |
                """))
        .containsExactly("老员工不会用", "数据泄露");
  }

  @Test
  void soothingAnswersNothing() {
    String text =
        """
        ## 常见疑虑

        问：系统宕机了，损失谁来赔？

        答：请您放心，我们团队经验丰富，一定妥善处理。
        """;
    assertThat(answered(text)).isEmpty();
    assertThat(find(text)).hasSize(1);
  }

  @Test
  void aProductQuestionIsNoWorry() {
    assertThat(
            answered(
                """
                ## 产品问答

                问：支持哪些浏览器？

                答：主流浏览器都支持，建议使用最新版本。
                """))
        .isEmpty();
  }

  @Test
  void englishQuestionsUnderAHeading() {
    assertThat(
            answered(
                """
                ## Your concerns

                **What if the pump fails during harvest?**

                We keep a spare pump at your site and swap it within four hours; after that each hour is credited at £50.

                **Will you put the price up after year one?**

                No: clause 9 of the contract fixes the price for three years, and if we ask for more you may leave within 30 days.
                """))
        .hasSize(2);
  }

  @Test
  void sameDocumentSameWorries() {
    String text = "## 顾虑\n\n问：会不会停产？\n\n答：只在夜里切换，白天不停机，超过两小时按每小时八百元赔付。\n";
    assertThat(find(text)).isEqualTo(find(text));
  }

  private static List<String> answered(String markdown) {
    ParsedDocument document = MarkdownBlocks.parse("a.md", markdown);
    return find(markdown).stream()
        .filter(ObjectionFinder.Found::answered)
        .map(found -> Passage.of(document, List.of(found.worry())).text())
        .toList();
  }

  private static List<ObjectionFinder.Found> find(String markdown) {
    SegmentedDocument document = SEGMENTER.segment(MarkdownBlocks.parse("a.md", markdown));
    Language language = document.document().language();
    return new ObjectionFinder(
            ObjectionModels.standard(language),
            JUDGE,
            ObjectionFinder.Thresholds.standard(language))
        .find(document);
  }
}
