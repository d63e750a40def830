package dev.dealcoach.scan.detect.quote;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldingTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          true  | 我跟你说实话，我们二线停了十一次，每次都翻半天。 | 我们二线停了十一次——每次都翻半天
          true  | 庫存對不上                                       | 库存对不上
          true  | ＡＢＣ三套编码                                   | abc三套编码
          true  | It's all trash, really.                          | it’s ALL trash
          true  | twenty, twenty-two kilometres                    | Twenty-two kilometres
          false | the returns desk is full                         | turns desk is full
          false | 每次都翻半天                                     | 每次翻半天
          false | anything                                         | ……
          """)
  void tellsWhetherTheWordsStandThere(boolean holds, String whole, String part) {
    assertThat(Folding.holds(whole, part)).isEqualTo(holds);
  }

  @ParameterizedTest
  @CsvSource({
    "11, 十一",
    "12, 十二",
    "20, 二十",
    "105, 一百零五",
    "2400, 二千四百",
    "368000, 三十六万八千",
    "10050, 一万零五十",
    "3.5, 三点五",
    "0, 零",
    "2000000000000, 二零零零零零零零零零零零零"
  })
  void speaksNumbersInChinese(String digits, String spoken) {
    assertThat(SpokenNumber.chinese(digits)).isEqualTo(spoken);
  }

  @ParameterizedTest
  @CsvSource({
    "11, eleven",
    "22, twenty two",
    "105, one hundred five",
    "41000, forty one thousand",
    "3.5, three point five",
    "1200000, one million two hundred thousand"
  })
  void speaksNumbersInEnglish(String digits, String spoken) {
    assertThat(String.join(" ", SpokenNumber.english(digits))).isEqualTo(spoken);
  }

  @ParameterizedTest
  @CsvSource({
    "stopped, stops",
    "bills, billing",
    "washes, washing",
    "companies, company",
    "is, were",
    "had, having",
    "resign, resigned",
    "does, did"
  })
  void bringsTheFormsOfAnEnglishWordTogether(String one, String other) {
    assertThat(EnglishWord.forms(one)).hasSize(1).isEqualTo(EnglishWord.forms(other));
  }

  @ParameterizedTest
  @CsvSource({"don't, do, not", "can't, can, not", "cannot, can, not", "won't, will, not"})
  void takesNegationsApart(String word, String verb, String not) {
    assertThat(EnglishWord.forms(word)).containsExactly(EnglishWord.forms(verb).getFirst(), not);
  }

  @ParameterizedTest
  @CsvSource({"we're, we", "it's, it", "they've, they", "i'd, i"})
  void dropsShortenedVerbs(String word, String rest) {
    assertThat(EnglishWord.forms(word)).isEqualTo(EnglishWord.forms(rest));
  }
}
