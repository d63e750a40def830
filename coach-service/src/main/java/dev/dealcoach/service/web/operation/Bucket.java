package dev.dealcoach.service.web.operation;

import java.time.Duration;
import java.time.Instant;

/** What one may still ask for: it fills up again by the minute. Guarded by its owner. */
final class Bucket {
  private static final double MINUTE = Duration.ofMinutes(1).toNanos();

  private final int perMinute;
  private double left;
  private Instant at;

  Bucket(int perMinute, Instant at) {
    this.perMinute = perMinute;
    this.left = perMinute;
    this.at = at;
  }

  /** Takes one, if there is one. */
  boolean take(Instant now) {
    fill(now);
    if (left < 1) {
      return false;
    }
    left--;
    return true;
  }

  /** Whether nothing was taken for so long that a new one would be the same. */
  boolean full(Instant now) {
    fill(now);
    return left >= perMinute;
  }

  /** Whole seconds until there is one again, at least 1. */
  long seconds() {
    return Math.max(1, (long) Math.ceil((1 - left) * 60 / perMinute));
  }

  private void fill(Instant now) {
    if (now.isAfter(at)) {
      left = Math.min(perMinute, left + Duration.between(at, now).toNanos() / MINUTE * perMinute);
      at = now;
    }
  }
}
