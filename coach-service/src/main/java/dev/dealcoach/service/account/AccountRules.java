package dev.dealcoach.service.account;

import java.time.Duration;

/**
 * How accounts are guarded. Immutable.
 *
 * @param idle a session ends when it was not used for so long
 * @param longest a session ends so long after it was opened, however it is used
 * @param failures so many wrong passwords in a row lock an account
 * @param lock for so long
 */
public record AccountRules(Duration idle, Duration longest, int failures, Duration lock) {
  /** What is used when nothing is said. */
  public static final AccountRules STANDARD =
      new AccountRules(Duration.ofHours(4), Duration.ofDays(7), 5, Duration.ofMinutes(15));

  public AccountRules {
    if (failures < 1 || !idle.isPositive() || !longest.isPositive() || lock.isNegative()) {
      throw new IllegalArgumentException("rules for accounts must be positive");
    }
  }
}
