package dev.dealcoach.nlp.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordPiecesTest {
  private static final WordPieces PIECES =
      new WordPieces(
          List.of(
              "[PAD]", "[UNK]", "[CLS]", "[SEP]", "预", "算", "bud", "##get", "3", "##0", "，", "cafe",
              "'", "budget"));

  private static List<String> split(String text) {
    return PIECES.split(text).stream().map(p -> p.id() + ":" + p.place().of(text)).toList();
  }

  @Test
  void hanCharactersStandAloneAndWordsTakeTheLongestPieces() {
    assertThat(split("预算budget 30")).containsExactly("4:预", "5:算", "13:budget", "8:3", "9:0");
  }

  @Test
  void capitalsAccentsAndFullWidthAreFoldedButOffsetsStay() {
    assertThat(split("ＢＵＤＧＥＴ Café’３０，"))
        .containsExactly("13:ＢＵＤＧＥＴ", "11:Café", "12:’", "8:３", "9:０", "10:，");
  }

  @Test
  void surrogatePairsAreOnePieceEach() {
    assertThat(split("😀𠮷预")).containsExactly("1:😀", "1:𠮷", "4:预");
  }

  @Test
  void wordsWithoutPiecesAndEndlessWordsAreUnknownAsAWhole() {
    assertThat(split("budgetx")).containsExactly("1:budgetx");
    assertThat(split("30".repeat(21))).containsExactly("1:" + "30".repeat(21));
  }

  @Test
  void aLoneHalfOfASurrogatePairDoesNoHarm() {
    assertThat(split("预\uD83D")).containsExactly("4:预", "1:\uD83D");
  }

  @Test
  void emptyAndBlankTextsHaveNoPieces() {
    assertThat(split("")).isEmpty();
    assertThat(split(" \u3000\n\u200B")).isEmpty();
  }

  @Test
  void aVocabularyWithoutTheSpecialPiecesIsRefused() {
    assertThatThrownBy(() -> new WordPieces(List.of("预")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("[UNK]");
  }
}
