package dev.dealcoach.scan.parse;

import org.jspecify.annotations.Nullable;

/**
 * A part of a document whose text could not be read; it is never taken for empty. Immutable.
 *
 * @param page page or slide from 1, null if the whole document or the format has none
 * @param reason why
 */
public record Unread(@Nullable Integer page, Reason reason) {
  /** Why a part could not be read. */
  public enum Reason {
    /** The font has no mapping from glyphs to characters. */
    NO_UNICODE_MAP,
    /** A picture without text beneath, and no OCR was at hand or allowed. */
    SCANNED,
    /** OCR ran and found a picture of text too poor to read, or ran out of time. */
    OCR_FAILED,
    /** An embedded part (chart, object, encrypted attachment) that holds text we do not read. */
    EMBEDDED,
    /** The part is damaged. */
    DAMAGED,
    /** Behind a limit on pages or characters; what comes before it was read. */
    OVER_LIMIT
  }
}
