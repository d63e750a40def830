package dev.dealcoach.service.compare;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Two versions of a proposal side by side. Both reports must be worded in the same language.
 * Immutable.
 *
 * @param goldBefore points of the gold standard of the earlier version, 0 to 3
 * @param goldAfter points of the later one
 * @param points the gold standard's points, in the report's order
 * @param scores the diagnoses' scores, in the report's order
 * @param mended findings that are gone
 * @param appeared findings that are new
 * @param left how many findings both have
 * @param gained what earns and was not there before
 * @param lost what earned and is not there any more
 */
public record Comparison(
    int goldBefore,
    int goldAfter,
    List<Point> points,
    List<Score> scores,
    List<Finding> mended,
    List<Finding> appeared,
    int left,
    List<Passage> gained,
    List<Passage> lost) {

  /** What earns a point, and which field of it names its passages. */
  private static final Map<String, String> EARNING =
      Map.of("pain_quote", "quotes", "evidence", "items", "objections", "items");

  private static final List<String> POINTS = List.of("pain_quote", "evidence", "objections");
  private static final List<String> SCORES =
      List.of("structure", "customer_language", "risk_clauses", "competitor_response");

  public Comparison {
    points = List.copyOf(points);
    scores = List.copyOf(scores);
    mended = List.copyOf(mended);
    appeared = List.copyOf(appeared);
    gained = List.copyOf(gained);
    lost = List.copyOf(lost);
  }

  /** A point of the gold standard. */
  public record Point(String id, boolean before, boolean after) {}

  /**
   * A diagnosis.
   *
   * @param before 0 to 100; null where it could not be judged
   * @param after 0 to 100; null where it could not be judged
   */
  public record Score(String id, @Nullable Integer before, @Nullable Integer after) {
    /** Below zero if it got worse; zero where one of them could not be judged. */
    public int change() {
      return before == null || after == null ? 0 : after - before;
    }
  }

  /**
   * A finding.
   *
   * @param rule its permanent id
   * @param quote the passage; null if something is missing
   */
  public record Finding(String rule, String severity, String message, @Nullable String quote) {}

  /**
   * A passage that earns.
   *
   * @param point to which it belongs
   */
  public record Passage(String point, String text) {}

  /** Compares two reports. */
  public static Comparison of(JsonNode before, JsonNode after) {
    List<Finding> old = findings(before);
    List<Finding> now = findings(after);
    List<Finding> mended = without(old, now, Comparison::key);
    List<Passage> had = passages(before);
    List<Passage> has = passages(after);
    return new Comparison(
        before.at("/gold/score").asInt(),
        after.at("/gold/score").asInt(),
        POINTS.stream()
            .map(
                id ->
                    new Point(
                        id,
                        before.at("/gold/" + id + "/met").asBoolean(),
                        after.at("/gold/" + id + "/met").asBoolean()))
            .toList(),
        SCORES.stream().map(id -> new Score(id, score(before, id), score(after, id))).toList(),
        mended,
        without(now, old, Comparison::key),
        old.size() - mended.size(),
        without(has, had, Comparison::key),
        without(had, has, Comparison::key));
  }

  private static @Nullable Integer score(JsonNode report, String id) {
    JsonNode score = report.at("/diagnoses/" + id + "/score");
    return score.isNumber() ? (Integer) score.asInt() : null;
  }

  /** What is to mend; praise is told by the points. */
  private static List<Finding> findings(JsonNode report) {
    List<Finding> findings = new ArrayList<>();
    for (JsonNode finding : report.path("findings")) {
      String severity = finding.path("severity").asText();
      if (!severity.equals("info")) {
        findings.add(
            new Finding(
                finding.path("rule").asText(),
                severity,
                finding.path("message").asText(),
                finding.path("quote").textValue()));
      }
    }
    return findings;
  }

  private static List<Passage> passages(JsonNode report) {
    List<Passage> passages = new ArrayList<>();
    for (String point : POINTS) {
      for (JsonNode item : report.at("/gold/" + point + "/" + EARNING.get(point))) {
        // a paraphrase earns nothing
        if (!item.path("kind").asText().equals("paraphrase")) {
          JsonNode text = item.has("text") ? item.get("text") : item.path("objection");
          passages.add(new Passage(point, text.asText()));
        }
      }
    }
    return passages;
  }

  private static String key(Finding finding) {
    // where something is missing only the message says what
    return finding.rule() + "\n" + (finding.quote() == null ? finding.message() : finding.quote());
  }

  private static String key(Passage passage) {
    return passage.point() + "\n" + passage.text();
  }

  /** The first list's members that the second has not, each as often as it is there more. */
  private static <T> List<T> without(List<T> all, List<T> others, Function<T, String> key) {
    List<String> there = new ArrayList<>(others.stream().map(key).toList());
    return all.stream().filter(each -> !there.remove(key.apply(each))).toList();
  }
}
