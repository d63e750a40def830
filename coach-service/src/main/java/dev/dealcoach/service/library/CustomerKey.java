package dev.dealcoach.service.library;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Stands for a customer in the library: enough to tell two customers apart and to leave out a
 * deal's own, without the name.
 */
public final class CustomerKey {
  private static final int BYTES = 12;

  private CustomerKey() {}

  /** The key of a customer's name; empty if there is none. */
  public static String of(@Nullable String name) {
    if (name == null || name.isBlank()) {
      return "";
    }
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(
                  ("customer " + name.strip().toLowerCase(Locale.ROOT))
                      .getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
