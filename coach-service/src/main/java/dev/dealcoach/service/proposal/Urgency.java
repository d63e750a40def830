package dev.dealcoach.service.proposal;

/** Which review goes first when many wait; within one urgency, the one accepted earlier. */
public enum Urgency {
  /** Nobody waits for it. */
  LATER(0),
  /** A person waits for it. */
  NOW(10);

  private final int priority;

  Urgency(int priority) {
    this.priority = priority;
  }

  /** The higher goes first. */
  public int priority() {
    return priority;
  }
}
