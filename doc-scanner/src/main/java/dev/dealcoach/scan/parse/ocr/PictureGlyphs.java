package dev.dealcoach.scan.parse.ocr;

import dev.dealcoach.nlp.text.Han;
import dev.dealcoach.nlp.text.NormalText;
import dev.dealcoach.scan.parse.layout.Glyphs;
import java.util.Arrays;
import java.util.List;

/**
 * Turns lines read from a picture into characters with places. A reader only says where a line
 * stands; the edges of its characters are estimates in proportion to their usual widths. Stateless.
 */
public final class PictureGlyphs {
  /** Share of a line box's height that its characters' em square takes. */
  private static final float EM_IN_BOX = 0.78f;

  /** Sizes that differ by less than this share are the same: boxes of lines are not exact. */
  private static final float SAME_SIZE = 0.1f;

  private static final float SAME_SIZE_BY_HEIGHT = 0.25f;

  private static final float DESCENT = 0.15f;

  private PictureGlyphs() {}

  /**
   * Adds the lines.
   *
   * @param scale points for one pixel
   */
  public static void add(List<PictureLine> lines, float scale, Glyphs into) {
    float[] sizes = sizes(lines);
    for (int i = 0; i < lines.size(); i++) {
      add(lines.get(i), sizes[i], scale, into);
    }
  }

  /** The em of each line in pixels, with small differences evened out. */
  private static float[] sizes(List<PictureLine> lines) {
    int n = lines.size();
    float[] raw = new float[n];
    float[] slack = new float[n];
    for (int i = 0; i < n; i++) {
      raw[i] = size(lines.get(i));
      slack[i] = measured(lines.get(i)) ? SAME_SIZE : SAME_SIZE_BY_HEIGHT;
    }
    float[] even = new float[n];
    boolean[] done = new boolean[n];
    for (int best = next(lines, raw, done); best >= 0; best = next(lines, raw, done)) {
      for (int j = 0; j < n; j++) {
        if (!done[j] && Math.abs(raw[j] - raw[best]) <= slack[j] * raw[best]) {
          done[j] = true;
          even[j] = raw[best];
        }
      }
    }
    return even;
  }

  /** The line whose size most characters of the lines left share; measured ones come first. */
  private static int next(List<PictureLine> lines, float[] raw, boolean[] done) {
    int best = -1;
    float most = -1;
    for (int i = 0; i < raw.length; i++) {
      if (done[i]) {
        continue;
      }
      float weight = measured(lines.get(i)) ? 10_000 : 0;
      for (int j = 0; j < raw.length; j++) {
        if (!done[j] && Math.abs(raw[j] - raw[i]) < SAME_SIZE * raw[i] / 2) {
          weight += lines.get(j).text().length();
        }
      }
      if (weight > most) {
        most = weight;
        best = i;
      }
    }
    return best;
  }

  /** Whether the size follows from the width: Chinese characters are as wide as high. */
  private static boolean measured(PictureLine line) {
    return Han.count(line.text()) >= 5;
  }

  private static float size(PictureLine line) {
    float height = line.y1() - line.y0();
    if (measured(line)) {
      float byWidth = (line.x1() - line.x0()) / width(line.text());
      return Math.clamp(byWidth, 0.6f * height, 1.05f * height);
    }
    return EM_IN_BOX * height;
  }

  private static void add(PictureLine line, float size, float scale, Glyphs into) {
    String text = NormalText.of(line.text());
    float total = width(text);
    float unit = (line.x1() - line.x0()) / total;
    float base = ((line.y0() + line.y1()) / 2 + 0.35f * size) * scale;
    float at = line.x0();
    int[] points = text.codePoints().toArray();
    for (int point : points) {
      float width = unit * width(point);
      if (point == ' ') {
        into.space(width * scale);
      } else {
        into.add(
            Character.toString(point),
            at * scale,
            (at + width) * scale,
            base,
            size * scale,
            DESCENT,
            Glyphs.OCR);
      }
      at += width;
    }
  }

  private static float width(String text) {
    return Math.max(0.3f, (float) text.codePoints().mapToDouble(PictureGlyphs::width).sum());
  }

  /** Usual width in ems. */
  private static float width(int point) {
    if (point > 0xFFFF || Han.isWide((char) point)) {
      return 1;
    }
    if (point == ' ') {
      return 0.3f;
    }
    if (point < 128 && Arrays.binarySearch(NARROW, (char) point) >= 0) {
      return 0.3f;
    }
    return Character.isUpperCase(point) || point == 'm' || point == 'w' || point == '%'
        ? 0.68f
        : 0.53f;
  }

  private static final char[] NARROW = sorted("!'(),-.:;I[]`fijlrt|");

  private static char[] sorted(String chars) {
    char[] out = chars.toCharArray();
    Arrays.sort(out);
    return out;
  }
}
