package dev.dealcoach.nlp.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequiredLiteralsTest {

  /** Literals with the least and the most distance from the beginning of the match. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      value = {
        "notice ¦ notice 0 0",
        "late|delay ¦ delay,late 0 0",
        "(?:very )?late ¦ late 0 5",
        "\\d{2,3} days ¦ _days 2 3; 0 0 0",
        "[^.]{1,4}(?:Ltd|Inc) ¦ inc,ltd 1 8",
        "\\w+ said ¦ _said 1 *",
        "(?<=at )Bay ¦ at_ -3 -3; bay 0 0",
        "(?<!at )Bay(?=s end) ¦ s_end 3 3; bay 0 0",
        "(?:a|\\w)b* ¦ ",
        "x?(?!y)[^z] ¦ ",
        "(?i)late ¦ "
      })
  void knowsWhatEveryMatchHolds(String regex, String wanted) {
    String known =
        RequiredLiterals.of(RegexReader.read(regex)).stream()
            .map(
                one ->
                    one.literals().stream()
                            .map(literal -> literal.replace(' ', '_'))
                            .sorted()
                            .collect(Collectors.joining(","))
                        + " "
                        + one.nearest()
                        + " "
                        + (one.bounded() ? one.furthest() : "*"))
            .collect(Collectors.joining("; "));
    assertThat(known).isEqualTo(wanted == null ? "" : wanted);
  }
}
