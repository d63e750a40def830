package dev.dealcoach.nlp.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;

class NormalAlignmentTest {
  @Test
  void leadsBackToTheRawText() {
    String raw = "  第一\n行  a\t b\u200Bc e\u0301f  ";
    NormalAlignment aligned = NormalAlignment.of(raw);

    assertThat(aligned.text()).isEqualTo("第一行 a bc \u00e9f");
    assertThat(raw(aligned, raw, "第一行")).isEqualTo("第一\n行");
    assertThat(raw(aligned, raw, "a b")).isEqualTo("a\t b");
    assertThat(raw(aligned, raw, "bc")).isEqualTo("b\u200Bc");
    assertThat(raw(aligned, raw, "\u00e9")).isEqualTo("e\u0301");
    assertThat(raw(aligned, raw, "f")).isEqualTo("f");
  }

  @Test
  void findsTheNormalPlaceOfARawOffset() {
    NormalAlignment aligned = NormalAlignment.of(" 甲\n乙 c");

    assertThat(aligned.text()).isEqualTo("甲乙 c");
    assertThat(aligned.normal(0)).isZero();
    assertThat(aligned.normal(3)).isEqualTo(1);
    assertThat(aligned.normal(5)).isEqualTo(3);
    assertThat(aligned.normal(6)).isEqualTo(4);
    assertThatThrownBy(() -> aligned.normal(7)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> aligned.raw(new Span(1, 1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void everyStretchOfAnyTextNormalisesToItself() {
    String alphabet =
        "甲乙，。 \n\t\u3000ab1\u200B\u00AD\u0301\uFEFF\uD842\uDFB7\uD800\uAC00\u1100\u1161";
    Random random = new Random(7);
    for (int round = 0; round < 2000; round++) {
      StringBuilder raw = new StringBuilder();
      for (int i = random.nextInt(30); i > 0; i--) {
        raw.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      NormalAlignment aligned = NormalAlignment.of(raw);
      String text = aligned.text();

      assertThat(text).isEqualTo(NormalText.of(raw));
      int before = 0;
      for (int i = 0; i < text.length(); i++) {
        Span one = aligned.raw(new Span(i, i + 1));
        assertThat(one.start()).isGreaterThanOrEqualTo(i == 0 ? 0 : before);
        assertThat(one.end()).isLessThanOrEqualTo(raw.length());
        before = one.start();
      }
    }
  }

  private static String raw(NormalAlignment aligned, String raw, String stretch) {
    int start = aligned.text().indexOf(stretch);
    return aligned.raw(new Span(start, start + stretch.length())).of(raw);
  }
}
