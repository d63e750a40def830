package dev.dealcoach.service.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.dealcoach.nlp.pack.Rule;
import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.scan.detect.ClausePresence;
import dev.dealcoach.scan.detect.CustomerLanguage;
import dev.dealcoach.scan.detect.Detections;
import dev.dealcoach.scan.detect.Evidence;
import dev.dealcoach.scan.detect.Objection;
import dev.dealcoach.scan.detect.PainQuote;
import dev.dealcoach.scan.detect.RiskClause;
import dev.dealcoach.scan.detect.RivalPoint;
import dev.dealcoach.scan.detect.SectionPresence;
import dev.dealcoach.scan.parse.Block;
import dev.dealcoach.scan.parse.BlockKind;
import dev.dealcoach.scan.parse.BlockOrigin;
import dev.dealcoach.scan.parse.CellPosition;
import dev.dealcoach.scan.parse.DocumentType;
import dev.dealcoach.scan.parse.ParsedDocument;
import dev.dealcoach.scan.parse.Passage;
import dev.dealcoach.scan.parse.PrintedLine;
import dev.dealcoach.scan.parse.TextPart;
import dev.dealcoach.scan.parse.Unread;
import dev.dealcoach.scan.segment.SectionRole;
import dev.dealcoach.service.coach.Finding;
import dev.dealcoach.service.review.Review;
import dev.dealcoach.service.score.ProposalScorer;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScanReportTest {
  /** A block of every origin; no file has them all, so that one report shows every location. */
  private static final ParsedDocument DOCUMENT =
      new ParsedDocument(
          "方案.pdf",
          DocumentType.PDF,
          4,
          Language.ZH,
          "0".repeat(64),
          List.of(
              block(
                  0,
                  BlockKind.PARAGRAPH,
                  "找模具要半天",
                  new BlockOrigin.Page(List.of(line(3, 0, 3, 100), line(3, 3, 6, 120)))),
              block(1, BlockKind.PARAGRAPH, "故障四小时内响应", new BlockOrigin.Paragraph(7)),
              new Block(
                  2,
                  BlockKind.TABLE_CELL,
                  0,
                  "太贵？三年省回。",
                  new BlockOrigin.Cell(1, 2, 3),
                  new CellPosition(1, 2, 3),
                  false),
              block(3, BlockKind.SLIDE_TITLE, "对手", new BlockOrigin.Shape(2, "7/12", false)),
              block(4, BlockKind.NOTE, "备注", new BlockOrigin.Shape(2, "3", true)),
              block(
                  5,
                  BlockKind.PARAGRAPH,
                  "one two three",
                  new BlockOrigin.Lines(9, List.of(4, 8)))),
          List.of(new Unread(2, Unread.Reason.SCANNED)));

  private static Block block(int index, BlockKind kind, String text, BlockOrigin origin) {
    return new Block(index, kind, 0, text, origin, null, false);
  }

  private static PrintedLine line(int page, int start, int end, float top) {
    float[] left = new float[end - start];
    float[] right = new float[end - start];
    for (int i = 0; i < left.length; i++) {
      left[i] = 50 + 10 * i;
      right[i] = 60 + 10 * i;
    }
    return new PrintedLine(page, start, end, top, top + 12, left, right);
  }

  private static Passage passage(int block, int start, int end) {
    return Passage.of(DOCUMENT.blocks().get(block), start, end);
  }

  private static Review review() {
    Detections found =
        new Detections(
            List.of(new PainQuote(passage(0, 2, 6), 1, PainQuote.Kind.LIGHT_EDIT, 0.87654321)),
            List.of(new Evidence(passage(1, 0, 8), Evidence.Kind.SLA_FIGURE)),
            List.of(
                new Objection(passage(2, 0, 3), passage(2, 3, 8)),
                new Objection(passage(3, 0, 2), null)),
            Arrays.stream(SectionRole.values())
                .map(
                    role ->
                        new SectionPresence(
                            role, role == SectionRole.PRICING ? passage(1, 0, 2) : null, null))
                .toList(),
            Arrays.stream(RiskClause.values())
                .map(
                    clause ->
                        new ClausePresence(
                            clause, clause == RiskClause.IP ? passage(1, 0, 2) : null))
                .toList(),
            List.of(
                new RivalPoint("对手更便宜", passage(3, 0, 2), null, passage(1, 0, 2)),
                new RivalPoint("对手交付快", null, 0, null)),
            new CustomerLanguage(
                List.of(new CustomerLanguage.Statement(1, true)),
                List.of(
                    new CustomerLanguage.Term("模具", 2, true),
                    new CustomerLanguage.Term("保养", 1, false))),
            List.of());
    Passage twoBlocks =
        Passage.of(DOCUMENT, List.of(new TextPart(4, 0, 2), new TextPart(5, 4, 13)));
    return new Review(
        DOCUMENT,
        List.of("你好", "每次找模具都要半天"),
        found,
        ProposalScorer.score(found),
        List.of(
            new Finding("whole-document", Rule.Severity.PROBLEM, "缺", "补", null, null),
            new Finding("near-heading", Rule.Severity.INFO, "缺", "补", null, passage(3, 0, 2)),
            new Finding("two-blocks", Rule.Severity.WARNING, "有", "改", twoBlocks, null)),
        Language.ZH,
        "standard",
        "a".repeat(64));
  }

  private static String json() {
    return ScanJson.of(ScanReport.of(review(), true));
  }

  @Test
  void keepsToTheSchema() throws Exception {
    ScanSchema.assertValid(json());
    ScanSchema.assertValid(ScanJson.of(ScanReport.of(review(), false)));
    ScanSchema.assertValid(
        ScanJson.answer(TextNode.valueOf("p-1"), ScanReport.of(review(), false)));
    ScanSchema.assertValid(ScanJson.answer(null, ScanReport.of(review(), false)));
    ScanSchema.assertValid(ScanJson.failure(IntNode.valueOf(3), "encrypted", "有密码"));
    ScanSchema.assertValid(ScanJson.failure(null, "bad-line", "no JSON"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"version\":1 -> \"version\":2",
        "\"score\":1,\"pain -> \"score\":4,\"pain",
        "\"gold\" -> \"golden\"",
        "\"light_edit\" -> \"edited\"",
        "\"line\":10 -> \"line\":0",
        "\"slide\":2, -> \"slide\":2,\"page\":1,",
        "\"rule\":\"two-blocks\" -> \"rule\":\"Two blocks\"",
        "\"language\":\"zh\" -> \"language\":\"de\""
      })
  void theSchemaNoticesWhatIsWrong(String change) throws Exception {
    String[] sides = change.split(" -> ");
    String changed = json().replaceFirst(Pattern.quote(sides[0]), sides[1]);
    assertThat(changed).isNotEqualTo(json());
    ScanSchema.assertInvalid(changed);
  }

  @Test
  void fieldsStandInTheirOrderAndTwiceIsTheSame() {
    assertThat(json())
        .isEqualTo(json())
        .startsWith(
            "{\"version\":1,\"document\":{\"name\":\"方案.pdf\",\"type\":\"pdf\",\"pages\":4,"
                + "\"language\":\"zh\",\"sha256\":\"")
        .doesNotContain("\n");
    String answer = ScanJson.answer(TextNode.valueOf("p"), ScanReport.of(review(), false));
    assertThat(answer).startsWith("{\"id\":\"p\",\"version\":1,").doesNotContain("\"blocks\"");
  }

  @Test
  void quotesAreTheTextOfTheirLocation() throws Exception {
    JsonNode report = ScanSchema.assertValid(json());
    JsonNode finding = report.at("/findings/2");
    assertThat(joined(report, finding.get("location"))).isEqualTo(finding.get("quote").asText());
    JsonNode quote = report.at("/gold/pain_quote/quotes/0");
    assertThat(joined(report, quote.get("location"))).isEqualTo(quote.get("text").asText());
    assertThat(quote.get("source").asText()).isEqualTo("每次找模具都要半天");
    assertThat(quote.get("similarity").asDouble()).isEqualTo(0.877);
  }

  private static String joined(JsonNode report, JsonNode location) {
    StringBuilder text = new StringBuilder();
    for (JsonNode part : location) {
      String block = report.at("/blocks/" + part.get("block").asInt() + "/text").asText();
      text.append(text.isEmpty() ? "" : "\n")
          .append(block, part.get("start").asInt(), part.get("end").asInt());
    }
    return text.toString();
  }

  @Test
  void everyFormatSaysWhereInItsOwnTerms() throws Exception {
    JsonNode report = ScanSchema.assertValid(json());
    assertThat(report.at("/gold/pain_quote/quotes/0/location").toString())
        .isEqualTo(
            "[{\"block\":0,\"start\":2,\"end\":6,\"page\":3,\"boxes\":"
                + "[[70.05,100.0,79.95,112.0],[50.05,120.0,79.95,132.0]]}]");
    assertThat(report.at("/gold/evidence/items/0/location").toString())
        .isEqualTo("[{\"block\":1,\"start\":0,\"end\":8,\"paragraph\":7}]");
    assertThat(report.at("/gold/objections/items/0/location").toString())
        .isEqualTo("[{\"block\":2,\"start\":0,\"end\":8,\"table\":1,\"row\":2,\"cell\":3}]");
    assertThat(report.at("/findings/1/location").toString())
        .isEqualTo("[{\"block\":3,\"start\":0,\"end\":2,\"slide\":2,\"shape\":\"7/12\"}]");
    assertThat(report.at("/findings/2/location").toString())
        .isEqualTo(
            "[{\"block\":4,\"start\":0,\"end\":2,\"slide\":2,\"shape\":\"3\",\"notes\":true},"
                + "{\"block\":5,\"start\":4,\"end\":13,\"line\":10}]");
    assertThat(report.at("/findings/0/location").toString()).isEqualTo("[]");
    assertThat(report.at("/findings/0/quote").isNull()).isTrue();
  }

  @Test
  void anUnansweredObjectionIsNoItemAndPointsAreSortedByAnswer() throws Exception {
    JsonNode report = ScanSchema.assertValid(json());
    assertThat(report.at("/gold/objections/items").size()).isEqualTo(1);
    assertThat(report.at("/diagnoses/competitor_response").toString())
        .isEqualTo("{\"score\":50,\"answered\":[\"对手更便宜\"],\"unanswered\":[\"对手交付快\"]}");
    assertThat(report.at("/diagnoses/customer_language/missing_terms").toString())
        .isEqualTo("[\"保养\"]");
    assertThat(report.at("/diagnoses/structure/present").toString()).isEqualTo("[\"pricing\"]");
    assertThat(report.at("/diagnoses/structure/missing").size()).isEqualTo(9);
  }
}
