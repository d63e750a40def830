package dev.dealcoach.service.people;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is kept to check an account's password. Immutable.
 *
 * @param hash of the password, salt and cost included; never shown
 * @param failures wrong passwords in a row
 * @param lockedUntil no password is taken before; null if none was wrong too often
 */
public record Secret(String hash, int failures, @Nullable Instant lockedUntil) {
  @Override
  public String toString() {
    return "Secret[…]";
  }
}
