package dev.dealcoach.service.blob;

import java.util.regex.Pattern;

/**
 * A file's name by content. Immutable.
 *
 * @param sha256 64 hexadecimal digits in lower case
 * @param bytes length
 */
public record Blob(String sha256, long bytes) {
  private static final Pattern DIGITS = Pattern.compile("[0-9a-f]{64}");

  public Blob {
    if (!isName(sha256) || bytes < 0) {
      throw new IllegalArgumentException("not the SHA-256 of a file");
    }
  }

  /** Whether this is the name of a file. */
  public static boolean isName(String text) {
    return DIGITS.matcher(text).matches();
  }
}
