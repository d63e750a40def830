package dev.dealcoach.service.json;

import dev.dealcoach.nlp.pack.Rule;
import dev.dealcoach.scan.detect.ClausePresence;
import dev.dealcoach.scan.detect.CustomerLanguage;
import dev.dealcoach.scan.detect.Evidence;
import dev.dealcoach.scan.detect.Objection;
import dev.dealcoach.scan.detect.PainQuote;
import dev.dealcoach.scan.detect.RivalPoint;
import dev.dealcoach.scan.detect.SectionPresence;
import dev.dealcoach.scan.parse.ParsedDocument;
import dev.dealcoach.scan.parse.Passage;
import dev.dealcoach.scan.parse.TextPart;
import dev.dealcoach.service.coach.Finding;
import dev.dealcoach.service.json.ScanReport.BlockText;
import dev.dealcoach.service.json.ScanReport.CompetitorResponse;
import dev.dealcoach.service.json.ScanReport.Diagnoses;
import dev.dealcoach.service.json.ScanReport.EvidenceItem;
import dev.dealcoach.service.json.ScanReport.Gold;
import dev.dealcoach.service.json.ScanReport.ObjectionItem;
import dev.dealcoach.service.json.ScanReport.Objections;
import dev.dealcoach.service.json.ScanReport.Pack;
import dev.dealcoach.service.json.ScanReport.PainQuotes;
import dev.dealcoach.service.json.ScanReport.Presence;
import dev.dealcoach.service.json.ScanReport.Quote;
import dev.dealcoach.service.json.ScanReport.UnreadPart;
import dev.dealcoach.service.review.Review;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Puts a review into the words of the wire format. Lives for one review. */
final class ReportWriter {
  private final Review review;
  private final ParsedDocument document;

  ReportWriter(Review review) {
    this.review = review;
    this.document = review.document();
  }

  ScanReport report(boolean withText) {
    return new ScanReport(
        ScanReport.VERSION,
        document(),
        gold(),
        diagnoses(),
        review.findings().stream().map(this::finding).toList(),
        new Pack(review.packId(), review.packSha256()),
        withText
            ? document.blocks().stream()
                .map(block -> new BlockText(block.kind().id(), block.text()))
                .toList()
            : null);
  }

  private ScanReport.Document document() {
    return new ScanReport.Document(
        document.name(),
        document.type().id(),
        document.pages(),
        document.language().code(),
        document.sha256(),
        document.unread().stream()
            .map(
                unread ->
                    new UnreadPart(unread.page(), unread.reason().name().toLowerCase(Locale.ROOT)))
            .toList());
  }

  private Gold gold() {
    return new Gold(
        review.scorecard().gold(),
        new PainQuotes(
            review.scorecard().painQuote(),
            review.detections().painQuotes().stream().map(this::quote).toList()),
        new ScanReport.Evidence(
            review.scorecard().evidence(),
            review.detections().evidence().stream().map(this::evidence).toList()),
        new Objections(
            review.scorecard().objections(),
            review.detections().objections().stream()
                .filter(objection -> objection.response() != null)
                .map(this::objection)
                .toList()));
  }

  private Quote quote(PainQuote quote) {
    return new Quote(
        quote.passage().text(),
        review.statements().get(quote.source()),
        quote.source(),
        quote.kind().id(),
        Math.round(quote.similarity() * 1000) / 1000.0,
        LocationPart.of(document, quote.passage()));
  }

  private EvidenceItem evidence(Evidence evidence) {
    return new EvidenceItem(
        evidence.passage().text(), LocationPart.of(document, evidence.passage()));
  }

  private ObjectionItem objection(Objection objection) {
    Passage response = objection.response();
    if (response == null) {
      throw new IllegalArgumentException("an objection without a response");
    }
    return new ObjectionItem(
        objection.objection().text(),
        response.text(),
        LocationPart.of(document, both(objection.objection(), response)));
  }

  /** The stretch that holds both, one part a block. */
  private Passage both(Passage one, Passage other) {
    Map<Integer, TextPart> blocks = new TreeMap<>();
    List<TextPart> parts = new ArrayList<>(one.parts());
    parts.addAll(other.parts());
    for (TextPart part : parts) {
      blocks.merge(
          part.block(),
          part,
          (a, b) ->
              new TextPart(a.block(), Math.min(a.start(), b.start()), Math.max(a.end(), b.end())));
    }
    return Passage.of(document, List.copyOf(blocks.values()));
  }

  private Diagnoses diagnoses() {
    List<SectionPresence> sections = review.detections().sections();
    List<ClausePresence> clauses = review.detections().clauses();
    return new Diagnoses(
        new Presence(
            review.scorecard().structure(),
            sections.stream().filter(s -> s.present()).map(s -> s.role().id()).toList(),
            sections.stream().filter(s -> !s.present()).map(s -> s.role().id()).toList()),
        customerLanguage(),
        new Presence(
            review.scorecard().riskClauses(),
            clauses.stream().filter(c -> c.present()).map(c -> c.clause().id()).toList(),
            clauses.stream().filter(c -> !c.present()).map(c -> c.clause().id()).toList()),
        competitors(review.detections().rivalPoints()));
  }

  private ScanReport.CustomerLanguage customerLanguage() {
    CustomerLanguage found = review.detections().customerLanguage();
    List<String> missing =
        found == null
            ? List.of()
            : found.terms().stream()
                .filter(term -> !term.used())
                .map(CustomerLanguage.Term::text)
                .toList();
    return new ScanReport.CustomerLanguage(review.scorecard().customerLanguage(), missing);
  }

  private CompetitorResponse competitors(List<RivalPoint> points) {
    return new CompetitorResponse(
        review.scorecard().competitorResponse(),
        points.stream().filter(p -> p.answer() != null).map(RivalPoint::text).toList(),
        points.stream().filter(p -> p.answer() == null).map(RivalPoint::text).toList());
  }

  private ScanReport.Finding finding(Finding finding) {
    Passage quote = finding.quote();
    Rule.Severity severity = finding.severity();
    return new ScanReport.Finding(
        finding.rule(),
        severity.id(),
        finding.message(),
        finding.advice(),
        quote == null ? null : quote.text(),
        LocationPart.of(document, quote == null ? finding.near() : quote));
  }
}
