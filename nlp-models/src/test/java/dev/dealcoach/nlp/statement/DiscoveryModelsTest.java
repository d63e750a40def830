package dev.dealcoach.nlp.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dealcoach.nlp.maxent.MissingModelException;
import dev.dealcoach.nlp.pack.RulePack;
import dev.dealcoach.nlp.text.Language;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** The models that are shipped, as the analysis uses them. */
class DiscoveryModelsTest {
  private static final StatementReader READER =
      new StatementReader(RulePack.standard(), Clauses.standard());
  private static final MaxentSummaryJudge JUDGE = MaxentSummaryJudge.standard(READER);

  private static SummaryJudgement judge(String text) {
    return JUDGE.judge(text, Language.ZH, READER.read(text, Language.ZH));
  }

  @Test
  void everyClauseIsJudgedForEveryItem() {
    SummaryJudgement found = judge("总经理当面聊的，设备他拍板。批复盖了章，写着八十万。");
    List<ItemJudgement> judgements = found.clauses();
    assertThat(judgements).hasSize(4 * 5);
    for (ItemJudgement judgement : judgements) {
      assertThat(judgement.none() + judgement.partial() + judgement.covered())
          .isBetween(0.99, 1.01);
    }
    assertThat(some(judgements, 0, DiscoveryItem.DECISION_MAKER)).isGreaterThan(0.5);
    assertThat(some(judgements, 2, DiscoveryItem.BUDGET)).isGreaterThan(0.5);
    assertThat(found.whole(DiscoveryItem.BUDGET).some())
        .isEqualTo(
            found.clauses(DiscoveryItem.BUDGET).stream()
                .mapToDouble(ItemJudgement::some)
                .max()
                .orElseThrow());
    assertThat(found.whole(DiscoveryItem.COMPETITOR).none()).isGreaterThan(0.5);
  }

  @Test
  void nothingSaidIsFiller() {
    SummaryJudgement found = judge("");
    assertThat(found.clauses()).isEmpty();
    assertThat(found.whole()).hasSize(5).allMatch(judgement -> judgement.none() == 1);
    assertThat(found.filler()).isEqualTo(1);
  }

  private static double some(List<ItemJudgement> judgements, int clause, DiscoveryItem item) {
    return judgements.stream()
        .filter(judgement -> judgement.clause() == clause && judgement.item() == item)
        .mapToDouble(ItemJudgement::some)
        .sum();
  }

  @Test
  void manyThreadsGetTheSameAnswer() throws Exception {
    String text = "预算他嘴上说三十万 老板没见着 下周二上午九点我带样机去他安排人接";
    SummaryJudgement alone = judge(text);
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Future<SummaryJudgement>> answers = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        answers.add(threads.submit(() -> judge(text)));
      }
      for (Future<SummaryJudgement> answer : answers) {
        assertThat(answer.get()).isEqualTo(alone);
      }
    }
  }

  @Test
  void tellsWeakCommitmentsFromFirmOnes() {
    WeakCommitments commitments = WeakCommitments.standard(READER);
    for (String weak : List.of("回头再说吧，最近实在抽不开身。", "到时候看情况吧")) {
      assertThat(commitments.find(weak, Language.ZH, READER.read(weak, Language.ZH)))
          .as(weak)
          .isNotEmpty();
    }
    for (String firm : List.of("不是尽量，是必须，周五下班前合同一定到你手上。", "发票已经寄出，明天上午十点送到。")) {
      assertThat(commitments.find(firm, Language.ZH, READER.read(firm, Language.ZH)))
          .as(firm)
          .isEmpty();
    }
  }

  @Test
  void aMissingModelNamesTheCommandThatMakesIt() {
    assertThatThrownBy(() -> DiscoveryModels.of("clauses").of(Language.ZH))
        .isInstanceOf(MissingModelException.class)
        .hasMessageContaining("clauses-zh")
        .hasMessageContaining("./mvnw")
        .hasMessageContaining("-Ptrain");
  }

  @Test
  void everyModelCarriesItsManifest() throws IOException {
    for (Language language : Language.values()) {
      for (String kind : List.of("boundary", "clause", "weak", "filler")) {
        String id = kind + "-" + language.code();
        Properties manifest = new Properties();
        try (InputStream in =
            DiscoveryModels.class.getResourceAsStream(
                "/dev/dealcoach/nlp/models/" + id + ".manifest.properties")) {
          manifest.load(in);
        }
        assertThat(manifest.getProperty("sha256"))
            .isEqualTo(DiscoveryModels.of(kind).of(language).sha256());
        assertThat(manifest.getProperty("data-sha256")).hasSize(64);
        assertThat(manifest.getProperty("licence")).isEqualTo("Apache-2.0");
      }
    }
  }
}
