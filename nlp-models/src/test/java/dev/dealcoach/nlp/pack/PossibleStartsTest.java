package dev.dealcoach.nlp.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PossibleStartsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      value = {
        "notice ¦ noti",
        "a|bc ¦ a bc",
        "(?:one|two) days ¦ one· two·",
        "(?:the )?end ¦ the· end",
        "colou?rs ¦ colo",
        "\\d{1,2}(?:st|nd) ¦ 0",
        "[$£]\\d ¦ $0 £0",
        "(?-i:\\p{Lu}\\p{L}+) says ¦ \uE000",
        "(?<=at )(?!an )Bay ¦ bay",
        "^Q[.:] ¦ q. q:",
        "x+y ¦ x",
        "第[一二]周 ¦ 第一周 第二周",
        "7 years ¦ 0·ye",
        "[\\dA-C]+ ¦ 0 a b c"
      })
  void knowsHowAMatchCanBegin(String regex, String starts) {
    List<String> wanted = Arrays.asList(starts.split(" "));
    wanted.replaceAll(start -> start.replace('·', ' '));
    assertThat(PossibleStarts.of(RegexReader.read(regex)))
        .containsExactlyInAnyOrderElementsOf(wanted);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      value = {
        "\\w+ says",
        "[^.;]{0,9}late",
        "(?:very )?\\S?late",
        "(?i)late",
        ".late",
        "(?:a|)b*"
      })
  void saysSoWhenAMatchCanBeginWithAnything(String regex) {
    assertThat(PossibleStarts.of(RegexReader.read(regex))).containsExactly("");
  }

  @Test
  void placesAreAscendingAndEachOnce() {
    StartFinder finder =
        new StartFinder(
            List.of(
                PossibleStarts.of(RegexReader.read("late|la|delay")),
                PossibleStarts.of(RegexReader.read("\\p{Lu}x"))),
            true);
    java.util.BitSet all = new java.util.BitSet();
    all.set(0, 2);
    StartFinder.Starts starts = finder.startsIn("Late delay, relate Later", all);
    assertThat(starts.of(0)).containsExactly(0, 5, 19);
    assertThat(starts.of(1)).containsExactly(0, 19);
  }
}
