package dev.dealcoach.nlp.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.dealcoach.nlp.text.Language;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The models that are shipped. */
class OnnxEmbedderTest {
  private static final Map<Language, OnnxEmbedder> MODELS = new EnumMap<>(Language.class);

  @BeforeAll
  static void load() {
    for (Language language : Language.values()) {
      MODELS.put(language, OnnxEmbedder.of(language));
    }
  }

  @ParameterizedTest
  @EnumSource
  void vectorsHaveTheModelsLengthAndUnitLength(Language language) {
    OnnxEmbedder model = MODELS.get(language);
    for (String text : List.of("", " ", "验收 acceptance", "长".repeat(2000), "word ".repeat(2000))) {
      float[] vector = model.passage(text);
      assertThat(vector).hasSize(model.dimensions());
      assertThat(dot(vector, vector)).isCloseTo(1, within(1e-5));
    }
    assertThat(model.sha256()).hasSize(64);
  }

  @Test
  void aPassageThatAnswersIsNearerThanOneThatDoesNot() {
    near(Language.ZH, "客户嫌贵怎么回应", "您说的价格我理解。我们算一笔账：每年少停机四十小时，两年就把差价挣回来了。", "本项目质保期三年，七乘二十四小时响应。");
    near(
        Language.EN,
        "customer says it costs too much",
        "I understand the price looks high. Over two years the saved downtime pays for the gap.",
        "The warranty runs for three years with a four hour response.");
  }

  private static void near(Language language, String query, String answer, String other) {
    OnnxEmbedder model = MODELS.get(language);
    float[] asked = model.query(query);
    assertThat(dot(asked, model.passage(answer)))
        .isGreaterThan(dot(asked, model.passage(other)) + 0.02);
  }

  @Test
  void capitalsMeanWhatSmallLettersMean() {
    OnnxEmbedder model = MODELS.get(Language.ZH);
    assertThat(dot(model.passage("SLA 可用性承诺"), model.passage("sla 可用性承诺")))
        .isCloseTo(1, within(1e-5));
  }

  @Test
  void aTextsVectorDoesNotDependOnWhatElseIsEmbedded() throws Exception {
    OnnxEmbedder model = MODELS.get(Language.ZH);
    float[] alone = model.passage("分三期付款，验收后付尾款");
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Future<float[]>> beside =
          IntStream.range(0, 40)
              .mapToObj(
                  i ->
                      threads.submit(
                          () -> model.passage(i % 2 == 0 ? "分三期付款，验收后付尾款" : "别的话".repeat(i))))
              .toList();
      for (int i = 0; i < beside.size(); i += 2) {
        assertThat(beside.get(i).get()).isEqualTo(alone);
      }
    }
  }

  private static double dot(float[] a, float[] b) {
    return IntStream.range(0, a.length).mapToDouble(i -> (double) a[i] * b[i]).sum();
  }
}
