package dev.dealcoach.service.cli;

import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.scan.parse.ParsedDocument;
import dev.dealcoach.service.json.ScanReport;
import java.util.List;

/** What the scan commands need of the review: from a document to its report. Thread-safe. */
@FunctionalInterface
public interface Reviewer {
  /**
   * Reviews a document.
   *
   * @param statements what the customer said, one each; blank ones say nothing but count
   * @param wording the language of messages and advice
   * @return the report, without the document's text
   */
  ScanReport review(ParsedDocument document, List<String> statements, Language wording);
}
