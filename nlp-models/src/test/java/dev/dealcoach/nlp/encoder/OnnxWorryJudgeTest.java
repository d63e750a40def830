package dev.dealcoach.nlp.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.dealcoach.nlp.maxent.MissingModelException;
import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.nlp.text.Span;
import dev.dealcoach.nlp.worry.Paragraph;
import dev.dealcoach.nlp.worry.WorryJudge.Judgement;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OnnxWorryJudgeTest {
  private static final OnnxWorryJudge JUDGE = OnnxWorryJudge.standard();

  /** Paragraphs of a long document. */
  private static final int LONG = 200;

  /** As in {@link OnnxClauseJudgeTest}: another version of the runtime rounds differently. */
  private static final double SAME = 0.08;

  /** A line of what the training scripts make of a proposal, see {@code agree.py}. */
  record Expected(Language language, List<Paragraph> document, List<Judgement> judgements) {
    static Expected of(String line) {
      String[] f = line.split("\t");
      String[] texts = f[1].split("¶");
      List<Paragraph> document = new ArrayList<>();
      for (int i = 0; i < texts.length; i++) {
        int at = texts[i].indexOf('=');
        String number = i + ":";
        List<Span> units =
            Stream.of(f[2].split(" "))
                .filter(place -> place.startsWith(number))
                .map(place -> place.substring(number.length()).split("-"))
                .map(place -> new Span(Integer.parseInt(place[0]), Integer.parseInt(place[1])))
                .toList();
        document.add(
            new Paragraph(
                texts[i].substring(at + 1),
                Paragraph.Form.valueOf(texts[i].substring(0, at)),
                units));
      }
      List<Judgement> judgements =
          Stream.of(f[3].split(" "))
              .map(p -> p.split(","))
              .map(p -> new Judgement(Double.parseDouble(p[0]), Double.parseDouble(p[1])))
              .toList();
      return new Expected(Language.ofCode(f[0]), document, judgements);
    }

    double[] likely(double p) {
      double[] likely = new double[judgements.size()];
      Arrays.fill(likely, p);
      return likely;
    }
  }

  static List<Expected> expected() throws IOException {
    try (InputStream in = OnnxWorryJudgeTest.class.getResourceAsStream("agreement-worries.tsv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(Expected::of)
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("expected")
  void judgesAsTheTrainingScriptsDo(Expected e) {
    SortedMap<Integer, Judgement> found = JUDGE.judge(e.document(), e.language(), e.likely(1));
    assertThat(found).hasSize(e.judgements().size());
    found.forEach(
        (unit, judgement) -> {
          Judgement same = e.judgements().get(unit);
          assertThat(judgement.worry()).isCloseTo(same.worry(), within(SAME));
          assertThat(judgement.answered()).isCloseTo(same.answered(), within(SAME));
        });
  }

  @ParameterizedTest
  @MethodSource("expected")
  void readsNothingWhereNothingIsLikely(Expected e) {
    assertThat(JUDGE.judge(e.document(), e.language(), e.likely(0.001))).isEmpty();
  }

  @Test
  void tellsWorriesFromWhatIsSold() throws IOException {
    Expected first = expected().getFirst();
    SortedMap<Integer, Judgement> found =
        JUDGE.judge(first.document(), Language.EN, first.likely(1));
    double worry = found.get(1).worry(); // Nobody on nights will touch a touchscreen.
    double answer = found.get(2).worry(); // We keep the old push buttons …
    assertThat(worry).isGreaterThan(0.5).isGreaterThan(answer);
  }

  @Test
  void aLanguageWithoutAModelHasNoJudgements() throws IOException {
    Expected first = expected().getFirst();
    assertThat(JUDGE.judge(first.document(), Language.ZH, first.likely(1))).isEmpty();
  }

  @Test
  void onlyLikelyPartsOfALongDocumentAreRead() {
    List<Paragraph> document = new ArrayList<>();
    for (int i = 0; i < LONG; i++) {
      String text = "The crew measures each of the rooms on day " + i + " and writes it down.";
      document.add(new Paragraph(text, Paragraph.Form.TEXT, List.of(new Span(0, text.length()))));
    }
    double[] likely = new double[LONG];
    likely[50] = 0.9;
    SortedMap<Integer, Judgement> found = JUDGE.judge(document, Language.EN, likely);
    assertThat(found).containsKey(50).doesNotContainKeys(0, 30, 70, 99);
    Arrays.fill(likely, 0.9);
    assertThat(JUDGE.judge(document, Language.EN, likely)).hasSizeLessThan(LONG);
    assertThat(found.get(50)).isEqualTo(JUDGE.judge(document, Language.EN, only(50)).get(50));
  }

  private static double[] only(int unit) {
    double[] likely = new double[LONG];
    likely[unit] = 0.5;
    return likely;
  }

  @Test
  void documentsWithoutTextHaveNoWorries() {
    assertThat(JUDGE.judge(List.of(), Language.EN, new double[0])).isEmpty();
    Paragraph blank = new Paragraph("  ", Paragraph.Form.TEXT, List.of());
    assertThat(JUDGE.judge(List.of(blank), Language.EN, new double[0])).isEmpty();
  }

  @Test
  void aMissingModelSaysWhatMendsIt() {
    OnnxWorryJudge judge = new OnnxWorryJudge(name -> null);
    assertThatThrownBy(() -> judge.judge(List.of(), Language.EN, new double[0]))
        .isInstanceOf(MissingModelException.class)
        .hasMessageContaining("objection-en")
        .hasMessageContaining("git checkout");
  }
}
