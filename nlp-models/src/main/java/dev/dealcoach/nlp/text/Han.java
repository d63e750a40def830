package dev.dealcoach.nlp.text;

/** What kind of character stands at a place, as far as Chinese text needs to know. Stateless. */
public final class Han {
  private Han() {}

  /**
   * Whether a UTF-16 unit is part of a Han character of the common blocks. Half a surrogate pair
   * counts too: nearly all supplementary letters in business text are rare Han characters of names.
   */
  public static boolean isHan(char c) {
    return (c >= 0x4E00 && c <= 0x9FFF)
        || (c >= 0x3400 && c <= 0x4DBF)
        || (c >= 0xF900 && c <= 0xFAFF)
        || c == 0x3007;
  }

  /**
   * Whether Chinese typography puts no space beside this unit: Han, kana, and full-width
   * punctuation.
   */
  public static boolean isWide(char c) {
    return isHan(c)
        || (c >= 0x3000 && c <= 0x30FF)
        || (c >= 0xFF01 && c <= 0xFF60)
        || (c >= 0xFFE0 && c <= 0xFFE6)
        || c == 0x2018
        || c == 0x2019
        || c == 0x201C
        || c == 0x201D
        || c == 0x2026
        || c == 0x2014
        || c == 0x00B7;
  }

  /** How many Han characters a text holds, supplementary ones included. */
  public static int count(CharSequence text) {
    return (int)
        text.codePoints()
            .filter(p -> Character.UnicodeScript.of(p) == Character.UnicodeScript.HAN)
            .count();
  }
}
