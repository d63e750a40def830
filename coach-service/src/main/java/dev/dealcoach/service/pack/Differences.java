package dev.dealcoach.service.pack;

import dev.dealcoach.service.json.DiscoveryReport;
import dev.dealcoach.service.json.ScanReport;
import dev.dealcoach.service.pack.Difference.Passage;
import dev.dealcoach.service.pack.Difference.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Compares what two packs make of the same text. Pure. */
public final class Differences {
  private Differences() {}

  /**
   * Of a proposal.
   *
   * @param mask takes names out of a passage
   */
  public static Difference of(ScanReport before, ScanReport after, UnaryOperator<String> mask) {
    ScanReport.Diagnoses old = before.diagnoses();
    ScanReport.Diagnoses now = after.diagnoses();
    return difference(
        List.of(
            score("gold", before.gold().score(), after.gold().score()),
            score("structure", old.structure().score(), now.structure().score()),
            score(
                "customer_language",
                old.customerLanguage().score(),
                now.customerLanguage().score()),
            score("risk_clauses", old.riskClauses().score(), now.riskClauses().score()),
            score(
                "competitor_response",
                old.competitorResponse().score(),
                now.competitorResponse().score())),
        before.findings().stream().map(Differences::found).toList(),
        after.findings().stream().map(Differences::found).toList(),
        mask);
  }

  private static Passage found(ScanReport.Finding finding) {
    return new Passage(
        finding.rule(), finding.severity(), finding.quote() == null ? "" : finding.quote());
  }

  /** Of a summary. */
  public static Difference of(
      DiscoveryReport before, DiscoveryReport after, UnaryOperator<String> mask) {
    List<Score> scores = new ArrayList<>();
    scores.add(score("score", before.score(), after.score()));
    before
        .items()
        .forEach(
            (id, item) -> scores.add(new Score(id, item.status(), after.items().get(id).status())));
    return difference(scores, places(before), places(after), mask);
  }

  private static List<Passage> places(DiscoveryReport report) {
    List<Passage> places = new ArrayList<>();
    report
        .items()
        .forEach(
            (id, item) ->
                item.evidence().forEach(place -> places.add(new Passage(id, "", place.text()))));
    return places;
  }

  private static Score score(String id, @Nullable Integer before, @Nullable Integer after) {
    return new Score(
        id,
        before == null ? null : Integer.toString(before),
        after == null ? null : Integer.toString(after));
  }

  /** Compared as they stand, masked afterwards: two people are not the same behind their masks. */
  private static Difference difference(
      List<Score> scores, List<Passage> before, List<Passage> after, UnaryOperator<String> mask) {
    return new Difference(
        scores, masked(without(after, before), mask), masked(without(before, after), mask));
  }

  private static List<Passage> without(List<Passage> all, List<Passage> others) {
    List<Passage> left = new ArrayList<>(all);
    others.forEach(left::remove);
    return left;
  }

  private static List<Passage> masked(List<Passage> passages, UnaryOperator<String> mask) {
    return passages.stream()
        .map(each -> new Passage(each.rule(), each.severity(), mask.apply(each.text())))
        .toList();
  }
}
