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
    if (!DIGITS.matcher(sha256).matches() || bytes < 0) {
      throw new IllegalArgumentException("not the SHA-256 of a file");
    }
  }
}
