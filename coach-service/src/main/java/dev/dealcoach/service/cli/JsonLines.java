package dev.dealcoach.service.cli;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a JSONL file as bytes, one at a time, in constant memory. Lines of nothing but white
 * space are passed over, a byte-order mark is dropped. Not thread-safe.
 */
final class JsonLines implements Closeable {
  /** What a line too long to hold is given out as: no JSON. */
  static final byte[] TOO_LONG = {'!'};

  private final InputStream in;
  private final int longest;
  private boolean first = true;
  private long number;

  /**
   * @param longest most bytes of a line
   */
  JsonLines(InputStream in, int longest) {
    this.in = new BufferedInputStream(in, 1 << 16);
    this.longest = longest;
  }

  /** The next line that is not blank, null after the last. */
  byte @Nullable [] next() throws IOException {
    while (true) {
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      boolean tooLong = false;
      int b = in.read();
      if (b < 0) {
        return null;
      }
      number++;
      for (; b >= 0 && b != '\n'; b = in.read()) {
        if (line.size() < longest) {
          line.write(b);
        } else {
          tooLong = true;
        }
      }
      byte[] bytes = first ? withoutMark(line.toByteArray()) : line.toByteArray();
      first = false;
      if (tooLong) {
        return TOO_LONG;
      }
      if (!blank(bytes)) {
        return bytes;
      }
    }
  }

  /** The number of the line that was given out last, from 1; blank lines count. */
  long number() {
    return number;
  }

  private static byte[] withoutMark(byte[] bytes) {
    boolean mark =
        bytes.length >= 3
            && bytes[0] == (byte) 0xEF
            && bytes[1] == (byte) 0xBB
            && bytes[2] == (byte) 0xBF;
    return mark ? java.util.Arrays.copyOfRange(bytes, 3, bytes.length) : bytes;
  }

  private static boolean blank(byte[] bytes) {
    for (byte b : bytes) {
      if (b != ' ' && b != '\t' && b != '\r') {
        return false;
      }
    }
    return true;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
