package dev.dealcoach.scan.parse.ocr;

/**
 * A line of text in a picture. Immutable.
 *
 * @param text in the reading order of its language, not empty
 * @param x0 left edge in pixels from the picture's left
 * @param y0 upper edge in pixels from the picture's top
 * @param x1 right edge
 * @param y1 lower edge
 * @param confidence how sure the reader is of its characters, 0..1
 */
public record PictureLine(String text, float x0, float y0, float x1, float y1, float confidence) {}
