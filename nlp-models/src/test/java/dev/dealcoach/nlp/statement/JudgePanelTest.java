package dev.dealcoach.nlp.statement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealcoach.nlp.encoder.OnnxSummaryJudge;
import dev.dealcoach.nlp.pack.RulePack;
import dev.dealcoach.nlp.text.Language;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Both shipped judges together. */
class JudgePanelTest {
  private static final StatementReader READER =
      new StatementReader(RulePack.standard(), Clauses.standard());
  private static final SummaryJudge ENCODER = OnnxSummaryJudge.standard();
  private static final SummaryJudge MAXENT = MaxentSummaryJudge.standard(READER);
  private static final String TEXT = "老板没见着 预算他嘴上说三十万 下周二上午九点我带样机去他安排人接";

  private static SummaryJudgement judge(SummaryJudge judge) {
    return judge.judge(TEXT, Language.ZH, READER.read(TEXT, Language.ZH));
  }

  @Test
  void standsBetweenTheTwo() {
    SummaryJudgement one = judge(ENCODER);
    SummaryJudgement other = judge(MAXENT);
    SummaryJudgement both = judge(new JudgePanel(ENCODER, MAXENT));
    assertThat(one.clauses()).isNotEqualTo(other.clauses());
    for (int i = 0; i < both.clauses().size(); i++) {
      between(both.clauses().get(i), one.clauses().get(i), other.clauses().get(i));
    }
    for (int i = 0; i < both.whole().size(); i++) {
      between(both.whole().get(i), one.whole().get(i), other.whole().get(i));
    }
  }

  private static void between(ItemJudgement both, ItemJudgement one, ItemJudgement other) {
    assertThat(both.item()).isEqualTo(one.item()).isEqualTo(other.item());
    assertThat(both.clause()).isEqualTo(one.clause()).isEqualTo(other.clause());
    assertThat(both.covered())
        .isBetween(
            Math.min(one.covered(), other.covered()), Math.max(one.covered(), other.covered()));
    assertThat(both.none())
        .isBetween(Math.min(one.none(), other.none()), Math.max(one.none(), other.none()));
  }

  @Test
  void roundingUpTwiceIsStillAProbability() {
    assertThat(new ItemJudgement(0, DiscoveryItem.PAIN, 0, 0.4995, 0.5005).some()).isEqualTo(1);
  }

  @Test
  void namesTheModelsOfBoth() {
    assertThat(new JudgePanel(ENCODER, MAXENT).models(Language.EN))
        .extracting(SummaryJudge.ModelStamp::id)
        .isEqualTo(List.of("discovery-en", "clause-en", "filler-en"));
  }
}
