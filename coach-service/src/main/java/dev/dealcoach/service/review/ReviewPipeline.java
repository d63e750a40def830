package dev.dealcoach.service.review;

import dev.dealcoach.nlp.pack.RulePack;
import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.scan.detect.Detections;
import dev.dealcoach.scan.detect.Detectors;
import dev.dealcoach.scan.parse.ParsedDocument;
import dev.dealcoach.scan.segment.SegmentedDocument;
import dev.dealcoach.scan.segment.Segmenter;
import dev.dealcoach.service.coach.Finding;
import dev.dealcoach.service.coach.ProposalCoach;
import dev.dealcoach.service.score.ProposalScorer;
import dev.dealcoach.service.score.Scorecard;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code parse → segment → detect → score → coach}: the review of a parsed proposal. Same document,
 * statements, pack and reader, same review, always. Immutable, thread-safe.
 */
public final class ReviewPipeline {
  private final RulePack pack;
  private final Segmenter segmenter;
  private final Detectors detectors;
  private final ProposalCoach coach;

  public ReviewPipeline(RulePack pack) {
    this(pack, Detectors.standard(pack));
  }

  private ReviewPipeline(RulePack pack, Detectors detectors) {
    this.pack = pack;
    this.segmenter = new Segmenter(pack);
    this.detectors = detectors;
    this.coach = new ProposalCoach(pack);
  }

  /** The same with another pack; what is large and knows no pack is shared. */
  public ReviewPipeline on(RulePack other) {
    return new ReviewPipeline(other, detectors.on(other));
  }

  /**
   * Reviews a document.
   *
   * @param document as parsed
   * @param statements what the customer said, one statement each; blank ones are passed over
   * @param reader the language of the wording; null for the document's own
   */
  public Review review(
      ParsedDocument document, List<String> statements, @Nullable Language reader) {
    List<String> said = statements.stream().map(String::strip).toList();
    Language wording = reader == null ? document.language() : reader;

    SegmentedDocument segmented = segmenter.segment(document);
    Detections found = detectors.detect(segmented, said);
    Scorecard card = ProposalScorer.score(found);
    List<Finding> findings = coach.findings(found, card, said, document.unread(), wording);

    return new Review(document, said, found, card, findings, wording, pack.id(), pack.sha256());
  }

  /** The same judgement, worded for another reader. */
  public Review worded(Review review, Language reader) {
    List<Finding> findings =
        coach.findings(
            review.detections(),
            review.scorecard(),
            review.statements(),
            review.document().unread(),
            reader);
    return new Review(
        review.document(),
        review.statements(),
        review.detections(),
        review.scorecard(),
        findings,
        reader,
        review.packId(),
        review.packSha256());
  }
}
