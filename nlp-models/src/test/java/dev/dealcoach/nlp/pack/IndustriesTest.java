package dev.dealcoach.nlp.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dealcoach.nlp.text.Language;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The industries of the standard pack prove themselves: names find them, and each asks its own. */
class IndustriesTest {
  private static final RulePack PACK = RulePack.standard();
  private static final Industries INDUSTRIES = PACK.industries();

  static Stream<Industry> industries() {
    return INDUSTRIES.all().stream();
  }

  @ParameterizedTest
  @MethodSource("industries")
  void isFoundByItsTradesAndNotByOthers(Industry industry) {
    assertThat(INDUSTRIES.find(industry.id())).contains(industry);
    for (Language language : Language.values()) {
      assertThat(INDUSTRIES.find(industry.name(language))).contains(industry);
      industry
          .wording()
          .get(language)
          .words()
          .forEach(word -> assertThat(INDUSTRIES.find(word.replace("*", ""))).contains(industry));
    }
    assertThat(industry.match()).isNotEmpty();
    assertThat(industry.noMatch()).isNotEmpty();
    for (String trade : industry.match()) {
      assertThat(INDUSTRIES.find(trade)).as(trade).contains(industry);
    }
    for (String trade : industry.noMatch()) {
      assertThat(INDUSTRIES.find(trade)).as(trade).isNotEqualTo(java.util.Optional.of(industry));
    }
  }

  @ParameterizedTest
  @MethodSource("industries")
  void asksQuestionsOfItsOwn(Industry industry) {
    for (Language language : Language.values()) {
      var questions = industry.wording().get(language).questions();
      assertThat(new TreeSet<>(questions.values())).hasSameSizeAs(questions.keySet());
      questions.forEach(
          (key, question) -> {
            assertThat(question)
                .matches(language == Language.ZH ? "“.*”" : "\".*\"")
                .contains(language == Language.ZH ? "？" : "?");
            assertThat(question)
                .as(key)
                .isNotEqualTo(PACK.rule("ask." + key).wording().get(language).advice());
            for (Industry other : INDUSTRIES.all()) {
              if (!other.id().equals(industry.id())) {
                assertThat(other.question(key, language)).isPresent().get().isNotEqualTo(question);
              }
            }
          });
    }
  }

  @Test
  void thereAreEnoughAndATradeNobodyNamedFindsNone() {
    assertThat(INDUSTRIES.all()).hasSizeGreaterThanOrEqualTo(8);
    for (String trade : List.of("", "综合/不详", "其他", "Something else", "publishing")) {
      assertThat(INDUSTRIES.find(trade)).as(trade).isEmpty();
    }
  }

  @Test
  void aQuestionThatIsMissingOrTooManyIsAProblem(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("pack.yaml"), "id: own\nabout: ours\nfiles: [mining.yaml]\n");
    Files.writeString(
        folder.resolve("mining.yaml"),
        """
        kind: industries
        entries:
          - id: mining
            why: Test.
            match: [quarry]
            noMatch: [farm]
            zh: {name: 矿业, words: [采矿], ask: {pain-missing: '“哪次停产？”', mood: '“如何？”'}}
            en: {name: Mining, words: [mine], ask: {pain-missing: '"Which stop?"'}}
        """);
    List<PackSource> sources = List.of(PackSource.standard(), PackSource.folder(folder));
    assertThatThrownBy(() -> RulePackLoader.load(sources))
        .isInstanceOf(RulePackException.class)
        .hasMessageContaining("mining.yaml:3")
        .hasMessageContaining("must ask in zh exactly: budget-missing")
        .hasMessageContaining("must ask in en");
  }
}
