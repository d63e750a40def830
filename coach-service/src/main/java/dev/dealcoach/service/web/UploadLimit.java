package dev.dealcoach.service.web;

import jakarta.annotation.Priority;
import jakarta.ws.rs.NameBinding;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/**
 * Refuses a request body that is too large: before any of it is kept where its length is announced,
 * otherwise as soon as it has grown too long. As much again is read and dropped before the answer,
 * because a sender who is still sending when the connection closes never sees why. Thread-safe.
 */
@UploadLimit.Applies
@Priority(Priorities.ENTITY_CODER)
public final class UploadLimit implements ContainerRequestFilter {
  private static final long ENVELOPE = 1L << 20;

  private final long bytes;

  UploadLimit(WebLimits limits) {
    // statements are text in UTF-8 (4 bytes a character at most), the parts' headers are small
    this.bytes = limits.fileBytes() + 4L * limits.statementCharacters() + ENVELOPE;
  }

  /** Marks a resource method whose body is limited. */
  @NameBinding
  @Retention(RetentionPolicy.RUNTIME)
  public @interface Applies {}

  /** The body is larger than we take. */
  public static final class Exceeded extends IOException {
    /** Nothing more is to be said. */
    public Exceeded() {
      super("request body over the limit");
    }
  }

  @Override
  public void filter(ContainerRequestContext request) throws IOException {
    String announced = request.getHeaderString("Content-Length");
    if (announced != null && announced.length() < 19 && Long.parseLong(announced) > bytes) {
      throw refused(request, bytes);
    }
    request.setEntityStream(limited(request.getEntityStream(), bytes));
  }

  /** What to throw when a body announces more than {@code limit} bytes; the body is heard out. */
  static Exceeded refused(ContainerRequestContext request, long limit) {
    // who asks first whether to send waits for the answer; reading would tell him to send
    if (request.getHeaderString("Expect") == null) {
      hearOut(request.getEntityStream(), 2 * limit);
    }
    return new Exceeded();
  }

  /** Reads and drops what is left, {@code most} bytes at most. */
  private static void hearOut(InputStream in, long most) {
    byte[] dropped = new byte[1 << 16];
    try {
      long left = most;
      for (int read = 0; read >= 0 && left > 0; left -= read) {
        read = in.read(dropped, 0, (int) Math.min(dropped.length, left));
      }
    } catch (IOException gone) {
      // nobody is there to be answered, or he is too slow: the refusal stands
    }
  }

  /** The same bytes; reading beyond the limit throws {@link Exceeded}. */
  static InputStream limited(InputStream in, long limit) {
    return new Counted(in, limit);
  }

  private static final class Counted extends FilterInputStream {
    private final long limit;
    private long left;

    Counted(InputStream in, long limit) {
      super(in);
      this.limit = limit;
      this.left = limit;
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
      left -= read;
      if (left < 0) {
        hearOut(in, limit);
        throw new Exceeded();
      }
    }
  }
}
