package dev.dealcoach.service.dispatch;

/** A way to somebody outside the program. Thread-safe. */
@FunctionalInterface
public interface Channel {
  /** Sends a message; never throws, and ends within half a minute. */
  Delivery send(Letter letter);
}
