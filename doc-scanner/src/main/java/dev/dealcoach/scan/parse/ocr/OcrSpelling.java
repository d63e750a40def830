package dev.dealcoach.scan.parse.ocr;

import dev.dealcoach.nlp.text.Han;

/**
 * Puts right what the models regularly confuse in Chinese text: punctuation that looks alike, and
 * half-width signs between Chinese characters. Stateless.
 */
final class OcrSpelling {
  private OcrSpelling() {}

  static String corrected(String text) {
    if (Han.count(text) == 0) {
      return text;
    }
    StringBuilder out = new StringBuilder(text);
    int n = out.length();
    for (int i = 0; i < n; i++) {
      char c = out.charAt(i);
      boolean after = i > 0 && chinese(out.charAt(i - 1));
      boolean before = i + 1 == n || chinese(out.charAt(i + 1));
      boolean digits =
          i > 0
              && i + 1 < n
              && Character.isDigit(out.charAt(i - 1))
              && Character.isDigit(out.charAt(i + 1));
      boolean beside = !digits && (after || (i + 1 < n && Han.isHan(out.charAt(i + 1))));
      char to =
          switch (c) {
            case '丶' -> '、';
            case '’', '\'', '`' -> after && before ? '，' : c;
            case '·', '°', '˚', '｡' -> after && i + 1 == n ? '。' : c;
            case '．' -> i > 0 && Character.isDigit(out.charAt(i - 1)) ? '.' : c;
            case '.' -> after && i + 1 == n ? '。' : c;
            case ',' -> beside ? '，' : c;
            case ';' -> beside ? '；' : c;
            case ':' -> beside ? '：' : c;
            case '?' -> beside ? '？' : c;
            case '!' -> beside ? '！' : c;
            case '(' -> bracket(out, i, ')') ? '（' : c;
            case ')' -> i > 0 && out.lastIndexOf("（", i) > out.lastIndexOf("）", i - 1) ? '）' : c;
            default -> c;
          };
      out.setCharAt(i, to);
    }
    return unspaced(out);
  }

  /** Without the spaces that wide punctuation seems to have beside it. */
  private static String unspaced(CharSequence text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean wide =
          c == ' '
              && !out.isEmpty()
              && i + 1 < text.length()
              && Han.isWide(out.charAt(out.length() - 1))
              && Han.isWide(text.charAt(i + 1))
              && !(Han.isHan(out.charAt(out.length() - 1)) && Han.isHan(text.charAt(i + 1)));
      if (!wide) {
        out.append(c);
      }
    }
    return out.toString();
  }

  /** Whether a bracket stands beside or around Chinese characters. */
  private static boolean bracket(CharSequence text, int open, char close) {
    if (open > 0 && Han.isHan(text.charAt(open - 1))) {
      return true;
    }
    for (int i = open + 1; i < text.length() && text.charAt(i) != close; i++) {
      if (Han.isHan(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean chinese(char c) {
    return Han.isHan(c) || (c >= 0x3001 && c <= 0x3011) || (c >= 0xFF01 && c <= 0xFF1F);
  }
}
