package dev.dealcoach.kb.vector;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Vectors that were embedded before, by the hash of their text, two bytes a number, each record
 * with its checksum. A damaged record and all behind it are dropped: they can be embedded anew.
 * Thread-safe.
 */
final class VectorFile implements Closeable {
  private static final int KEY_BYTES = 16;
  private static final int LONGEST_HEAD = 256;

  private final FileChannel channel;
  private final String kind;
  private final Map<ByteBuffer, Long> places = new HashMap<>();

  /** 0 until the first vector is kept. */
  private int dimensions;

  private long end;
  private boolean full;

  private VectorFile(FileChannel channel, String kind) {
    this.channel = channel;
    this.kind = kind;
  }

  /**
   * Opens a file, which is made, or emptied if it holds other vectors.
   *
   * @param kind names model and language of its vectors
   */
  static VectorFile open(Path path, String kind) throws IOException {
    FileChannel channel =
        FileChannel.open(
            path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    VectorFile file = new VectorFile(channel, kind);
    ByteBuffer begin = ByteBuffer.allocate(LONGEST_HEAD);
    channel.read(begin, 0);
    String head = new String(begin.array(), 0, begin.position(), StandardCharsets.ISO_8859_1);
    Matcher known = Pattern.compile(Pattern.quote(kind) + " (\\d{1,5})\n").matcher(head);
    if (known.lookingAt()) {
      file.dimensions = Integer.parseInt(known.group(1));
      file.end = file.survey(known.end());
    }
    channel.truncate(file.end);
    return file;
  }

  private int recordBytes() {
    return KEY_BYTES + 2 * dimensions + Integer.BYTES;
  }

  /** Finds the sound records; the position behind them. */
  private long survey(long from) throws IOException {
    channel.position(from);
    DataInputStream in =
        new DataInputStream(new BufferedInputStream(Channels.newInputStream(channel), 1 << 16));
    byte[] record = new byte[recordBytes()];
    long at = from;
    while (true) {
      try {
        in.readFully(record);
      } catch (EOFException e) {
        return at;
      }
      ByteBuffer bytes = ByteBuffer.wrap(record);
      if (bytes.getInt(record.length - Integer.BYTES) != checksum(record)) {
        return at;
      }
      places.put(ByteBuffer.wrap(record.clone(), 0, KEY_BYTES).slice(), at);
      at += record.length;
    }
  }

  private static int checksum(byte[] record) {
    CRC32C sum = new CRC32C();
    sum.update(record, 0, record.length - Integer.BYTES);
    return (int) sum.getValue();
  }

  /** The vector kept under a key of 16 bytes, null if there is none. */
  synchronized float @Nullable [] get(byte[] key) throws IOException {
    Long place = places.get(ByteBuffer.wrap(key));
    if (place == null) {
      return null;
    }
    ByteBuffer halves = ByteBuffer.allocate(2 * dimensions);
    while (halves.hasRemaining()
        && channel.read(halves, place + KEY_BYTES + halves.position()) > 0) {
      // goes on until the vector is whole
    }
    halves.flip();
    float[] vector = new float[dimensions];
    for (int i = 0; i < dimensions; i++) {
      vector[i] = Float.float16ToFloat(halves.getShort());
    }
    return vector;
  }

  /** Keeps a vector; once the disk is full, no more are kept. */
  synchronized void put(byte[] key, float[] vector) {
    if (full || places.containsKey(ByteBuffer.wrap(key))) {
      return;
    }
    try {
      if (dimensions == 0) {
        dimensions = vector.length;
        write(
            ByteBuffer.wrap(
                (kind + " " + dimensions + "\n").getBytes(StandardCharsets.ISO_8859_1)));
      }
      long place = end;
      write(ByteBuffer.wrap(record(key, vector)));
      places.put(ByteBuffer.wrap(key.clone()), place);
    } catch (IOException e) {
      full = true;
    }
  }

  private void write(ByteBuffer bytes) throws IOException {
    long at = end;
    while (bytes.hasRemaining()) {
      at += channel.write(bytes, at);
    }
    end = at;
  }

  private byte[] record(byte[] key, float[] vector) {
    byte[] record = new byte[recordBytes()];
    ByteBuffer bytes = ByteBuffer.wrap(record).put(key);
    for (float number : vector) {
      bytes.putShort(Float.floatToFloat16(number));
    }
    bytes.putInt(checksum(record));
    return record;
  }

  @Override
  public synchronized void close() throws IOException {
    channel.truncate(end);
    channel.close();
  }
}
