package dev.dealcoach.service.web.record;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;

/** A picture as a telephone's camera makes it, with time and place noted in the file. */
final class CameraPicture {
  private static final int WIDTH = 800;
  private static final int HEIGHT = 600;
  private static final int APP1 = 0xE1;

  private CameraPicture() {}

  /**
   * A white wall, taken at 31.2304 north, 121.4737 east.
   *
   * @param time as cameras note it, {@code 2026:03:05 14:20:31}
   */
  static byte[] taken(String time) throws IOException {
    BufferedImage wall = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D paint = wall.createGraphics();
    paint.setColor(Color.WHITE);
    paint.fillRect(0, 0, WIDTH, HEIGHT);
    paint.dispose();
    ByteArrayOutputStream plain = new ByteArrayOutputStream();
    if (!ImageIO.write(wall, "jpeg", plain)) {
      throw new IllegalStateException("no JPEG is written here");
    }
    byte[] jpeg = plain.toByteArray();
    byte[] exif = exif(time);
    ByteArrayOutputStream noted = new ByteArrayOutputStream();
    noted.write(jpeg, 0, 2);
    noted.write(0xFF);
    noted.write(APP1);
    noted.write((exif.length + 2) >> 8);
    noted.write(exif.length + 2);
    noted.write(exif);
    noted.write(jpeg, 2, jpeg.length - 2);
    return noted.toByteArray();
  }

  /** Exif 2.3 in the order of bytes that Motorola began with: main, detail, then GPS. */
  private static byte[] exif(String time) {
    int detail = 8 + 2 + 2 * 12 + 4;
    int words = detail + 2 + 12 + 4;
    int gps = words + 20;
    int degrees = gps + 2 + 4 * 12 + 4;
    ByteBuffer tiff = ByteBuffer.allocate(degrees + 48);
    tiff.put("MM".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8);
    tiff.putShort((short) 2);
    entry(tiff, 0x8769, 4, 1, detail);
    entry(tiff, 0x8825, 4, 1, gps);
    tiff.putInt(0);
    tiff.putShort((short) 1);
    entry(tiff, 0x9003, 2, 20, words);
    tiff.putInt(0);
    tiff.put(time.getBytes(StandardCharsets.US_ASCII)).put((byte) 0);
    tiff.putShort((short) 4);
    entry(tiff, 1, 2, 2, 'N' << 24);
    entry(tiff, 2, 5, 3, degrees);
    entry(tiff, 3, 2, 2, 'E' << 24);
    entry(tiff, 4, 5, 3, degrees + 24);
    tiff.putInt(0);
    tiff.putInt(31).putInt(1).putInt(13).putInt(1).putInt(4944).putInt(100);
    tiff.putInt(121).putInt(1).putInt(28).putInt(1).putInt(2532).putInt(100);
    byte[] head = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
    return ByteBuffer.allocate(head.length + tiff.capacity()).put(head).put(tiff.array()).array();
  }

  private static void entry(ByteBuffer tiff, int tag, int kind, int count, int value) {
    tiff.putShort((short) tag).putShort((short) kind).putInt(count).putInt(value);
  }

  /** What can be read in a file without knowing what it is. */
  static String notes(byte[] jpeg) {
    return new String(jpeg, StandardCharsets.ISO_8859_1);
  }

  /**
   * How much of the picture's width is dark at the bottom, where the stamp stands on the white
   * wall; 0 without a stamp.
   */
  static double stampShare(byte[] jpeg) throws IOException {
    BufferedImage picture = ImageIO.read(new ByteArrayInputStream(jpeg));
    int row = picture.getHeight() - 3;
    int dark = 0;
    for (int x = 0; x < picture.getWidth(); x++) {
      if ((picture.getRGB(x, row) & 0xFF) < 0xA0) {
        dark++;
      }
    }
    return (double) dark / picture.getWidth();
  }
}
