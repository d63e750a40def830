package dev.dealcoach.service.people;

import java.time.Instant;
import java.util.UUID;

/**
 * A person who is signed in at a browser. Immutable.
 *
 * @param key SHA-256 of the cookie's value in hexadecimal; the value itself is not kept
 * @param csrf what every form of this session must carry
 * @param lastSeen to the minute
 */
public record Session(String key, UUID account, String csrf, Instant created, Instant lastSeen) {
  @Override
  public String toString() {
    return "Session[" + account + "]";
  }
}
