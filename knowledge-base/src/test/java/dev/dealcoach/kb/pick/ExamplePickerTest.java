package dev.dealcoach.kb.pick;

import static dev.dealcoach.kb.Examples.puts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dealcoach.kb.BoostSettings;
import dev.dealcoach.kb.Example;
import dev.dealcoach.kb.Facts;
import dev.dealcoach.kb.IndexOpening;
import dev.dealcoach.kb.Reason;
import dev.dealcoach.kb.json.ExampleJson;
import dev.dealcoach.kb.json.ExampleLine;
import dev.dealcoach.kb.lucene.IndexSettings;
import dev.dealcoach.kb.lucene.LuceneExampleIndex;
import dev.dealcoach.kb.vector.EmbeddedVectors;
import dev.dealcoach.nlp.text.Language;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Choosing from the sample library, with the models that are shipped. */
class ExamplePickerTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 1);

  @TempDir static Path folder;

  private static final EmbeddedVectors VECTORS = EmbeddedVectors.standard();
  private static LuceneExampleIndex index;
  private static ExamplePicker picker;

  @BeforeAll
  static void fill() throws IOException {
    index =
        ((IndexOpening.Opened<LuceneExampleIndex>)
                LuceneExampleIndex.open(folder, IndexSettings.standard(VECTORS)))
            .index();
    List<Example> library = new ArrayList<>();
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                ExampleJson.class.getResourceAsStream("/dev/dealcoach/kb/library/zh.jsonl"),
                StandardCharsets.UTF_8))) {
      in.lines()
          .map(line -> ExampleJson.read(line.getBytes(StandardCharsets.UTF_8)))
          .forEach(line -> library.add(((ExampleLine.Good) line).example()));
    }
    index.apply(puts(library.toArray(Example[]::new)), 0);
    picker = new ExamplePicker(index, VECTORS, BoostSettings.STANDARD);
  }

  @AfterAll
  static void close() {
    index.close();
  }

  @Test
  void threeExamplesAnswerWhatAReviewLacks() {
    List<Lack> lacks =
        Lack.of(
            List.of("clause.missing-delivery-acceptance", "evidence.too-few", "objection.too-few"));
    List<PickedExample> picked =
        picker.pick(new Need(lacks, "manufacturing", null, Language.ZH, DAY));
    assertThat(picked)
        .extracting(PickedExample::finding)
        .containsExactly(
            "clause.missing-delivery-acceptance", "evidence.too-few", "objection.too-few");
    assertThat(picked).extracting(one -> one.example().facts().seller()).doesNotHaveDuplicates();
    for (int i = 0; i < picked.size(); i++) {
      PickedExample one = picked.get(i);
      Facts facts = one.example().facts();
      assertThat(facts.shows()).containsAnyElementsOf(lacks.get(i).shows());
      assertThat(one.answer().of(one.example().text())).isNotBlank();
      assertThat(one.why()).first().isEqualTo(new Reason.Answers(one.finding()));
      if (!"manufacturing".equals(facts.industry())) {
        assertThat(one.why()).contains(new Reason.OtherIndustry(facts.industry(), "manufacturing"));
      }
    }
    assertThat(picked.getFirst().answer().of(picked.getFirst().example().text())).contains("验收");
  }

  @Test
  void theDealsOwnCustomerIsLeftOut() {
    Need need = new Need(Lack.of(List.of("ask.budget-missing")), null, null, Language.ZH, DAY);
    PickedExample best = picker.pick(need).getFirst();
    String customer = best.example().facts().customer();
    Need own = new Need(need.lacks(), null, customer, Language.ZH, DAY);
    assertThat(picker.pick(own))
        .isNotEmpty()
        .noneMatch(one -> customer.equals(one.example().facts().customer()));
  }

  @Test
  void theAnsweringPlaceOfAnObjectionHoldsItsAnswer() {
    String text = "上周三见到了张总。他说：“你们比对手贵三成。”我回答：“贵在两年质保和备件，算下来每月只多八百。”周五再约。";
    String place =
        new AnsweringPlace(VECTORS)
            .of(text, Lack.of("objection.unanswered").orElseThrow(), Language.ZH)
            .of(text);
    assertThat(place).contains("贵三成").contains("质保");
  }
}
