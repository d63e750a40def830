package dev.dealcoach.service.web.record;

import java.io.ByteArrayOutputStream;
import java.util.Optional;

/**
 * Pictures of a contact: JPEG only. What a camera notes in them, the place among it, can be taken
 * out. Stateless.
 */
final class Photo {
  /** Largest picture, in bytes. */
  static final int LARGEST = 12 << 20;

  private static final int START = 0xD8;
  private static final int SCAN = 0xDA;
  private static final int APP0 = 0xE0;
  private static final int APP1 = 0xE1;
  private static final int APP15 = 0xEF;
  private static final int COMMENT = 0xFE;

  private Photo() {}

  /** Whether these bytes begin as a JPEG does. */
  static boolean isJpeg(byte[] bytes) {
    return bytes.length > 4
        && (bytes[0] & 0xFF) == 0xFF
        && (bytes[1] & 0xFF) == START
        && (bytes[2] & 0xFF) == 0xFF;
  }

  /**
   * The same picture without what the camera noted in it: every application segment but JFIF's, and
   * comments. The pixels are not touched.
   *
   * @return empty if the segments cannot be told apart
   */
  static Optional<byte[]> withoutNotes(byte[] jpeg) {
    if (!isJpeg(jpeg)) {
      return Optional.empty();
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(jpeg.length);
    out.write(jpeg, 0, 2);
    int at = 2;
    while (at + 4 <= jpeg.length) {
      if ((jpeg[at] & 0xFF) != 0xFF) {
        return Optional.empty();
      }
      int marker = jpeg[at + 1] & 0xFF;
      if (marker == 0xFF) {
        at++;
        continue;
      }
      if (marker == SCAN) {
        // the pixels follow; what stands behind their end belongs to no picture
        int end = end(jpeg, at);
        out.write(jpeg, at, end - at);
        return Optional.of(out.toByteArray());
      }
      int length = (jpeg[at + 2] & 0xFF) << 8 | (jpeg[at + 3] & 0xFF);
      if (length < 2 || at + 2 + length > jpeg.length) {
        return Optional.empty();
      }
      boolean note = (marker >= APP1 && marker <= APP15) || marker == COMMENT;
      if (marker == APP0 || !note) {
        out.write(jpeg, at, 2 + length);
      }
      at += 2 + length;
    }
    return Optional.empty();
  }

  /** Behind the end mark of the picture, or the end of the bytes. */
  private static int end(byte[] jpeg, int from) {
    for (int i = from; i + 1 < jpeg.length; i++) {
      if ((jpeg[i] & 0xFF) == 0xFF && (jpeg[i + 1] & 0xFF) == 0xD9) {
        return i + 2;
      }
    }
    return jpeg.length;
  }
}
