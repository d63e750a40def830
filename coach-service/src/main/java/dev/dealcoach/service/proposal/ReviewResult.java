package dev.dealcoach.service.proposal;

import dev.dealcoach.nlp.text.Language;
import java.util.Map;

/**
 * What came of a review. Immutable.
 *
 * @param type the document's format, as in the report
 * @param gold points of the gold standard, 0 to 3
 * @param packId the rule pack that judged
 * @param packSha256 its hash
 * @param blocks the document's text in reading order, JSON
 * @param wordings what the reader is told, in every language
 */
public record ReviewResult(
    String type,
    int gold,
    String packId,
    String packSha256,
    String blocks,
    Map<Language, Wording> wordings) {
  public ReviewResult {
    wordings = Map.copyOf(wordings);
  }

  /**
   * A result in one language. Immutable.
   *
   * @param report JSON, SPEC §8 {@code scan}
   * @param notes what is noted in a copy of the document, JSON; empty if the format has none
   */
  public record Wording(String report, String notes) {}
}
