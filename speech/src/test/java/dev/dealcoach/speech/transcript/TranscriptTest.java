package dev.dealcoach.speech.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TranscriptTest {
  private static final ModelStamp MODEL = new ModelStamp("m", "0".repeat(64));

  /** Words of 0.2 s, each given as text@start. */
  private static Transcript of(double confidence, String... words) {
    List<Word> list = new ArrayList<>();
    for (String word : words) {
      String[] parts = word.split("@");
      double start = Double.parseDouble(parts[1]);
      list.add(new Word(parts[0], start, start + 0.2, confidence));
    }
    return Transcript.of(list, 60, SpokenLanguage.ZH, MODEL);
  }

  @Test
  void chineseWordsStandTogetherButForPauses() {
    assertThat(of(1, "预算@0", "五十@0.3", "万@0.99", "已经@1.69").text()).isEqualTo("预算五十万 已经");
    assertThat(of(1, "预算@0", "五十@0.69").text()).isEqualTo("预算五十");
    assertThat(of(1, "预算@0", "五十@0.7").text()).isEqualTo("预算 五十");
  }

  @Test
  void latinWordsStandApartFromEachOtherOnly() {
    assertThat(of(1, "the@0", "budget's@0.2", "fine@0.4").text()).isEqualTo("the budget's fine");
    assertThat(of(1, "我们@0", "用@0.2", "oracle@0.4", "erp@0.6", "系统@0.8").text())
        .isEqualTo("我们用oracle erp系统");
  }

  @Test
  void nothingSaidIsEmptyAndNotDoubtful() {
    assertThat(of(1).text()).isEmpty();
    assertThat(of(1).doubtful()).isFalse();
  }

  @Test
  void lowConfidenceIsDoubtful() {
    assertThat(of(0.95, "预算@0").doubtful()).isFalse();
    assertThat(of(0.9, "预算@0").doubtful()).isTrue();
  }

  @Test
  void aWordHasTextAndAPlaceInTime() {
    assertThatThrownBy(() -> new Word(" ", 0, 1, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Word("a", 1, 0, 1)).isInstanceOf(IllegalArgumentException.class);
  }
}
