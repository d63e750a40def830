package dev.dealcoach.speech.audio;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * What a WAV header says of the samples that follow it. Immutable.
 *
 * @param encoding how a sample is written
 * @param channels at least 1
 * @param rate frames a second
 * @param bytesPerSample of one channel
 * @param data bytes of samples; {@link Long#MAX_VALUE} for all up to the end, where the header does
 *     not know
 */
record WavFormat(Encoding encoding, int channels, int rate, int bytesPerSample, long data) {
  private static final int PCM = 1;
  private static final int FLOAT = 3;
  private static final int EXTENSIBLE = 0xFFFE;
  private static final int LOWEST_RATE = 1_000;
  private static final int HIGHEST_RATE = 768_000;
  private static final int MOST_CHANNELS = 1_024;
  private static final int LARGEST_FORMAT_CHUNK = 1 << 16;

  /** How a sample is written. */
  enum Encoding {
    INTEGER,
    FLOATING,
    /** One of the compressed kinds that only ffmpeg reads. */
    OTHER
  }

  /** Whether the file begins as WAV does. */
  static boolean begins(byte[] head) {
    if (head.length < 12) {
      return false;
    }
    String form = new String(head, 0, 4, StandardCharsets.ISO_8859_1);
    return (form.equals("RIFF") || form.equals("RF64"))
        && new String(head, 8, 4, StandardCharsets.ISO_8859_1).equals("WAVE");
  }

  /**
   * Reads up to the first sample.
   *
   * @throws AudioRefusedException if this is no WAV, or its header makes no sense
   */
  static WavFormat read(InputStream stream) throws IOException {
    DataInputStream in = new DataInputStream(stream);
    try {
      byte[] head = new byte[12];
      in.readFully(head);
      if (!begins(head)) {
        throw damaged("no WAV header");
      }
      WavFormat format = null;
      while (true) {
        byte[] chunk = new byte[8];
        in.readFully(chunk);
        String id = new String(chunk, 0, 4, StandardCharsets.ISO_8859_1);
        long size = little(chunk).getInt(4) & 0xFFFFFFFFL;
        if (id.equals("data")) {
          if (format == null) {
            throw damaged("samples before their format");
          }
          // recorders that stop short, and programs that write into a pipe, leave these two
          boolean unknown = size == 0 || size == 0xFFFFFFFFL;
          return format.withData(unknown ? Long.MAX_VALUE : size);
        }
        long padded = size + size % 2;
        if (id.equals("fmt ") && size >= 16 && size <= LARGEST_FORMAT_CHUNK) {
          byte[] content = new byte[(int) padded];
          in.readFully(content);
          format = of(little(content));
        } else {
          in.skipNBytes(padded);
        }
      }
    } catch (EOFException e) {
      throw damaged("ends within the header");
    }
  }

  private static ByteBuffer little(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static WavFormat of(ByteBuffer chunk) throws AudioRefusedException {
    int tag = chunk.getShort(0) & 0xFFFF;
    if (tag == EXTENSIBLE && chunk.capacity() >= 26) {
      tag = chunk.getShort(24) & 0xFFFF;
    }
    int channels = chunk.getShort(2) & 0xFFFF;
    int rate = chunk.getInt(4);
    int block = chunk.getShort(12) & 0xFFFF;
    int bits = chunk.getShort(14) & 0xFFFF;
    if (tag != PCM && tag != FLOAT) {
      return new WavFormat(Encoding.OTHER, 1, PcmSink.RATE, 1, 0);
    }
    int bytes = (bits + 7) / 8;
    boolean known = tag == PCM ? bytes >= 1 && bytes <= 4 : bytes == 4 || bytes == 8;
    if (channels < 1
        || channels > MOST_CHANNELS
        || rate < LOWEST_RATE
        || rate > HIGHEST_RATE
        || !known
        || block != channels * bytes) {
      throw damaged("a format that contradicts itself");
    }
    return new WavFormat(
        tag == PCM ? Encoding.INTEGER : Encoding.FLOATING, channels, rate, bytes, 0);
  }

  private WavFormat withData(long bytes) {
    return new WavFormat(encoding, channels, rate, bytesPerSample, bytes);
  }

  private static AudioRefusedException damaged(String detail) {
    return new AudioRefusedException(AudioRefusal.Code.DAMAGED, "WAV: " + detail);
  }
}
