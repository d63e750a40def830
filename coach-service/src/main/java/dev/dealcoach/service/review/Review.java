package dev.dealcoach.service.review;

import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.scan.detect.Detections;
import dev.dealcoach.scan.parse.ParsedDocument;
import dev.dealcoach.service.coach.Finding;
import dev.dealcoach.service.score.Scorecard;
import java.util.List;

/**
 * A reviewed proposal: everything the report, the page and the annotated copy are made from.
 * Immutable.
 *
 * @param document as it was read
 * @param statements the customer's statements
 * @param detections what was found
 * @param scorecard the points
 * @param findings what the reader is told, the gravest first
 * @param reader the language of the wording
 * @param packId the rule pack that judged
 * @param packSha256 its hash
 */
public record Review(
    ParsedDocument document,
    List<String> statements,
    Detections detections,
    Scorecard scorecard,
    List<Finding> findings,
    Language reader,
    String packId,
    String packSha256) {
  public Review {
    statements = List.copyOf(statements);
    findings = List.copyOf(findings);
  }
}
