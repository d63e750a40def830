package dev.dealcoach.service.dispatch;

/** What came of sending a message. */
public sealed interface Delivery {
  /** The other side has taken it. */
  record Taken() implements Delivery {}

  /**
   * It was not taken and may be later.
   *
   * @param problem permanent name of what was wrong, at most 64 characters, without any address
   */
  record Failed(String problem) implements Delivery {}

  /**
   * It will never be taken.
   *
   * @param problem as for {@link Failed}
   */
  record Hopeless(String problem) implements Delivery {}
}
