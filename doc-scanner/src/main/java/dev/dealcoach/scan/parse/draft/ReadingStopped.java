package dev.dealcoach.scan.parse.draft;

import dev.dealcoach.scan.parse.ParseFailure;

/** Ends the reading of a file from deep inside; {@link Reading} turns it into its failure. */
public final class ReadingStopped extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient ParseFailure failure;

  /**
   * Stops with this failure.
   *
   * @param detail one line for the log, never text of the document
   */
  public ReadingStopped(ParseFailure.Code code, String detail) {
    super(detail, null, false, false);
    this.failure = new ParseFailure(code, detail);
  }

  /** Why reading stopped. */
  public ParseFailure failure() {
    return failure;
  }
}
