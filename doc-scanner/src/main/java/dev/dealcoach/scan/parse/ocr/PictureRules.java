package dev.dealcoach.scan.parse.ocr;

import dev.dealcoach.scan.parse.layout.Rules;
import java.awt.image.BufferedImage;

/** Finds the ruling lines of tables in the picture of a page. Stateless. */
public final class PictureRules {
  /** A pixel darker than this (0..255) may belong to a line. */
  private static final int DARK = 150;

  /** Shorter lines (at 200 dpi, in pixels) may be strokes of characters. */
  private static final int SHORTEST = 80;

  private static final int SHORTEST_UPRIGHT = 50;

  /** Thicker ones are dark areas. */
  private static final int THICKEST = 9;

  /** A line may be interrupted by so many pixels. */
  private static final int HOLE = 2;

  private PictureRules() {}

  /**
   * Adds the lines.
   *
   * @param scale points for one pixel
   */
  public static void add(BufferedImage picture, float scale, Rules into) {
    int w = picture.getWidth();
    int h = picture.getHeight();
    boolean[] dark = dark(picture);
    for (int y = 0; y < h; y++) {
      int from = -1;
      int last = -1;
      for (int x = 0; x <= w; x++) {
        if (x < w && dark[y * w + x]) {
          from = from < 0 ? x : from;
          last = x;
        } else if (from >= 0 && (x == w || x - last > HOLE)) {
          if (last - from >= SHORTEST && thin(dark, w, h, (from + last) / 2, y, 0, 1)) {
            into.line(from * scale, y * scale, (last + 1) * scale, y * scale);
          }
          from = -1;
        }
      }
    }
    for (int x = 0; x < w; x++) {
      int from = -1;
      int last = -1;
      for (int y = 0; y <= h; y++) {
        if (y < h && dark[y * w + x]) {
          from = from < 0 ? y : from;
          last = y;
        } else if (from >= 0 && (y == h || y - last > HOLE)) {
          if (last - from >= SHORTEST_UPRIGHT && thin(dark, w, h, x, (from + last) / 2, 1, 0)) {
            into.line(x * scale, from * scale, x * scale, (last + 1) * scale);
          }
          from = -1;
        }
      }
    }
  }

  /** Whether the dark stroke across is thin at this place, and this is its first pixel. */
  private static boolean thin(boolean[] dark, int w, int h, int x, int y, int dx, int dy) {
    int n = 0;
    int px = x;
    int py = y;
    while (px < w && py < h && dark[py * w + px] && n <= THICKEST) {
      px += dx;
      py += dy;
      n++;
    }
    return n <= THICKEST;
  }

  private static boolean[] dark(BufferedImage picture) {
    int w = picture.getWidth();
    int h = picture.getHeight();
    boolean[] dark = new boolean[w * h];
    int[] row = new int[w];
    for (int y = 0; y < h; y++) {
      picture.getRGB(0, y, w, 1, row, 0, w);
      for (int x = 0; x < w; x++) {
        int p = row[x];
        int grey = ((p >> 16 & 0xFF) * 3 + (p >> 8 & 0xFF) * 6 + (p & 0xFF)) / 10;
        dark[y * w + x] = grey < DARK;
      }
    }
    return dark;
  }
}
