package dev.dealcoach.service.contact;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dealcoach.service.contact.Copies.Copy;
import dev.dealcoach.service.contact.Copies.Earlier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same words for another customer are found, other words are not. */
class CopiesTest {
  private static final String VISIT = "今天去了海川精密，总经理姓马，他说冲压线上个月停了十一次，每次找模具要翻半个钟头，口头说有二十万，下周三再去看现场。";

  private static final UUID ID = new UUID(1, 2);

  @Test
  void anotherCustomersNameAndFigureMakeACopy() {
    String copy = VISIT.replace("海川精密", "长虹铸件").replace("马", "牛").replace("二十万", "三十万");
    Copy found = Copies.find(copy, List.of(new Earlier(ID, VISIT))).orElseThrow();
    assertThat(found.of()).isEqualTo(ID);
    assertThat(found.likeness()).isBetween(70, 95);
  }

  @Test
  void marksSpacesAndCaseDoNotHideACopy() {
    String text =
        "Met the owner of the bakery. The oven failed eleven times last month and they lost 900"
            + " loaves; she decides alone.";
    String spoken =
        text.toUpperCase(java.util.Locale.ROOT).replaceAll("[.;]", "").replace(" ", "  ");
    assertThat(Copies.find(spoken, List.of(new Earlier(ID, text)))).contains(new Copy(ID, 100));
  }

  @Test
  void theLikestOfSeveralIsNamed() {
    UUID other = new UUID(3, 4);
    String near = VISIT.replace("海川精密", "长虹铸件");
    assertThat(
            Copies.find(
                VISIT,
                List.of(
                    new Earlier(other, near.replace("十一次", "七次").replace("模具", "图纸")),
                    new Earlier(ID, near))))
        .hasValueSatisfying(copy -> assertThat(copy.of()).isEqualTo(ID));
  }

  @Test
  void aFewWordsAreNoCopy() {
    assertThat(Copies.find("客户没空，改天", List.of(new Earlier(ID, "客户没空，改天")))).isEmpty();
  }

  @Test
  void nothingIsLikeNothing() {
    assertThat(Copies.find("", List.of(new Earlier(ID, "")))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"tune-zh", "tune-en"})
  void differentSummariesAreNotCopies(String part) throws IOException {
    List<Earlier> before = new ArrayList<>();
    for (String line :
        Files.readAllLines(Path.of("../nlp-models/corpora/summaries/" + part + ".jsonl"))) {
      String text = new ObjectMapper().readTree(line).get("text").asText();
      assertThat(Copies.find(text, before)).as(text).isEmpty();
      before.add(new Earlier(UUID.randomUUID(), text));
    }
    assertThat(before).hasSizeGreaterThan(40);
  }
}
