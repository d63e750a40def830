package dev.dealcoach.service.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArgumentsTest {
  private static Arguments parse(String... words) throws UnusableInput {
    return Arguments.parse(
        List.of(words),
        Map.of("--format", List.of("json", "text"), "--notes", List.of()),
        List.of("--with-text"));
  }

  @Test
  void optionsStandAnywhereAndInBothForms() throws Exception {
    Arguments arguments = parse("--format=text", "a.pdf", "--notes", "n.txt", "--with-text");
    assertThat(arguments.operands()).containsExactly("a.pdf");
    assertThat(arguments.option("--format")).contains("text");
    assertThat(arguments.option("--notes")).contains("n.txt");
    assertThat(arguments.has("--with-text")).isTrue();
  }

  @Test
  void afterTwoHyphensEverythingIsAnOperand() throws Exception {
    assertThat(parse("-", "--", "--with-text", "-x").operands())
        .containsExactly("-", "--with-text", "-x");
  }

  @ParameterizedTest
  @CsvSource({
    "--colour, usage.unknown-option",
    "-x, usage.unknown-option",
    "--with-text=1, usage.unknown-option",
    "--notes, usage.value-missing",
    "--format=xml, usage.value-wrong",
    "--with-text --with-text, usage.twice"
  })
  void saysWhatIsWrong(String words, String key) {
    assertThatThrownBy(() -> parse(words.split(" ")))
        .isInstanceOf(UnusableInput.class)
        .hasMessage(key);
  }
}
