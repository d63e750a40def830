package dev.dealcoach.service.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealcoach.kb.text.Labels;
import dev.dealcoach.nlp.pack.Industries;
import dev.dealcoach.nlp.pack.Industry;
import dev.dealcoach.nlp.pack.RulePack;
import dev.dealcoach.nlp.text.Language;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Deals, rules and examples speak of the same industries. */
class IndustryListTest {
  private final Industries industries = RulePack.standard().industries();

  @Test
  void theKnowledgeBaseHasAPhraseForEach() {
    for (Industry industry : industries.all()) {
      for (Language language : Language.values()) {
        assertThat(Labels.industry(industry.id(), language)).as(industry.id()).isNotEmpty();
      }
    }
  }

  @Test
  void everySampleIsOfOneOfThem() {
    List<String> used =
        SampleLibrary.examples(Instant.EPOCH).stream()
            .map(each -> each.content().industry())
            .distinct()
            .toList();
    assertThat(used)
        .isSubsetOf(industries.all().stream().map(Industry::id).toList())
        .hasSizeGreaterThanOrEqualTo(6);
  }
}
