package dev.dealcoach.scan.parse.text;

import dev.dealcoach.nlp.text.Han;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Text out of bytes whose encoding nobody tells: byte-order marks first, then UTF-8 if it is valid,
 * then UTF-16, then GB18030 or Big5, whichever reads as more usual Chinese, then Windows Latin.
 * Stateless.
 */
public final class TextFile {
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final Charset BIG5 = Charset.forName("Big5-HKSCS");
  private static final Charset LATIN = Charset.forName("windows-1252");

  /** Share of usual characters from which a text is Chinese and not another encoding misread. */
  private static final double READS_AS_CHINESE = 0.25;

  /** Share of Latin and Chinese characters from which bytes with zeros are UTF-16. */
  private static final double PLAUSIBLE = 0.9;

  private TextFile() {}

  /**
   * A text as it was decoded.
   *
   * @param whole whether it is the whole file and not just the beginning that the limit allowed
   */
  record Content(String text, boolean whole) {}

  /** A file's bytes, or the beginning that the limit allowed. */
  @SuppressWarnings("ArrayRecordComponent") // passed on once, never compared
  record Bytes(byte[] bytes, boolean whole) {}

  /**
   * The beginning of a file as text, for finding its type.
   *
   * @param bytes may be cut anywhere
   * @return empty if it is not text
   */
  public static Optional<String> head(byte[] bytes) {
    return binary(bytes) ? Optional.empty() : Optional.of(decode(bytes));
  }

  /**
   * Reads a file.
   *
   * @param most bytes that are read at most
   */
  static Content read(Path file, long most) throws IOException {
    Bytes read = bytes(file, most);
    return new Content(decode(read.bytes()), read.whole());
  }

  /** Reads the bytes of a file, at most so many. */
  static Bytes bytes(Path file, long most) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes((int) Math.min(most, Integer.MAX_VALUE - 16));
      return new Bytes(bytes, in.read() < 0);
    }
  }

  /** Whether bytes are valid UTF-8, but for a character that is cut at the very end. */
  static boolean validUtf8(byte[] bytes) {
    return strict(bytes, StandardCharsets.UTF_8).isPresent();
  }

  /** Decodes bytes; what fits no encoding becomes replacement characters. */
  static String decode(byte[] bytes) {
    Charset marked = byMark(bytes);
    if (marked != null) {
      String text = lenient(bytes, marked);
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
    Optional<String> utf8 = strict(bytes, StandardCharsets.UTF_8);
    if (utf8.isPresent() && utf8.get().indexOf('\0') < 0) {
      return utf8.get();
    }
    Charset wide = wide(bytes);
    if (wide != null) {
      return lenient(bytes, wide);
    }
    Optional<String> gb = strict(bytes, GB18030);
    Optional<String> big5 = strict(bytes, BIG5);
    double gbUsual = gb.map(UsualHan::share).orElse(0.0);
    double big5Usual = big5.map(UsualHan::share).orElse(0.0);
    if (gb.isPresent() && gbUsual >= big5Usual && gbUsual >= READS_AS_CHINESE) {
      return gb.get();
    }
    if (big5.isPresent() && big5Usual >= READS_AS_CHINESE) {
      return big5.get();
    }
    // a UTF-8 file with a few broken bytes is still UTF-8
    String broken = lenient(bytes, StandardCharsets.UTF_8);
    long bad = broken.chars().filter(c -> c == 0xFFFD).count();
    return bad * 50 < broken.length() && UsualHan.share(broken) >= READS_AS_CHINESE
        ? broken
        : lenient(bytes, LATIN);
  }

  private static @Nullable Charset byMark(byte[] b) {
    if (b.length >= 3 && b[0] == (byte) 0xEF && b[1] == (byte) 0xBB && b[2] == (byte) 0xBF) {
      return StandardCharsets.UTF_8;
    }
    if (b.length >= 2 && b[0] == (byte) 0xFF && b[1] == (byte) 0xFE) {
      return StandardCharsets.UTF_16LE;
    }
    if (b.length >= 2 && b[0] == (byte) 0xFE && b[1] == (byte) 0xFF) {
      return StandardCharsets.UTF_16BE;
    }
    return null;
  }

  /**
   * UTF-16 without a mark: its ASCII, at least the line ends, has zero bytes, and read the right
   * way round nearly all of it is Latin or Chinese.
   */
  private static @Nullable Charset wide(byte[] bytes) {
    boolean zero = false;
    for (byte b : bytes) {
      zero |= b == 0;
    }
    if (!zero) {
      return null;
    }
    double little = plausible(lenient(bytes, StandardCharsets.UTF_16LE));
    double big = plausible(lenient(bytes, StandardCharsets.UTF_16BE));
    if (Math.max(little, big) < PLAUSIBLE) {
      return null;
    }
    return big > little ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
  }

  /** The share of characters that Latin and Chinese text is made of, 0–1. */
  private static double plausible(String text) {
    long good =
        text.chars()
            .filter(
                c ->
                    (c >= 0x20 && c < 0x180)
                        || c == '\n'
                        || c == '\r'
                        || c == '\t'
                        || Han.isWide((char) c)
                        || (c >= 0x2000 && c < 0x2700))
            .count();
    return text.isEmpty() ? 0 : (double) good / text.length();
  }

  private static boolean binary(byte[] bytes) {
    if (byMark(bytes) != null) {
      return false;
    }
    if (wide(bytes) != null) {
      return false;
    }
    int control = 0;
    for (byte b : bytes) {
      boolean usual = b == '\t' || b == '\n' || b == '\r' || b == '\f' || b == 0x1B || b == 0x1A;
      if (b >= 0 && b < 0x20 && !usual) {
        control++;
      }
    }
    return control * 200 > bytes.length;
  }

  /** Decodes if all of it is valid; only the very end may be cut. */
  private static Optional<String> strict(byte[] bytes, Charset charset) {
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CharBuffer out =
        CharBuffer.allocate((int) Math.ceil(bytes.length * (double) decoder.maxCharsPerByte()) + 1);
    CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), out, false);
    return result.isUnderflow() ? Optional.of(out.flip().toString()) : Optional.empty();
  }

  private static String lenient(byte[] bytes, Charset charset) {
    try {
      return charset
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPLACE)
          .onUnmappableCharacter(CodingErrorAction.REPLACE)
          .decode(ByteBuffer.wrap(bytes))
          .toString();
    } catch (CharacterCodingException e) {
      throw new IllegalStateException("a replacing decoder reports nothing", e);
    }
  }
}
