package dev.dealcoach.service.job;

import java.time.Duration;

/**
 * How jobs are run. Immutable.
 *
 * @param node this process's name, which stays the same when it is started again and which no other
 *     process has
 * @param threads how many attempts are made at the same time, at least 1
 * @param poll how often jobs of other processes, and those whose time has come, are looked for
 * @param heartbeat how often a process says that it lives; one that has said nothing for four times
 *     as long has lost its jobs to the others
 * @param retry how long to wait after a failed attempt
 */
public record JobSettings(
    String node, int threads, Duration poll, Duration heartbeat, Duration retry) {
  /** Most attempts at a review or a recording; SPEC has it that the third failure is the last. */
  public static final int MOST_ATTEMPTS = 3;

  /** The fewest that db-scheduler takes. */
  static final int MISSED_HEARTBEATS = 4;
}
