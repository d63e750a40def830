package dev.dealcoach.scan.parse;

/**
 * A file that could not be read at all. The wording for the user is the rule pack's, by {@link
 * Code#id()}.
 *
 * @param code what is wrong
 * @param detail for the log and the developer: one line, never text of the document
 */
public record ParseFailure(Code code, String detail) implements ParseResult {
  /** What is wrong with a file. The ids are permanent. */
  public enum Code {
    /** Needs a password. */
    ENCRYPTED,
    /** Its format is known, but it is cut off or broken. */
    DAMAGED,
    /** No bytes, or no text and no picture in it. */
    EMPTY,
    /** More bytes, pages or unpacked bytes than the limits allow. */
    TOO_LARGE,
    /** Nested deeper than the limits allow. */
    TOO_DEEP,
    /** Reading took longer than the limit. */
    TIMED_OUT,
    /** Reading needed more memory than the limit. */
    OUT_OF_MEMORY,
    /** The reading process ended unexpectedly. */
    CRASHED,
    /** A format we do not read. */
    UNSUPPORTED,
    /** The file is not there or may not be opened. */
    NOT_READABLE;

    /** The name in JSON and in rule packs: {@code encrypted}, {@code too-large} … */
    public String id() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }
}
