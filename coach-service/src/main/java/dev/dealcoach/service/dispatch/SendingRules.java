package dev.dealcoach.service.dispatch;

import java.time.Duration;

/**
 * How messages are sent. Immutable.
 *
 * @param attempts after so many in vain a message has failed, at least 1
 * @param firstWait how long after the first failure it is tried again; after every other twice as
 *     long
 * @param longestWait and never longer than this
 * @param perMinute how many a channel takes in a minute, at least 1; DingTalk and WeCom both shut a
 *     robot up that sends more than 20
 */
public record SendingRules(int attempts, Duration firstWait, Duration longestWait, int perMinute) {
  /** What is used when nothing is said. */
  public static final SendingRules STANDARD =
      new SendingRules(10, Duration.ofSeconds(10), Duration.ofHours(1), 18);

  /**
   * How long to wait after a failure.
   *
   * @param failures how many there were in a row, from 1
   */
  public Duration wait(int failures) {
    Duration wait = firstWait;
    for (int i = 1; i < failures && wait.compareTo(longestWait) < 0; i++) {
      wait = wait.multipliedBy(2);
    }
    return wait.compareTo(longestWait) < 0 ? wait : longestWait;
  }
}
