package dev.dealcoach.service.proposal;

/** Which review goes first when many wait; within one urgency, the one accepted earlier. */
public enum Urgency {
  /** Nobody waits for it. */
  LATER,
  /** A person waits for it. */
  NOW
}
