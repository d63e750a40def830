package dev.dealcoach.service.proposal;

import java.util.Locale;

/** How far a review has come. */
public enum ReviewState {
  /** Accepted; it will be made. */
  WAITING,
  /** The document is being read. */
  READING,
  /** The document has been read and is being judged. */
  REVIEWING,
  /** There is a result. */
  DONE,
  /** There will be no result. */
  REFUSED;

  /** The name in JSON. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether nothing more happens to it. */
  public boolean ended() {
    return this == DONE || this == REFUSED;
  }
}
