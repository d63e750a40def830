package dev.dealcoach.service.web;

import java.time.Duration;

/**
 * What the page takes and keeps. Immutable.
 *
 * @param fileBytes largest file, in bytes
 * @param statementCharacters most characters of customer statements, all lines together
 * @param summaryCharacters most characters of a typed summary, in UTF-16 code units
 * @param kept most reviews that are kept at a time; the oldest goes first
 * @param age how long a review is kept after it was handed in
 * @param atOnce how many reviews run at the same time; others wait
 */
public record WebLimits(
    long fileBytes,
    int statementCharacters,
    int summaryCharacters,
    int kept,
    Duration age,
    int atOnce) {
  /** What is used when nothing else is configured. */
  public static final WebLimits STANDARD =
      new WebLimits(200L << 20, 100_000, 20_000, 64, Duration.ofHours(2), 2);

  public WebLimits {
    if (fileBytes < 1
        || statementCharacters < 1
        || summaryCharacters < 1
        || kept < 1
        || atOnce < 1
        || age.isNegative()) {
      throw new IllegalArgumentException("limits of the web page must be positive");
    }
  }
}
