package dev.dealcoach.scan.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealcoach.nlp.pack.RulePack;
import dev.dealcoach.scan.eval.MarkdownBlocks;
import dev.dealcoach.scan.segment.Segmenter;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BorrowedVoiceDetectorTest {
  private static final RulePack PACK = RulePack.standard();
  private static final String SAID = "收银机一到周末就卡死，后面排十几个人。";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          pain-quote.slogan         | 客户心声             | “选择云帆，就是选择未来！”
          pain-quote.slogan         | 业主的声音           | “把每一位业主当家人。”
          pain-quote.slogan         | Voice of the member  | > "Fraud never sleeps. Neither do we."
          pain-quote.other-customer | 听见客户             | “上线三天就回本，早该换了！”——某母婴店老板
          pain-quote.other-customer | 为什么要改           | 邻县一位场长说过：“半夜起来开风机，开了十年，腰都开坏了。”
          pain-quote.other-customer | What clients say     | "Month end used to be chaos and we sat until nine." — payroll clerk at a bottling client
          -                         | 客户心声             | “收银机一到周末就卡死，后面排十几个人。”
          -                         | 公司简介             | 我们秉承“让协作更简单，让管理更轻松”的理念。
          -                         | 方案                 | 助理把邮件拖进“待处理的案卷文件夹”即可。
          """)
  void tellsWhoseVoiceItIs(String rule, String heading, String text) {
    List<Weakness> found =
        new BorrowedVoiceDetector()
            .detect(
                new Segmenter(PACK)
                    .segment(MarkdownBlocks.parse("p.md", "## " + heading + "\n\n" + text)),
                List.of(SAID));
    if (rule == null) {
      assertThat(found).isEmpty();
    } else {
      assertThat(found).singleElement().extracting(Weakness::rule).isEqualTo(rule);
      assertThat(PACK.rule(rule).wording()).hasSize(2);
    }
  }
}
