package dev.dealcoach.service.request;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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

  /**
   * What makes a creation happen once.
   *
   * @param key null if that does not matter; then there is nothing
   * @param parts of what is to be created
   */
  public static @Nullable Once of(UUID account, @Nullable String key, @Nullable Object... parts) {
    if (key == null) {
      return null;
    }
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Object part : parts) {
        byte[] bytes = String.valueOf(part).getBytes(StandardCharsets.UTF_8);
        // the length first, so that what ends one part cannot begin the next
        digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
      }
      return new Once(account, key, HexFormat.of().formatHex(digest.digest()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
