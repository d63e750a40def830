package dev.dealcoach.nlp.statement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.nlp.text.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClausesTest {
  private static final Clauses CLAUSES = Clauses.standard();

  private static List<String> stretches(String text, Language language) {
    return Clauses.stretches(text, language).stream().map(span -> span.of(text)).toList();
  }

  private static List<String> split(String text, Language language) {
    return CLAUSES.split(text, language).stream().map(span -> span.of(text)).toList();
  }

  @Test
  void marksSplitAndNumbersHoldTogether() {
    assertThat(stretches("卡纸六次，误了三批货。报价12,800元！", Language.ZH))
        .containsExactly("卡纸六次", "误了三批货", "报价12,800元");
    assertThat(
            stretches(
                "Mr. Rao met us at 9 a.m. on Friday; the budget is $4.8 million, signed.",
                Language.EN))
        .containsExactly(
            "Mr. Rao met us at 9 a.m. on Friday", "the budget is $4.8 million", "signed");
  }

  @Test
  void chinesePausesSplitAndEnglishSpacesDoNot() {
    assertThat(stretches("钱没聊到 老板没见着", Language.ZH)).containsExactly("钱没聊到", "老板没见着");
    assertThat(stretches("用 Excel 记账", Language.ZH)).containsExactly("用", "Excel", "记账");
    assertThat(stretches("no budget yet", Language.EN)).containsExactly("no budget yet");
  }

  @Test
  void findsBoundariesWithoutMarks() {
    String text = "他们模切机一个班卡纸六次上个月误了三批货钱的事一句没提下周三上午九点我带样机过去";
    List<Span> spans = CLAUSES.split(text, Language.ZH);
    assertThat(spans).hasSizeGreaterThan(2);
    assertThat(split(text, Language.ZH)).contains("钱的事一句没提");
    String english =
        "the oven failed eleven times last month and we agreed on thursday at nine she brings her"
            + " baker nobody told us who signs";
    assertThat(CLAUSES.split(english, Language.EN)).hasSizeGreaterThan(1);
  }

  @Test
  void clausesAreInOrderAndSplitNoSurrogatePair() {
    String text = "😀😀见了𠮷田总😀，钱没聊👍🏽 改天再说吧他没有空就这样吧下次再约一个时间聊";
    int end = 0;
    for (Span span : CLAUSES.split(text, Language.ZH)) {
      assertThat(span.start()).isGreaterThanOrEqualTo(end);
      assertThat(span.length()).isPositive();
      assertThat(Character.isLowSurrogate(text.charAt(span.start()))).isFalse();
      assertThat(Character.isHighSurrogate(text.charAt(span.end() - 1))).isFalse();
      end = span.end();
    }
    assertThat(CLAUSES.split("", Language.ZH)).isEmpty();
    assertThat(CLAUSES.split(" 。，", Language.ZH)).isEmpty();
  }
}
