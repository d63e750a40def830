package dev.dealcoach.nlp.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.dealcoach.nlp.maxent.MissingModelException;
import dev.dealcoach.nlp.statement.DiscoveryItem;
import dev.dealcoach.nlp.statement.ItemJudgement;
import dev.dealcoach.nlp.statement.SummaryJudgement;
import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.nlp.text.Span;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OnnxSummaryJudgeTest {
  private static final OnnxSummaryJudge JUDGE = OnnxSummaryJudge.standard();

  /**
   * The script runs another version of ONNX Runtime, whose fp32 sums differ in the last bits; then
   * a value rounds to the next of its 8-bit steps now and then, which moves a probability that is
   * in doubt by up to 0.05. One version on one kind of processor always gives the same.
   */
  private static final double SAME = 0.08;

  /** A line of what the training scripts make of a text, see {@code agree.py}. */
  record Expected(
      Language language,
      String text,
      List<Integer> ids,
      List<Span> clauses,
      List<Double> probabilities,
      double filler) {
    @Override
    public String toString() {
      return text;
    }

    static Expected of(String line) {
      String[] f = line.split("\t");
      List<Span> clauses =
          Stream.of(f[3].split(" "))
              .map(p -> p.split("-"))
              .map(p -> new Span(Integer.parseInt(p[0]), Integer.parseInt(p[1])))
              .toList();
      return new Expected(
          Language.ofCode(f[0]),
          f[1],
          Stream.of(f[2].split(" ")).map(Integer::valueOf).toList(),
          clauses,
          Stream.of(f[4].split(" ")).map(Double::valueOf).toList(),
          Double.parseDouble(f[5]));
    }
  }

  static List<Expected> expected() throws IOException {
    try (InputStream in = OnnxSummaryJudgeTest.class.getResourceAsStream("agreement.tsv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(Expected::of)
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("expected")
  void splitsTextsAsInTraining(Expected e) {
    WordPieces pieces =
        EncoderModel.load("discovery-" + e.language().code(), EncoderModel::resource).pieces();
    List<Integer> ids = new ArrayList<>();
    ids.add(pieces.start());
    pieces.split(e.text()).forEach(p -> ids.add(p.id()));
    ids.add(pieces.end());
    assertThat(ids).isEqualTo(e.ids());
  }

  @ParameterizedTest
  @MethodSource("expected")
  void judgesAsTheTrainingScriptsDo(Expected e) {
    SummaryJudgement found = JUDGE.read(e.text(), e.language(), e.clauses());
    List<ItemJudgement> all = new ArrayList<>(found.whole());
    all.addAll(found.clauses());
    assertThat(all).hasSize(e.probabilities().size() / 3);
    for (int i = 0; i < all.size(); i++) {
      assertThat(all.get(i).none()).isCloseTo(e.probabilities().get(3 * i), within(SAME));
      assertThat(all.get(i).partial()).isCloseTo(e.probabilities().get(3 * i + 1), within(SAME));
      assertThat(all.get(i).covered()).isCloseTo(e.probabilities().get(3 * i + 2), within(SAME));
    }
    assertThat(found.filler()).isCloseTo(e.filler(), within(SAME));
  }

  @Test
  void tellsWhatIsSaidFromWhatIsNot() {
    String text = "今天见了董事长本人，他当场说设备这块他拍板。预算邮件里写的是八十六万。";
    SummaryJudgement found = JUDGE.read(text, Language.ZH, List.of());
    assertThat(found.whole(DiscoveryItem.BUDGET).covered()).isGreaterThan(0.5);
    assertThat(found.whole(DiscoveryItem.DECISION_MAKER).covered()).isGreaterThan(0.5);
    assertThat(found.whole(DiscoveryItem.COMPETITOR).none()).isGreaterThan(0.5);
  }

  @Test
  void theSameOnEveryThreadAndInEveryOrder() throws Exception {
    List<Expected> texts = expected();
    List<SummaryJudgement> alone =
        texts.stream().map(e -> JUDGE.read(e.text(), e.language(), e.clauses())).toList();
    List<Expected> backwards = new ArrayList<>(texts);
    Collections.reverse(backwards);
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Callable<SummaryJudgement>> tasks = new ArrayList<>();
      backwards.forEach(e -> tasks.add(() -> JUDGE.read(e.text(), e.language(), e.clauses())));
      List<SummaryJudgement> beside = new ArrayList<>();
      for (Future<SummaryJudgement> future : threads.invokeAll(tasks)) {
        beside.add(future.get());
      }
      Collections.reverse(beside);
      assertThat(beside).isEqualTo(alone);
    }
  }

  @Test
  void textsOfAnyLengthAreJudged() {
    assertThat(JUDGE.judge("", Language.ZH, List.of()).clauses()).isEmpty();
    assertThat(JUDGE.read("", Language.EN, List.of()).whole())
        .hasSize(5)
        .allMatch(j -> j.none() == 1);
    String longText = "预算邮件里写的是八十六万。".repeat(80);
    List<ItemJudgement> found =
        JUDGE.read(longText, Language.ZH, List.of(new Span(0, 12), new Span(1027, 1039))).clauses();
    assertThat(found).hasSize(10);
    assertThat(found.get(6).item()).isEqualTo(DiscoveryItem.BUDGET);
    assertThat(found.get(6).some()).isGreaterThan(0.5);
  }

  @Test
  void aClauseWithoutLettersSaysNothing() {
    assertThat(JUDGE.read("预算八十万 　 好", Language.ZH, List.of(new Span(5, 8))).clauses())
        .allMatch(j -> j.none() == 1);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void namesItsModel(Language language) {
    assertThat(JUDGE.models(language))
        .singleElement()
        .satisfies(
            model -> {
              assertThat(model.id()).isEqualTo("discovery-" + language.code());
              assertThat(model.sha256()).matches("[0-9a-f]{64}");
            });
  }

  @Test
  void aMissingModelSaysWhatMendsIt() {
    OnnxSummaryJudge judge = new OnnxSummaryJudge(name -> null);
    assertThatThrownBy(() -> judge.models(Language.ZH))
        .isInstanceOf(MissingModelException.class)
        .hasMessageContaining("discovery-zh")
        .hasMessageContaining("git checkout");
  }

  @ParameterizedTest
  @ValueSource(strings = {".onnx", ".vocab.txt"})
  void aDamagedModelSaysWhatMendsIt(String file) {
    OnnxSummaryJudge judge =
        new OnnxSummaryJudge(
            name -> {
              byte[] bytes = EncoderModel.resource(name);
              if (name.endsWith(file)) {
                bytes[bytes.length / 2] ^= 1;
              }
              return bytes;
            });
    assertThatThrownBy(() -> judge.models(Language.EN))
        .isInstanceOf(MissingModelException.class)
        .hasMessageContaining("damaged")
        .hasMessageContaining("git checkout");
  }
}
