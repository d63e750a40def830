package dev.dealcoach.scan.parse.layout;

import java.util.Arrays;

/**
 * The characters of one page that are written in one direction, in the order in which they were
 * drawn, as parallel arrays (a page has thousands; an object each would cost more than reading
 * them). Coordinates are points in the frame of the writing direction: {@code x} runs along the
 * line, {@code y} downwards from line to line. Mutable, used by one thread and reused from page to
 * page.
 */
public final class Glyphs {
  /** Drawn with a heavy face, or with an added outline. */
  public static final byte BOLD = 1;

  /** Read from a picture; its edges are estimates. */
  public static final byte OCR = 2;

  /** Not a character but a small dot that is drawn like a list's bullet. */
  public static final byte DRAWN = 4;

  int count;
  String[] text = new String[2048];
  float[] left = new float[2048];
  float[] right = new float[2048];
  float[] base = new float[2048];
  float[] size = new float[2048];

  /** Width of the explicit spaces drawn since the glyph before, 0 if none. */
  float[] space = new float[2048];

  /** How far its font reaches below the baseline, in ems. */
  float[] descent = new float[2048];

  byte[] flags = new byte[2048];
  private float pendingSpace;

  /**
   * Adds a character.
   *
   * @param text one or more UTF-16 units, not white space
   * @param left left edge
   * @param right right edge, not less than {@code left}
   * @param base the baseline
   * @param size height of the font's em square, greater than 0
   * @param descent how far the font says to reach below the baseline, in ems, 0 or more
   * @param flags {@link #BOLD}, {@link #OCR}, {@link #DRAWN}
   */
  public void add(
      String text, float left, float right, float base, float size, float descent, int flags) {
    if (count == this.text.length) {
      grow();
    }
    this.text[count] = text;
    this.left[count] = left;
    this.right[count] = right;
    this.base[count] = base;
    this.size[count] = size;
    this.space[count] = pendingSpace;
    this.descent[count] = descent;
    this.flags[count] = (byte) flags;
    pendingSpace = 0;
    count++;
  }

  /** Notes that white space of this width (points, at least a little) was drawn. */
  public void space(float width) {
    pendingSpace += Math.max(width, 0.01f);
  }

  /** How many characters were added. */
  public int count() {
    return count;
  }

  /** Forgets everything. */
  public void clear() {
    Arrays.fill(text, 0, count, null);
    count = 0;
    pendingSpace = 0;
  }

  private void grow() {
    int length = count * 2;
    text = Arrays.copyOf(text, length);
    left = Arrays.copyOf(left, length);
    right = Arrays.copyOf(right, length);
    base = Arrays.copyOf(base, length);
    size = Arrays.copyOf(size, length);
    space = Arrays.copyOf(space, length);
    descent = Arrays.copyOf(descent, length);
    flags = Arrays.copyOf(flags, length);
  }
}
