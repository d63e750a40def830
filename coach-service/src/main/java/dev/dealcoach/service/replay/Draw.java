package dev.dealcoach.service.replay;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/**
 * Draws deals so that anybody can draw them again: each gets the SHA-256 of {@code SEED:ID}, and
 * those with the smallest are drawn. A deal that was not drawn can vanish without changing the
 * draw. Stateless.
 */
public final class Draw {
  /** So many are drawn (SPEC §6). */
  public static final int DEALS = 5;

  private Draw() {}

  /** The drawn deals, in the order in which they are played; all, if there are fewer. */
  public static List<UUID> of(Collection<UUID> pool, long seed) {
    return pool.stream()
        .distinct()
        .sorted(Comparator.comparing(deal -> rank(deal, seed)))
        .limit(DEALS)
        .toList();
  }

  private static String rank(UUID deal, long seed) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest((seed + ":" + deal).getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
