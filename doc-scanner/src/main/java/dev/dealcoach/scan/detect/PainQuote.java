package dev.dealcoach.scan.detect;

import dev.dealcoach.scan.parse.Passage;
import java.util.Locale;

/**
 * A place where the proposal quotes the customer's words about a pain. Immutable.
 *
 * @param passage the quoted words, without quotation marks and lead-in
 * @param source index of the customer's statement it is taken from, from 0
 * @param kind how close it keeps to the statement
 * @param similarity 0 to 1: 1 for the same characters but for punctuation and case
 */
public record PainQuote(Passage passage, int source, Kind kind, double similarity) {
  /** How close a quote keeps to what was said (SPEC §3). */
  public enum Kind {
    VERBATIM,
    LIGHT_EDIT,
    /** The content in other words; does not earn the point. */
    PARAPHRASE;

    /** The name in JSON. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
