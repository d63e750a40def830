package dev.dealcoach.scan.parse.pdf;

import dev.dealcoach.scan.parse.layout.Rules;
import org.apache.pdfbox.util.Matrix;

/**
 * Follows the path that is being made and gives its straight lines and rectangles to the rules when
 * it is painted. Mutable, used by one thread.
 */
final class PathTracer {
  /** Paths of more points than this are drawings. */
  private static final int MOST = 4000;

  /** Size of a drawn bullet, points. */
  private static final float DOT_LEAST = 1.8f;

  private static final float DOT_MOST = 8f;

  private final GlyphReader reader;

  /** Rectangles as four, lines as four coordinates on the page, after a kind: 0 line, 1 box. */
  private float[] parts = new float[5 * 256];

  private int length;
  private int curves;
  private int inPath;
  private float dotLeft;
  private float dotTop;
  private float dotRight;
  private float dotBottom;
  private float x;
  private float y;
  private float startX;
  private float startY;
  private Rules rules = new Rules();

  PathTracer(GlyphReader reader) {
    this.reader = reader;
  }

  void begin(Rules rules) {
    this.rules = rules;
    end();
    curves = 0;
  }

  /** How many curves were drawn since the page began. */
  int curves() {
    return curves;
  }

  void take(String operator, float[] n, int count) {
    switch (operator) {
      case "re" -> {
        if (count == 4) {
          box(n[0], n[1], n[0] + n[2], n[1] + n[3]);
          at(n[0], n[1]);
          startX = x;
          startY = y;
        }
      }
      case "m" -> {
        if (count == 2) {
          at(n[0], n[1]);
          startX = x;
          startY = y;
        }
      }
      case "l" -> {
        if (count == 2) {
          float fromX = x;
          float fromY = y;
          at(n[0], n[1]);
          part(0, fromX, fromY, x, y);
        }
      }
      case "c", "v", "y" -> {
        if (count >= 4) {
          curves++;
          inPath++;
          widen(x, y);
          at(n[count - 2], n[count - 1]);
          widen(x, y);
        }
      }
      case "h" -> close();
      case "s", "b", "b*" -> {
        close();
        paint("s".equals(operator));
      }
      case "S" -> paint(true);
      case "f", "F", "f*", "B", "B*" -> paint(false);
      default -> end();
    }
  }

  private void widen(float px, float py) {
    dotLeft = Math.min(dotLeft, px);
    dotRight = Math.max(dotRight, px);
    dotTop = Math.min(dotTop, py);
    dotBottom = Math.max(dotBottom, py);
  }

  /** A small filled or stroked round or square is taken for a bullet. */
  private void bullet() {
    if (length == 5 && parts[0] == 1 && inPath == 0) {
      widen(parts[1], parts[2]);
      widen(parts[3], parts[4]);
    } else if (inPath < 4 || inPath > 16) {
      return;
    }
    float w = dotRight - dotLeft;
    float h = dotBottom - dotTop;
    if (w > DOT_LEAST && w < DOT_MOST && h > DOT_LEAST && Math.abs(w - h) < 0.2f * w) {
      reader.dot(dotLeft, dotTop, dotRight, dotBottom);
    }
  }

  private void end() {
    length = 0;
    inPath = 0;
    dotLeft = Float.MAX_VALUE;
    dotTop = Float.MAX_VALUE;
    dotRight = -Float.MAX_VALUE;
    dotBottom = -Float.MAX_VALUE;
  }

  private void close() {
    part(0, x, y, startX, startY);
    x = startX;
    y = startY;
  }

  /** A filled path of four sides is as good as a rectangle; its sides are kept either way. */
  private void paint(boolean stroked) {
    bullet();
    if (!stroked && thin()) {
      float x0 = Float.MAX_VALUE;
      float y0 = Float.MAX_VALUE;
      float x1 = -Float.MAX_VALUE;
      float y1 = -Float.MAX_VALUE;
      for (int i = 0; i < length; i += 5) {
        x0 = Math.min(x0, Math.min(parts[i + 1], parts[i + 3]));
        x1 = Math.max(x1, Math.max(parts[i + 1], parts[i + 3]));
        y0 = Math.min(y0, Math.min(parts[i + 2], parts[i + 4]));
        y1 = Math.max(y1, Math.max(parts[i + 2], parts[i + 4]));
      }
      rules.rectangle(x0, y0, x1, y1);
    } else {
      for (int i = 0; i < length; i += 5) {
        if (parts[i] == 0) {
          rules.line(parts[i + 1], parts[i + 2], parts[i + 3], parts[i + 4]);
        } else {
          rules.rectangle(parts[i + 1], parts[i + 2], parts[i + 3], parts[i + 4]);
        }
      }
    }
    end();
  }

  /** Whether the path is one outline of three or four straight sides. */
  private boolean thin() {
    int lines = 0;
    for (int i = 0; i < length; i += 5) {
      if (parts[i] != 0) {
        return false;
      }
      lines++;
    }
    return lines >= 3 && lines <= 5;
  }

  private void at(float ux, float uy) {
    Matrix m = reader.ctm();
    float px = m.getScaleX() * ux + m.getShearX() * uy + m.getTranslateX();
    float py = m.getShearY() * ux + m.getScaleY() * uy + m.getTranslateY();
    x = reader.pageX(px, py);
    y = reader.pageY(px, py);
  }

  private void box(float x0, float y0, float x1, float y1) {
    at(x0, y0);
    float ax = x;
    float ay = y;
    at(x1, y1);
    part(1, ax, ay, x, y);
  }

  private void part(int kind, float x0, float y0, float x1, float y1) {
    if (length >= MOST * 5) {
      return;
    }
    if (length == parts.length) {
      parts = java.util.Arrays.copyOf(parts, length * 2);
    }
    parts[length++] = kind;
    parts[length++] = x0;
    parts[length++] = y0;
    parts[length++] = x1;
    parts[length++] = y1;
  }
}
