package dev.dealcoach.speech.audio;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Counts how long a reader waits for a process, and kills the process when that is more than it is
 * given. The time that the reader needs for itself does not count.
 */
final class WaitingTime {
  private static final long LOOK_MILLIS = 100;

  private final Process process;
  private final long most;
  private long spent;
  private long since;
  private boolean waiting;
  private boolean used;

  WaitingTime(Process process, Duration most) {
    this.process = process;
    this.most = most.toNanos();
  }

  /** The stream, with its reads timed. */
  InputStream timed(InputStream in) {
    return new FilterInputStream(in) {
      @Override
      public int read() throws IOException {
        begin();
        try {
          return in.read();
        } finally {
          end();
        }
      }

      @Override
      public int read(byte[] bytes, int offset, int length) throws IOException {
        begin();
        try {
          return in.read(bytes, offset, length);
        } catch (IOException e) {
          if (used()) {
            return -1;
          }
          throw e;
        } finally {
          end();
        }
      }
    };
  }

  /** Looks after the process until it ends. */
  void watch() {
    try {
      while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
        if (over()) {
          process.destroyForcibly();
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether the process was killed because the time was used up. */
  synchronized boolean used() {
    return used;
  }

  private synchronized void begin() {
    since = System.nanoTime();
    waiting = true;
  }

  private synchronized void end() {
    spent += System.nanoTime() - since;
    waiting = false;
  }

  private synchronized boolean over() {
    used = spent + (waiting ? System.nanoTime() - since : 0) > most;
    return used;
  }
}
