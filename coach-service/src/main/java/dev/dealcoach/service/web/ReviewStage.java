package dev.dealcoach.service.web;

import java.util.Locale;

/** How far a review has come. */
public enum ReviewStage {
  /** Accepted; others are before it. */
  WAITING,
  /** The document is being read. */
  READING,
  /** The document has been read and is being judged. */
  REVIEWING,
  /** There is a report. */
  DONE,
  /** There will be no report: the file could not be read. */
  REFUSED;

  /** The name in JSON. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
