package dev.dealcoach.scan.parse;

import java.time.Duration;

/**
 * How much a single file may cost. Immutable.
 *
 * @param bytes largest file in bytes
 * @param unpackedBytes most bytes that its parts may unpack to
 * @param pages most pages or slides that are read; the rest is reported as unread
 * @param characters most characters of text that are read; the rest is reported as unread
 * @param depth deepest nesting of tables, shapes, groups or XML elements
 * @param ocr whether pictures of text are read
 * @param ocrPages most pages that OCR reads; the rest is reported as unread
 * @param time for the whole file, OCR left out
 * @param ocrTimePerPage what a page under OCR may take on top
 */
public record ParseLimits(
    long bytes,
    long unpackedBytes,
    int pages,
    int characters,
    int depth,
    boolean ocr,
    int ocrPages,
    Duration time,
    Duration ocrTimePerPage) {
  /** What the service and the command line use when nothing else is configured. */
  public static final ParseLimits STANDARD =
      new ParseLimits(
          200L << 20,
          1L << 30,
          1000,
          4_000_000,
          60,
          true,
          60,
          Duration.ofSeconds(30),
          Duration.ofSeconds(30));
}
