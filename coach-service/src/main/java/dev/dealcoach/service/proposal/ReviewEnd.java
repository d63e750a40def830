package dev.dealcoach.service.proposal;

/** How an attempt at a review ended. */
public sealed interface ReviewEnd {
  /** There is a result. */
  record Done(ReviewResult result) implements ReviewEnd {}

  /**
   * The document cannot be reviewed.
   *
   * @param code permanent name of the reason
   * @param again whether another attempt may do better
   */
  record Refused(String code, boolean again) implements ReviewEnd {}
}
