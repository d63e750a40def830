package dev.dealcoach.service.child;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.StreamCorruptedException;

/**
 * One message between parent and child: a magic number, the kind, the length, the bytes.
 *
 * @param kind what it says
 * @param bytes its content
 */
@SuppressWarnings({
  "ArrayRecordComponent", // lives from the pipe to the next line of code
  "EnumOrdinal" // both ends of the pipe are the same build
})
record Frame(Kind kind, byte[] bytes) {
  private static final int MAGIC = 0x44434631;

  /** What a frame says. */
  enum Kind {
    /** The child is up. */
    READY,
    /** A request, from the parent. */
    REQUEST,
    /** The answer to it. */
    ANSWER,
    /** The task wants more time: milliseconds as a long. */
    EXTEND,
    /** The task failed: the reason's name, a line feed, the detail, in UTF-8. */
    FAILED
  }

  /** A frame announced more bytes than the reader takes. */
  static final class TooLarge extends IOException {
    TooLarge(int length) {
      super("a frame of " + length + " bytes");
    }
  }

  /** Writes the frame and flushes. */
  void write(DataOutputStream out) throws IOException {
    out.writeInt(MAGIC);
    out.writeByte(kind.ordinal());
    out.writeInt(bytes.length);
    out.write(bytes);
    out.flush();
  }

  /**
   * Reads the next frame.
   *
   * @throws EOFException at the end of the stream
   * @throws StreamCorruptedException if what comes is no frame
   * @throws TooLarge if its content is longer than {@code most}
   */
  static Frame read(DataInputStream in, int most) throws IOException {
    if (in.readInt() != MAGIC) {
      throw new StreamCorruptedException("no frame");
    }
    int kind = in.readUnsignedByte();
    int length = in.readInt();
    if (kind >= Kind.values().length || length < 0) {
      throw new StreamCorruptedException("no frame");
    }
    if (length > most) {
      throw new TooLarge(length);
    }
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("half a frame");
    }
    return new Frame(Kind.values()[kind], bytes);
  }
}
