package dev.dealcoach.nlp.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The rule pack proves itself: every entry finds what it says it finds and leaves alone what it
 * says it leaves alone.
 */
class RulePackExamplesTest {
  private static final RulePack PACK = RulePack.standard();

  static Stream<Cue> entries() {
    return PACK.examples().stream();
  }

  @ParameterizedTest
  @MethodSource("entries")
  void findsItsMatchesAndNothingInItsNonMatches(Cue cue) {
    assertThat(cue.match()).as("%s:%d needs examples", cue.file(), cue.line()).isNotEmpty();
    assertThat(cue.noMatch())
        .as("%s:%d needs counter-examples", cue.file(), cue.line())
        .isNotEmpty();
    for (String text : cue.match()) {
      assertThat(found(cue, text))
          .as("%s:%d must find «%s»", cue.file(), cue.line(), text)
          .isTrue();
    }
    for (String text : cue.noMatch()) {
      assertThat(found(cue, text))
          .as("%s:%d must not find «%s»", cue.file(), cue.line(), text)
          .isFalse();
    }
  }

  private static boolean found(Cue cue, String text) {
    boolean byPattern =
        cue.patterns().stream()
            .anyMatch(regex -> CueBook.compile(cue.language(), regex).matcher(text).find());
    if (!cue.id().startsWith("macro.")) {
      // the compiled book, with its look-ahead for literals, must agree with the bare patterns
      assertThat(PACK.book(cue.language()).read(text).has(cue.id()))
          .as(cue.id() + " in the book, on " + text)
          .isEqualTo(byPattern);
    }
    return byPattern;
  }
}
