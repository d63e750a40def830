package dev.dealcoach.scan.parse.layout;

import dev.dealcoach.nlp.text.Han;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the text of segments in normal form, unit by unit with its edges. */
final class LineText {
  /** A gap between Latin characters of this many ems is a word space. */
  private static final float WORD_GAP = 0.17f;

  /** Beside a Chinese character, which is set with varying gaps, only one of this many is. */
  private static final float WIDE_GAP = 0.75f;

  private static final int LEADERS = 4;
  private static final int LONGEST_LABEL = 6;

  private final PageContent page;
  private final Frame frame;
  private final Glyphs g;
  private final StringBuilder text = new StringBuilder();
  private float[] left = new float[256];
  private float[] right = new float[256];

  LineText(PageContent page, Frame frame, Glyphs glyphs) {
    this.page = page;
    this.frame = frame;
    this.g = glyphs;
  }

  /** The characters it writes. */
  Glyphs glyphs() {
    return g;
  }

  /** The line that these segments of one row make up, null if it has no text. */
  @Nullable Line of(List<Segment> segments) {
    text.setLength(0);
    int bold = 0;
    int units = 0;
    int boldStart = 0;
    int ocr = 0;
    boolean leader = false;
    boolean softHyphen = false;
    int previous = -1;
    float base = 0;
    float size = 0;
    float descent = 0;
    float weight = 0;
    for (Segment s : segments) {
      for (int k = 0; k < s.glyphs.length; k++) {
        int i = s.glyphs[k];
        String t = g.text[i];
        if ((g.flags[i] & Glyphs.DRAWN) != 0 && (previous >= 0 || !beginsText(segments, s, k))) {
          continue;
        }
        softHyphen = t.charAt(0) == 0x00AD;
        if (softHyphen) {
          continue;
        }
        int run = Chars.leader(t.charAt(0)) ? leaders(s.glyphs, k) : 0;
        if (run >= LEADERS) {
          leader = true;
          k += run - 1;
          continue;
        }
        boolean spaced =
            previous >= 0
                && ((leader && !text.isEmpty() && skipped(previous, i))
                    || spaceBefore(previous, i, k == 0));
        append(t, i, spaced);
        boolean heavy = (g.flags[i] & Glyphs.BOLD) != 0;
        units++;
        if (heavy) {
          bold++;
          if (units <= 2) {
            boldStart++;
          }
        }
        ocr += g.flags[i] & Glyphs.OCR;
        previous = i;
      }
      float w = s.glyphs.length * s.size;
      if (w > weight) {
        weight = w;
        base = s.base;
        size = s.size;
        descent = s.descent;
      }
    }
    int n = text.length();
    if (n == 0) {
      return null;
    }
    partOverlaps(n);
    return new Line(
        page.page(),
        frame,
        text.toString(),
        Arrays.copyOf(left, n),
        Arrays.copyOf(right, n),
        base,
        size,
        descent,
        bold * 10 >= units * 9,
        boldStart > 0,
        ocr > 0,
        leader,
        softHyphen,
        g.space[segments.getFirst().glyphs[0]] > 0);
  }

  /** Whether a character that is not drawn follows in the same row. */
  private boolean beginsText(List<Segment> segments, Segment s, int k) {
    int next = k + 1 < s.glyphs.length ? s.glyphs[k + 1] : -1;
    int at = segments.indexOf(s);
    if (next < 0 && at + 1 < segments.size()) {
      next = segments.get(at + 1).glyphs[0];
    }
    return next >= 0 && (g.flags[next] & Glyphs.DRAWN) == 0;
  }

  /**
   * Where kerning lets two characters overlap, makes the edges of both end short of the other, so
   * that a box from one of them on does not touch its neighbour.
   */
  private void partOverlaps(int n) {
    for (int i = 1; i < n; i++) {
      float over = right[i - 1] - left[i];
      if (over > 0
          && left[i] > left[i - 1]
          && right[i] > right[i - 1]
          && over < 0.35f * Math.min(right[i - 1] - left[i - 1], right[i] - left[i])) {
        float end = right[i - 1];
        right[i - 1] = left[i];
        left[i] = end;
      }
    }
  }

  private boolean skipped(int previous, int i) {
    return g.left[i] - g.right[previous] > g.size[i];
  }

  private int leaders(int[] glyphs, int from) {
    int to = from;
    while (to < glyphs.length && Chars.leader(g.text[glyphs[to]].charAt(0))) {
      to++;
    }
    int n = to - from;
    return g.text[glyphs[from]].charAt(0) == '…' && n >= 3 ? Math.max(n, LEADERS) : n;
  }

  private boolean spaceBefore(int before, int i, boolean newSegment) {
    if (newSegment || g.space[i] > 0) {
      return true;
    }
    float gap = g.left[i] - g.right[before];
    float size = Math.min(g.size[i], g.size[before]);
    if (gap <= WORD_GAP * size) {
      return false;
    }
    if (text.length() <= LONGEST_LABEL && Numbering.of(text).marker()) {
      return true;
    }
    boolean wide =
        Han.isWide(g.text[before].charAt(g.text[before].length() - 1))
            || Han.isWide(g.text[i].charAt(0));
    return gap > (wide ? WIDE_GAP : WORD_GAP) * size;
  }

  private void append(String t, int i, boolean spaced) {
    int n = text.length();
    if (spaced && n > 0) {
      unit(' ', right[n - 1], right[n - 1]);
      n++;
    }
    if (n > 0 && Character.getType(t.charAt(0)) == Character.NON_SPACING_MARK) {
      String joined = Normalizer.normalize(text.charAt(n - 1) + t, Normalizer.Form.NFC);
      if (joined.length() == 1) {
        text.setCharAt(n - 1, joined.charAt(0));
        return;
      }
    }
    int units = t.length();
    if (units == 1) {
      unit(t.charAt(0), g.left[i], g.right[i]);
      return;
    }
    float width = g.right[i] - g.left[i];
    if (Character.isHighSurrogate(t.charAt(0)) && units == 2) {
      unit(t.charAt(0), g.left[i], g.right[i]);
      unit(t.charAt(1), g.right[i], g.right[i]);
      return;
    }
    for (int u = 0; u < units; u++) {
      unit(t.charAt(u), g.left[i] + width * u / units, g.left[i] + width * (u + 1) / units);
    }
  }

  private void unit(char c, float from, float to) {
    int n = text.length();
    if (n == left.length) {
      left = Arrays.copyOf(left, n * 2);
      right = Arrays.copyOf(right, n * 2);
    }
    text.append(c);
    left[n] = from;
    right[n] = to;
  }
}
