package dev.dealcoach.kb.pick;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealcoach.nlp.pack.RulePack;
import dev.dealcoach.nlp.text.Language;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LackTest {
  @ParameterizedTest
  @CsvSource({
    "clause.missing-delivery-acceptance, delivery_acceptance",
    "section.missing-value-roi, value_roi",
    "section.empty-next-steps, next_steps",
    "evidence.too-few, evidence evidence_cases",
    "objection.unanswered, objections objections_qa",
    "pain-quote.missing, pain_quote",
    "competitor.parameters-only, competitor_response",
    "ask.decision-maker-partial, decision_maker"
  })
  void aFindingSaysWhatAnExampleHasToShow(String finding, String shows) {
    assertThat(Lack.of(finding)).contains(new Lack(finding, List.of(shows.split(" "))));
    assertThat(RulePack.standard().rule(finding)).isNotNull();
  }

  @ParameterizedTest
  @CsvSource({"evidence.present", "objection.answered", "pain-quote.present", "document.unread"})
  void praiseLacksNothing(String finding) {
    assertThat(Lack.of(finding)).isEmpty();
  }

  @Test
  void theSameThingIsLackedOnce() {
    assertThat(
            Lack.of(
                List.of(
                    "objection.unanswered",
                    "evidence.present",
                    "clause.missing-ip",
                    "objection.too-few",
                    "section.missing-pricing")))
        .extracting(Lack::finding)
        .containsExactly("objection.unanswered", "clause.missing-ip", "section.missing-pricing");
  }

  @Test
  void whatIsLackedHasWordsInBothLanguages() {
    Lack lack = Lack.of("clause.missing-payment").orElseThrow();
    assertThat(lack.words(Language.ZH)).contains("付款");
    assertThat(lack.words(Language.EN)).contains("payment");
  }
}
