package dev.dealcoach.scan.parse.layout;

import dev.dealcoach.nlp.text.Han;

/** What single characters mean for the make-up of a page. Stateless. */
final class Chars {
  private static final String CLOSING = "，。、；：？！）】》」』”’…—·,.;:?!)]}%％";
  private static final String BULLETS =
      "•●○■□◆◇▪▫►▶➢➤✓✔★☆▲△‣⁃∙◦◼◾❖❑❒\uF0B7\uF0D8\uF0A7\uF0FC\uF06C\uF06E\uF075\uF076";

  private Chars() {}

  /** Letters and digits that stand in words: not Chinese. */
  static boolean inWord(char c) {
    return (Character.isLetterOrDigit(c) && !Han.isWide(c)) || c == '\'' || c == '-' || c == '_';
  }

  /** Punctuation that may not begin a line. */
  static boolean closing(char c) {
    return CLOSING.indexOf(c) >= 0;
  }

  /** A sign that is only ever a list's bullet. */
  static boolean bullet(char c) {
    return BULLETS.indexOf(c) >= 0;
  }

  /** A dot as in the leaders of a table of contents. */
  static boolean leader(char c) {
    return c == '.' || c == '…' || c == '·' || c == '．' || c == '‥' || c == '⋯' || c == '_';
  }

  /** Whether a sentence ends with this unit. */
  static boolean terminal(char c) {
    return c == '。' || c == '！' || c == '？' || c == '；' || c == '.' || c == '!' || c == '?'
        || c == '：' || c == ':' || c == '”' || c == '…';
  }
}
