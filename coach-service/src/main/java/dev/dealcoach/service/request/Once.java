package dev.dealcoach.service.request;

import java.util.UUID;

/**
 * Makes a creation happen once, however often it is asked for. Immutable.
 *
 * @param account who asks
 * @param key chosen by who asks, 1 to 200 characters
 * @param fingerprint SHA-256 in hexadecimal of what is to be created
 */
public record Once(UUID account, String key, String fingerprint) {
  /** Longest key. */
  public static final int LONGEST_KEY = 200;

  public Once {
    if (key.isEmpty() || key.length() > LONGEST_KEY) {
      throw new IllegalArgumentException("a key has 1 to " + LONGEST_KEY + " characters");
    }
  }
}
