package dev.dealcoach.service.score;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealcoach.nlp.pack.RulePack;
import dev.dealcoach.nlp.statement.DiscoveryItem;
import dev.dealcoach.nlp.text.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said in so many words holds against the trained judges, and its neighbours do not. */
class PlainWordsTest {
  private static final DiscoveryAnalysis ANALYSIS = DiscoveryAnalysis.standard(RulePack.standard());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          BUDGET         | PARTIAL | 采购中心把盖章的立项表拍给我看了，数额那一栏打着马赛克。冲床一周坏三回，上月误了两单。
          BUDGET         | COVERED | 采购中心把盖章的立项表拍给我看了，数额那一栏写的四十二万。冲床一周坏三回，上月误了两单。
          BUDGET         | MISSING | 我指望预算能有二十六万，他没接话。染缸上个月停了四回，赔了客户三万。
          BUDGET         | PARTIAL | 他说预算大概二十六万，没落到纸上。染缸上个月停了四回，赔了客户三万。
          BUDGET         | PARTIAL | 财务说今年备了一笔钱，没肯说多少。泵站九月份淹了两次，抢修花了五万。
          COMPETITOR     | PARTIAL | 竞争对手是科邦，他们没往下讲。分拣线错分一千多票。
          COMPETITOR     | PARTIAL | 前年他们装过一套别家的门禁，没用起来。早高峰排队二十分钟。
          COMPETITOR     | MISSING | 竞争对手是谁他没讲。分拣线错分一千多票。
          DECISION_MAKER | COVERED | 砺远五金老板亲自接待我们的，说车间有点乱。费用没谈。
          DECISION_MAKER | MISSING | 砺远五金一个采购员接待我们的，说车间有点乱。费用没谈。
          NEXT_STEP      | PARTIAL | 我给她报了六万的价，她没吭声。我回头把演示录像发给她。
          """)
  void holdsInChinese(DiscoveryItem item, Status status, String text) {
    assertThat(ANALYSIS.analyse(text, Language.ZH).items().get(item).status())
        .as(text)
        .isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          BUDGET         | PARTIAL | He showed me the stamped approval, but the amount is blacked out. The kiln cracked 40 tiles on Monday.
          BUDGET         | MISSING | I'm hoping for a budget of 40 thousand, he said nothing. The kiln cracked 40 tiles on Monday.
          COMPETITOR     | PARTIAL | Maybe Varnholt is quoting. Drivers wait ninety minutes at the gate and it cost them 9,000 in May.
          COMPETITOR     | PARTIAL | They're on cartwise today, he left it at that. Drivers wait ninety minutes at the gate.
          DECISION_MAKER | COVERED | The ferry owner showed us round the deck. Two engines failed in the last storm.
          """)
  void holdsInEnglish(DiscoveryItem item, Status status, String text) {
    assertThat(ANALYSIS.analyse(text, Language.EN).items().get(item).status())
        .as(text)
        .isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0 | 选型可能性分析周三发布，十点开会定。
          0 | 已经争取到了厂长签字，下周一进场。
          1 | 可能下周三能定。
          1 | 争取下周一进场。
          """)
  void doesNotTakePartOfAnotherWordForAHedge(int places, String text) {
    assertThat(ANALYSIS.analyse(text, Language.ZH).vague()).as(text).hasSize(places);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          我讲了安和医院的事，他们院长批了三十万，批文给我看过。这边预算还没谈。
          跟她说了去年博雅小学那单，校长亲手签的二十八万，合同也给她翻了翻。她们的钱没聊到。
          """)
  void aSumBeforeTheDenialIsNotThisCustomers(String text) {
    ItemScore budget = ANALYSIS.analyse(text, Language.ZH).items().get(DiscoveryItem.BUDGET);
    assertThat(budget.status()).as(text).isEqualTo(Status.MISSING);
    assertThat(budget.against()).isNotEmpty();
  }
}
