package dev.dealcoach.scan.parse.ocr;

import java.awt.image.BufferedImage;

/**
 * Reads the text in the picture of a page. Implementations are thread-safe (they may make callers
 * wait) and never throw for what is in the picture.
 */
public interface PageReader {
  /**
   * Reads a picture.
   *
   * @param picture upright, at about {@value #DPI} dots per inch
   */
  PictureText read(BufferedImage picture);

  /** The resolution at which pages are best handed in. */
  int DPI = 200;
}
