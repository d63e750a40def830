package dev.dealcoach.service.cli;

import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.scan.parse.ParsedDocument;
import dev.dealcoach.service.review.Review;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the scan commands need of the review. Thread-safe. */
@FunctionalInterface
public interface Reviewer {
  /**
   * Reviews a document.
   *
   * @param statements what the customer said, one each; blank ones say nothing but count
   * @param reader the language of messages and advice; null for the document's own
   */
  Review review(ParsedDocument document, List<String> statements, @Nullable Language reader);
}
