package dev.dealcoach.scan.parse.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlyphTextTest {
  @ParameterizedTest
  @CsvSource({
    "⽅, 方", "⾏, 行", "⻓, 长", "⻚, 页", "⻛, 风", "⻢, 马", "⻬, 齐", "⼾, 户", "ﬁ, fi", "ﬄ, ffl", "方, 方",
    "（, （", "Ａ, Ａ", "½, ½", "é, é"
  })
  void bringsCompatibilityCharactersToTheUsualOnes(String raw, String normal) {
    assertThat(GlyphText.normal(raw)).isEqualTo(normal);
  }

  @Test
  void keepsWhatIsNotKnownVisible() {
    assertThat(GlyphText.normal(null)).isEqualTo("\uFFFD");
    assertThat(GlyphText.normal("")).isEqualTo("\uFFFD");
    assertThat(GlyphText.normal("\u0003")).isEqualTo("\uFFFD");
    assertThat(GlyphText.normal("\u3000")).isEqualTo(" ");
    assertThat(GlyphText.normal("\u200B")).isEmpty();
  }
}
