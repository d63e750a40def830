package dev.dealcoach.service.web;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * A body that must not take for ever: after {@link #GRACE} it must have come with {@value #RATE}
 * bytes a second on average, less than the slowest mobile network. Who sends a byte now and then
 * would keep a thread as long as he likes otherwise.
 */
final class Paced extends FilterInputStream {
  private static final Duration GRACE = Duration.ofSeconds(30);
  private static final int RATE = 512;

  private final InstantSource clock;
  private final Instant begun;
  private long bytes;

  Paced(InputStream in, InstantSource clock) {
    super(in);
    this.clock = clock;
    this.begun = clock.instant();
  }

  /** It came too slowly. */
  static final class TooSlow extends IOException {
    TooSlow() {
      super("request body too slow");
    }
  }

  @Override
  public int read() throws IOException {
    int one = super.read();
    count(one < 0 ? 0 : 1);
    return one;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int some = super.read(into, offset, length);
    count(Math.max(some, 0));
    return some;
  }

  private void count(int read) throws IOException {
    bytes += read;
    Duration taken = Duration.between(begun, clock.instant());
    if (taken.compareTo(GRACE) > 0 && bytes < taken.toSeconds() * RATE) {
      throw new TooSlow();
    }
  }
}
