package dev.dealcoach.kb.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordsTest {
  private static List<String> words(String text) {
    return Words.of(text).stream().map(Term::word).toList();
  }

  @Test
  void chineseIsCutInWordsAndEnglishInStems() {
    assertThat(words("验收标准写进合同")).contains("验收", "标准", "合同");
    assertThat(words("The customer's delivery dates were agreed."))
        .containsExactly("custom", "deliveri", "date", "were", "agre");
  }

  @Test
  void aWordInAMixedTextIsTheSameAsInAnEnglishOne() {
    assertThat(words("承诺 SLAs 可用性 99.9%")).contains("sla", "可用性");
    assertThat(words("SLAs")).containsExactly("sla");
    assertThat(words("ＳＬＡｓ 承诺")).contains("sla");
  }

  @Test
  void eachWordKnowsItsPlace() {
    String text = "😀先谈 pricing，再谈验收。";
    for (Term term : Words.of(text)) {
      String written = term.place().of(text);
      assertThat(Words.of(written).getFirst().word()).isEqualTo(term.word());
    }
  }

  @Test
  void pairsAreNeighbouringHanCharacters() {
    assertThat(Words.pairs("禾泽A塑业，好")).containsExactly("禾泽", "塑业");
  }

  @Test
  void signsAreNoWords() {
    assertThat(words("，。！ -- ()")).isEmpty();
    assertThat(words("")).isEmpty();
  }
}
