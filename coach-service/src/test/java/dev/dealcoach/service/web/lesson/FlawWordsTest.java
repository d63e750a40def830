package dev.dealcoach.service.web.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealcoach.nlp.pack.Rule;
import dev.dealcoach.nlp.pack.RulePack;
import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.service.figure.Improvement.Kind;
import dev.dealcoach.service.lesson.Flaw;
import dev.dealcoach.service.web.Messages;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every flaw has words that wait for no document's. */
class FlawWordsTest {
  private static final RulePack PACK = RulePack.standard();
  private final FlawWords words =
      new FlawWords(id -> Optional.ofNullable(PACK.rules().get(id)), Messages.load());

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyRuleHasAName(Language language) {
    PACK.rules().values().stream()
        .filter(rule -> rule.severity() != Rule.Severity.INFO)
        .filter(rule -> !rule.id().startsWith("ask."))
        .forEach(
            rule -> {
              FlawWords.Words said = words.of(new Flaw(Kind.PROPOSAL, rule.id()), language);
              assertThat(said.name())
                  .as(rule.id())
                  .isNotBlank()
                  .isNotEqualTo(rule.id())
                  .doesNotContain("{");
              assertThat(said.advice()).as(rule.id()).isNotBlank().doesNotContain("{");
            });
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyItemHasItsQuestion(Language language) {
    for (String item : List.of("pain", "budget", "decision_maker", "competitor", "next_step")) {
      FlawWords.Words said = words.of(new Flaw(Kind.CONTACT, item), language);
      assertThat(said.name()).isNotBlank().doesNotContain("{");
      assertThat(said.advice()).isNotBlank();
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void aRuleThatIsNotKnownAnyMoreIsNamedByItsId(Language language) {
    assertThat(words.of(new Flaw(Kind.PROPOSAL, "company.old-rule"), language))
        .isEqualTo(new FlawWords.Words("company.old-rule", ""));
  }
}
