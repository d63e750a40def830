package dev.dealcoach.nlp.text;

import java.text.Normalizer;

/**
 * The normal form of block text (SPEC §8): Unicode NFC, every run of white space as one space, none
 * at the ends, none between two Chinese characters where a line was broken; control, zero-width and
 * byte-order characters dropped, half surrogates replaced. Stateless.
 */
public final class NormalText {
  private NormalText() {}

  /**
   * The normal form of a text. A line break between two wide characters disappears, any other
   * becomes a space.
   */
  public static String of(CharSequence raw) {
    String text =
        Normalizer.isNormalized(raw, Normalizer.Form.NFC)
            ? raw.toString()
            : Normalizer.normalize(raw, Normalizer.Form.NFC);
    StringBuilder out = new StringBuilder(text.length());
    boolean space = false;
    boolean lineBreak = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isSpace(c)) {
        space = true;
        lineBreak |= c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029 || c == 0x0B;
        continue;
      }
      if (isDropped(c)) {
        continue;
      }
      if (Character.isSurrogate(c)) {
        boolean pair =
            Character.isHighSurrogate(c)
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
        if (!pair) {
          c = '\uFFFD';
        }
      }
      if (space && !out.isEmpty() && !(lineBreak && joins(out.charAt(out.length() - 1), c))) {
        out.append(' ');
      }
      space = false;
      lineBreak = false;
      out.append(c);
      if (Character.isHighSurrogate(c)) {
        out.append(text.charAt(++i));
      }
    }
    return out.toString();
  }

  /**
   * Whether a line break between these two characters is no word boundary: both are wide (Chinese)
   * characters.
   */
  public static boolean joins(char before, char after) {
    return (Han.isWide(before) || Character.isLowSurrogate(before))
        && (Han.isWide(after) || Character.isHighSurrogate(after));
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  private static boolean isDropped(char c) {
    return c == 0xFEFF
        || (c >= 0x200B && c <= 0x200F)
        || c == 0x00AD
        || c == 0x2060
        || Character.isISOControl(c);
  }
}
