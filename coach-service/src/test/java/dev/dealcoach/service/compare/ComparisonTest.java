package dev.dealcoach.service.compare;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

/** What is mended, new and lost is told from what stayed. */
class ComparisonTest {
  private static JsonNode report(int gold, String quotes, Integer structure, String findings)
      throws Exception {
    return new ObjectMapper()
        .readTree(
            """
            {"gold":{"score":%d,"pain_quote":{"met":%s,"quotes":[%s]},
              "evidence":{"met":false,"items":[]},
              "objections":{"met":false,"items":[{"objection":"why","response":"because"}]}},
             "diagnoses":{"structure":{"score":%s},"customer_language":{"score":null}},
             "findings":[%s]}\
            """
                .formatted(gold, gold > 0, quotes, structure, findings));
  }

  private static String finding(String rule, String severity, String message, String quote) {
    return """
    {"rule":"%s","severity":"%s","message":"%s","quote":%s}\
    """
        .formatted(rule, severity, message, quote == null ? "null" : "\"" + quote + "\"");
  }

  @Test
  void tellsWhatChanged() throws Exception {
    String gone = finding("section.missing", "warning", "no risks", null);
    String stays = finding("clause.missing", "problem", "no term", null);
    String twice = finding("word.vague", "advice", "vague", "soon");
    String praise = finding("pain-quote.found", "info", "well quoted", "it stops");
    String fresh = finding("section.missing", "warning", "no team", null);
    Comparison comparison =
        Comparison.of(
            report(
                1,
                "{\"text\":\"it stops\",\"kind\":\"verbatim\"}",
                40,
                String.join(",", gone, stays, twice, twice, praise)),
            report(
                0,
                "{\"text\":\"it halts\",\"kind\":\"paraphrase\"}",
                70,
                String.join(",", stays, twice, fresh)));
    assertThat(comparison.goldBefore()).isEqualTo(1);
    assertThat(comparison.goldAfter()).isZero();
    assertThat(comparison.points()).contains(new Comparison.Point("pain_quote", true, false));
    assertThat(comparison.mended())
        .extracting(Comparison.Finding::message)
        .containsExactly("no risks", "vague");
    assertThat(comparison.appeared())
        .extracting(Comparison.Finding::message)
        .containsExactly("no team");
    assertThat(comparison.left()).isEqualTo(2);
    assertThat(comparison.lost()).containsExactly(new Comparison.Passage("pain_quote", "it stops"));
    assertThat(comparison.gained()).isEmpty();
    assertThat(comparison.scores().getFirst().change()).isEqualTo(30);
    assertThat(comparison.scores().get(1).change()).isZero();
    assertThat(comparison.scores().get(1).before()).isNull();
  }

  @Test
  void theSameReportHasNoChange() throws Exception {
    JsonNode same = report(1, "", 5, finding("a.b", "advice", "m", "q"));
    Comparison comparison = Comparison.of(same, same);
    assertThat(comparison.mended()).isEmpty();
    assertThat(comparison.appeared()).isEmpty();
    assertThat(comparison.left()).isEqualTo(1);
  }
}
