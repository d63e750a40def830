package dev.dealcoach.kb.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dealcoach.kb.Example;
import dev.dealcoach.nlp.text.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CorporaTest {
  private final Corpora corpora =
      new Corpora(Path.of("corpora"), Path.of("src/main/resources/dev/dealcoach/kb/library"));

  @ParameterizedTest
  @EnumSource(Language.class)
  void whichPassagesWereJudgedDependsOnTheFile(Language language) throws IOException {
    List<String> library = corpora.library(language).stream().map(Example::id).toList();

    List<QuerySet> sets = corpora.sets("tune", language);

    assertThat(sets)
        .extracting(QuerySet::name)
        .containsExactly("tune." + language.code(), "tune-over-library." + language.code());
    assertThat(sets.getFirst().judged()).isNotEmpty().doesNotContainAnyElementsOf(library);
    assertThat(sets.getLast().judged())
        .containsAll(sets.getFirst().judged())
        .containsAll(library)
        .hasSize(sets.getFirst().judged().size() + library.size());
    assertThat(sets.getLast().queries())
        .anySatisfy(query -> assertThat(query.grades().keySet()).containsAnyElementsOf(library));
  }

  @Test
  void aQueryThatJudgesAPassageOutsideIsRefused(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("queries.jsonl");
    Files.writeString(
        file, "{\"id\":\"q\",\"query\":\"x\",\"kind\":\"lexical\",\"judgements\":{\"lib-1\":3}}\n");

    assertThatThrownBy(() -> QuerySet.read(file, "tune.en", Language.EN, List.of()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("q judges");
  }
}
