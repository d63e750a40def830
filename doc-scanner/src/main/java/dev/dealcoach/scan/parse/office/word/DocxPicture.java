package dev.dealcoach.scan.parse.office.word;

import dev.dealcoach.scan.parse.BlockOrigin;

/**
 * A picture in a Word file. Immutable.
 *
 * @param part the part that holds its bytes
 * @param origin where it stands
 * @param width in English metric units (914,400 an inch), 0 if unknown
 * @param height in English metric units, 0 if unknown
 */
record DocxPicture(String part, BlockOrigin origin, long width, long height) {
  private static final long INCH = 914_400;

  /**
   * Whether it is large enough to hold a page's or paragraph's worth of text: 3 × 2 inches, which a
   * logo, stamp or portrait does not reach.
   */
  boolean large() {
    return width >= 3 * INCH && height >= 2 * INCH;
  }

  /**
   * Whether it takes a whole page of its own, higher than wide, as scanned pages and certificates
   * do and illustrations hardly ever.
   */
  boolean page() {
    return width >= 4 * INCH && height >= 7 * INCH && height > width;
  }
}
