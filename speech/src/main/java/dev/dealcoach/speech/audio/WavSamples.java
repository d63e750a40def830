package dev.dealcoach.speech.audio;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The samples of a WAV stream, mixed to one channel and brought to {@link PcmSink#RATE}. What is
 * mono, 16 bit and at that rate already passes unchanged. Not thread-safe.
 */
final class WavSamples {
  private static final int PIECE = 8_192;

  private final WavFormat format;
  private final InputStream in;
  private final long most;
  private final PcmSink sink;
  private final short[] out = new short[PIECE];
  private int filled;
  private long total;

  /**
   * @param in stands at the first sample
   * @param most how many samples may come of it
   */
  WavSamples(WavFormat format, InputStream in, long most, PcmSink sink) {
    this.format = format;
    this.in = in;
    this.most = most;
    this.sink = sink;
  }

  /**
   * Reads to the end. A stream that ends before its header says so is read as far as it goes: the
   * phone's battery ran out, and what was said before counts.
   *
   * @return how many samples went into the sink
   * @throws AudioRefusedException if there are more than allowed
   */
  long read() throws IOException, InterruptedException {
    Resampler resampler = format.rate() == PcmSink.RATE ? null : new Resampler(format.rate());
    int frame = format.channels() * format.bytesPerSample();
    byte[] bytes = new byte[frame * Math.max(1, PIECE / frame)];
    long left = format.data();
    while (left >= frame) {
      int wanted = (int) Math.min(bytes.length, left - left % frame);
      int got = in.readNBytes(bytes, 0, wanted);
      left -= got;
      ByteBuffer piece = ByteBuffer.wrap(bytes, 0, got).order(ByteOrder.LITTLE_ENDIAN);
      while (piece.remaining() >= frame) {
        float value = mixed(piece);
        if (resampler == null) {
          put(value);
          continue;
        }
        resampler.put(value);
        while (resampler.ready()) {
          put(resampler.take());
        }
      }
      if (got < wanted) {
        break;
      }
    }
    if (resampler != null) {
      resampler.finish();
      while (!resampler.done()) {
        put(resampler.take());
      }
    }
    flush();
    return total;
  }

  /** The mean of the channels of the next frame, in units of a 16-bit sample. */
  private float mixed(ByteBuffer piece) {
    if (format.channels() == 1) {
      return (float) sample(piece);
    }
    double sum = 0;
    for (int channel = 0; channel < format.channels(); channel++) {
      sum += sample(piece);
    }
    return (float) (sum / format.channels());
  }

  private double sample(ByteBuffer piece) {
    if (format.encoding() == WavFormat.Encoding.FLOATING) {
      double value = format.bytesPerSample() == 4 ? piece.getFloat() : piece.getDouble();
      return Double.isNaN(value) ? 0 : Math.clamp(value, -1, 1) * 32_768;
    }
    return switch (format.bytesPerSample()) {
      case 1 -> ((piece.get() & 0xFF) - 128) * 256.0;
      case 2 -> piece.getShort();
      case 3 -> ((piece.get() & 0xFF) | piece.getShort() << 8) / 256.0;
      default -> piece.getInt() / 65_536.0;
    };
  }

  private void put(float value) throws IOException, InterruptedException {
    if (total == most) {
      throw new AudioRefusedException(AudioRefusal.Code.TOO_LONG, "longer than the limit");
    }
    total++;
    out[filled++] = (short) Math.clamp(Math.round(value), Short.MIN_VALUE, Short.MAX_VALUE);
    if (filled == out.length) {
      flush();
    }
  }

  private void flush() throws InterruptedException {
    if (filled > 0) {
      sink.accept(out, filled);
      filled = 0;
    }
  }
}
