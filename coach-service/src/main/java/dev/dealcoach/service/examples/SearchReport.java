package dev.dealcoach.service.examples;

import dev.dealcoach.kb.Example;
import dev.dealcoach.kb.ExampleHit;
import dev.dealcoach.kb.ExampleQuery;
import dev.dealcoach.kb.Facts;
import dev.dealcoach.service.json.ExamplesReport;
import dev.dealcoach.service.wording.Messages;
import java.util.List;

/** What was found, for the wire. Stateless. */
public final class SearchReport {
  private static final double PLACES = 1e4;

  private SearchReport() {}

  /** With the examples' texts. */
  public static ExamplesReport.Search of(
      ExampleQuery query, List<ExampleHit> hits, Messages messages) {
    ReasonWording wording = new ReasonWording(messages);
    return new ExamplesReport.Search(
        1, query.text(), query.mode().id(), hits.stream().map(hit -> found(hit, wording)).toList());
  }

  private static ExamplesReport.Found found(ExampleHit hit, ReasonWording wording) {
    Example example = hit.example();
    Facts facts = example.facts();
    return new ExamplesReport.Found(
        example.id(),
        rounded(hit.score()),
        rounded(hit.fits()),
        wording.of(hit.why()),
        example.text(),
        facts.industry(),
        facts.product(),
        facts.stage(),
        facts.shows(),
        facts.seller(),
        facts.rank(),
        facts.date() == null ? null : facts.date().toString(),
        facts.outcome());
  }

  /** Without the texts. */
  public static List<ExamplesReport.Hit> brief(List<ExampleHit> hits, Messages messages) {
    ReasonWording wording = new ReasonWording(messages);
    return hits.stream()
        .map(
            hit ->
                new ExamplesReport.Hit(
                    hit.example().id(),
                    rounded(hit.score()),
                    rounded(hit.fits()),
                    wording.of(hit.why())))
        .toList();
  }

  private static double rounded(double number) {
    return Math.round(number * PLACES) / PLACES;
  }
}
