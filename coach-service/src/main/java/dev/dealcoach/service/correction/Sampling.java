package dev.dealcoach.service.correction;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** Which work is looked at whatever its score: always the same one in twenty. Stateless. */
final class Sampling {
  private static final int ONE_IN = 20;

  private Sampling() {}

  /** Whether it is looked at; hangs on the id alone. */
  static boolean of(UUID id) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(
                  ByteBuffer.allocate(Long.BYTES * 2)
                      .putLong(id.getMostSignificantBits())
                      .putLong(id.getLeastSignificantBits())
                      .array());
      return Integer.remainderUnsigned(ByteBuffer.wrap(digest).getInt(), ONE_IN) == 0;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
