package dev.dealcoach.scan.detect.quote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealcoach.nlp.pack.RulePack;
import dev.dealcoach.nlp.text.Language;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatementReaderTest {
  private static final RulePack PACK = RulePack.standard();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          PAIN       | 报表对不上，财务天天加班到九点
          PAIN       | 客户天天问什么时候发货，我们也答不上来
          PAIN       | 有没有货都不知道，全靠打电话
          PAIN       | 工人辛苦一天白干，货全退回来了
          PAIN       | 这样下去谁受得了？
          PAIN       | 价格改一次系统就报错，改完还得重启
          PAIN       | 老板最怕的就是员工一走客户也跟着走
          WISH       | 要是能提前一天知道就好了
          WISH       | 我希望店长少抄一点单子
          BUDGET     | 今年一共批了五十万，超了得重新打报告
          BUDGET     | 你们便宜点，我三家店一起上
          QUESTION   | 停电了怎么办？
          QUESTION   | 你们两家变一家，你停机我不就断货了吗？
          QUESTION   | 能不能跟我们的系统接上
          PLEASANTRY | 谢谢你们上次送的急救箱
          PLEASANTRY | 你们那个仓收拾得是真干净
          CONDITION  | 我们导购都五十来岁，学得慢
          CONDITION  | 你们别又给我整个大屏
          RIVAL      | 有个滨江来的公司也在谈
          FACT       | 电费嘛，一年三百来万是有的
          PAIN       | the loggers fail and nobody notices
          PAIN       | we never find out who signed for it
          WISH       | I'd love something that looks after itself
          BUDGET     | our budget is around eighty thousand
          QUESTION   | Do you integrate with our core?
          PLEASANTRY | thanks for coming all the way
          CONDITION  | drivers will not do anything extra
          RIVAL      | the other party can do it in two months
          """)
  void tellsWhatAClauseIsAbout(Nature nature, String said) {
    Statement statement = read(said);
    assertThat(statement.clauses()).extracting(Clause::nature).contains(nature);
    assertThat(statement.pain()).isEqualTo(nature == Nature.PAIN);
  }

  @Test
  void aComplaintBeforeAQuestionStaysAComplaint() {
    Statement statement = read("你们那个探头怕不怕氨气？我前头买的半年就瞎了。");
    assertThat(statement.clauses())
        .extracting(Clause::nature)
        .containsExactly(Nature.QUESTION, Nature.PAIN);
  }

  @Test
  void clausesTileTheStatement() {
    String said = "送货也是，说好早上六点到，工人等到快中午，这个窝工费谁给我出？";
    StringBuilder joined = new StringBuilder();
    read(said).clauses().forEach(clause -> joined.append(clause.span().of(said)));
    assertThat(joined.toString()).isEqualTo(said);
  }

  private static Statement read(String said) {
    Language language = Language.of(said);
    return new StatementReader(PACK).read(List.of(said), new UnitReader(PACK, language)).getFirst();
  }
}
