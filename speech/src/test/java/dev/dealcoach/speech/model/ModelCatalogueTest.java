package dev.dealcoach.speech.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dealcoach.speech.transcript.SpokenLanguage;
import java.io.StringReader;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelCatalogueTest {
  private static final String ENTRY =
      "models: [{id: a-1, language: zh, scale: small, url: 'https://example.com/x/a-1.zip',"
          + " size: 1 MB, licence: Apache-2.0, errors: {SET: 1.5}}]";

  @Test
  void hasSmallAndLargeModelsOfBothLanguages() {
    ModelCatalogue catalogue = ModelCatalogue.standard();
    for (SpokenLanguage language : SpokenLanguage.values()) {
      Set<CatalogueEntry.Scale> scales = EnumSet.noneOf(CatalogueEntry.Scale.class);
      catalogue.entries().stream()
          .filter(entry -> entry.language() == language)
          .forEach(entry -> scales.add(entry.scale()));
      assertThat(scales).containsExactly(CatalogueEntry.Scale.values());
    }
    assertThat(catalogue.entries())
        .allSatisfy(
            entry -> {
              assertThat(entry.source().getScheme()).isEqualTo("https");
              assertThat(entry.fileName()).isEqualTo(entry.id() + ".zip");
              assertThat(entry.licence()).isEqualTo("Apache-2.0");
              assertThat(entry.errors().values()).isNotEmpty().allMatch(rate -> rate > 0);
              assertThat(entry.sha256() == null).isEqualTo(entry.bytes() == null);
            });
  }

  @Test
  void readsAnEntry() {
    CatalogueEntry entry = ModelCatalogue.read(new StringReader(ENTRY)).find("a-1").orElseThrow();
    assertThat(entry.fileName()).isEqualTo("a-1.zip");
    assertThat(entry.sha256()).isNull();
    assertThat(entry.errors()).containsEntry("SET", 1.5);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "id: a-1 -> id: ../a",
        "language: zh -> language: de",
        "scale: small -> scale: tiny",
        "size: 1 MB, -> ",
        "size: 1 MB -> size: 1 MB, sha256: abc",
        "size: 1 MB -> size: 1 MB, bytes: many",
        "size: 1 MB -> size: 1 MB, colour: red",
        "models: [ -> models: [*",
        "models: -> others:"
      })
  void saysWhatIsWrong(String change) {
    String[] sides = change.split(" -> ", -1);
    String changed = ENTRY.replace(sides[0], sides[1]);
    assertThat(changed).isNotEqualTo(ENTRY);
    assertThatThrownBy(() -> ModelCatalogue.read(new StringReader(changed)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
