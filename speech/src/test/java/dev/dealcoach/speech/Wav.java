package dev.dealcoach.speech;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** WAV files made byte by byte, right ones and wrong ones. */
public final class Wav {
  private Wav() {}

  /** A header with these values, whether they make sense or not, and what follows it. */
  public static byte[] of(int tag, int channels, int rate, int bits, long size, byte[] samples) {
    int block = channels * ((bits + 7) / 8);
    return of(tag, channels, rate, bits, block, size, samples);
  }

  /** The same with a block size of its own. */
  public static byte[] of(
      int tag, int channels, int rate, int bits, int block, long size, byte[] samples) {
    ByteBuffer out = ByteBuffer.allocate(44 + samples.length).order(ByteOrder.LITTLE_ENDIAN);
    out.put(ascii("RIFF")).putInt((int) (36 + size)).put(ascii("WAVE"));
    out.put(ascii("fmt ")).putInt(16).putShort((short) tag).putShort((short) channels);
    out.putInt(rate).putInt(rate * block).putShort((short) block).putShort((short) bits);
    out.put(ascii("data")).putInt((int) size).put(samples);
    return out.array();
  }

  /** A tone of so many seconds as samples of this kind, the same in all channels. */
  public static byte[] tone(int tag, int channels, int rate, int bits, double seconds) {
    int frames = (int) (seconds * rate);
    ByteBuffer out =
        ByteBuffer.allocate(frames * channels * (bits / 8)).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < frames; i++) {
      double value = 0.3 * Math.sin(2 * Math.PI * 440 * i / rate);
      for (int c = 0; c < channels; c++) {
        switch (bits) {
          case 8 -> out.put((byte) Math.round(128 + 127 * value));
          case 16 -> out.putShort((short) Math.round(32_767 * value));
          case 24 -> {
            int whole = (int) Math.round(8_388_607 * value);
            out.put((byte) whole).putShort((short) (whole >> 8));
          }
          case 32 -> {
            if (tag == 3) {
              out.putFloat((float) value);
            } else {
              out.putInt((int) Math.round(2_147_483_647 * value));
            }
          }
          default -> out.putDouble(value);
        }
      }
    }
    return out.array();
  }

  /** A right file with a tone. */
  public static byte[] file(int tag, int channels, int rate, int bits, double seconds) {
    byte[] samples = tone(tag, channels, rate, bits, seconds);
    return of(tag, channels, rate, bits, samples.length, samples);
  }

  /** The bytes of a text. */
  public static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
