package dev.dealcoach.scan.parse.layout;

/**
 * The number or bullet a line begins with. Immutable.
 *
 * @param style what it looks like
 * @param depth of a decimal number (1.2.3 has 3), otherwise 1 or 0 for none
 * @param length units it takes, without the space after it
 * @param marker whether the text is nothing else
 */
record Numbering(Style style, int depth, int length, boolean marker) {
  /** The styles, from the outermost to the innermost as they are customary. */
  enum Style {
    /** 第一章, 第二节, Chapter 1. */
    CHAPTER,
    /** 一、 */
    HAN,
    /** （一） */
    HAN_BRACKETS,
    /** 1. 1、 1.1 */
    DECIMAL,
    /** （1） 1） */
    DECIMAL_BRACKETS,
    /** ① */
    CIRCLED,
    /** a. a) */
    LETTER,
    /** • – ■ */
    BULLET,
    NONE
  }

  private static final Numbering NONE = new Numbering(Style.NONE, 0, 0, false);
  private static final String HAN = "一二三四五六七八九十百零〇";

  /** Reads the beginning of a text. */
  static Numbering of(CharSequence t) {
    int n = t.length();
    if (n == 0) {
      return NONE;
    }
    char c = t.charAt(0);
    if (Chars.bullet(c) || c == '⚫' || c == '◎' || (c == '·' && n > 1)) {
      return of(Style.BULLET, 1, 1, n);
    }
    if ((c == '-' || c == '–' || c == '—' || c == '·' || c == '*' || c == '➔' || c == '→')
        && (n == 1 || t.charAt(1) == ' ')) {
      return of(Style.BULLET, 1, 1, n);
    }
    if (c >= '①' && c <= '⑳') {
      return of(Style.CIRCLED, 1, 1, n);
    }
    if (c == '第') {
      int end = han(t, 1, true);
      if (end > 1 && end < n && "章节部分篇条".indexOf(t.charAt(end)) >= 0) {
        int stop =
            t.charAt(end) == '部' && end + 1 < n && t.charAt(end + 1) == '分' ? end + 2 : end + 1;
        return of(t.charAt(end) == '条' ? Style.DECIMAL : Style.CHAPTER, 1, stop, n);
      }
      return NONE;
    }
    if (c == '（' || c == '(') {
      return brackets(t, n);
    }
    int end = han(t, 0, false);
    if (end > 0) {
      return end < n && (t.charAt(end) == '、' || t.charAt(end) == '．' || t.charAt(end) == '.')
          ? of(Style.HAN, 1, end + 1, n)
          : NONE;
    }
    if (c >= '0' && c <= '9') {
      return decimal(t, n);
    }
    if (((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))
        && n > 1
        && (t.charAt(1) == '.' || t.charAt(1) == ')' || t.charAt(1) == '）' || t.charAt(1) == '、')
        && (n == 2 || t.charAt(2) == ' ' || t.charAt(1) == '、' || t.charAt(1) == '）')) {
      return of(Style.LETTER, 1, 2, n);
    }
    return NONE;
  }

  private static Numbering of(Style style, int depth, int length, int of) {
    return new Numbering(style, depth, length, length == of);
  }

  private static Numbering brackets(CharSequence t, int n) {
    int end = han(t, 1, false);
    boolean han = end > 1;
    if (!han) {
      while (end < n && end < 4 && digit(t.charAt(end))) {
        end++;
      }
    }
    if (end > 1 && end < n && (t.charAt(end) == '）' || t.charAt(end) == ')')) {
      return of(han ? Style.HAN_BRACKETS : Style.DECIMAL_BRACKETS, 1, end + 1, n);
    }
    return NONE;
  }

  private static Numbering decimal(CharSequence t, int n) {
    int i = 0;
    int depth = 1;
    while (i < n && i < 3 && digit(t.charAt(i))) {
      i++;
    }
    while (i + 1 < n && (t.charAt(i) == '.' || t.charAt(i) == '．') && digit(t.charAt(i + 1))) {
      int from = ++i;
      while (i < n && digit(t.charAt(i))) {
        i++;
      }
      if (i - from > 2) {
        return NONE;
      }
      depth++;
    }
    if (i == n) {
      return depth > 1 ? of(Style.DECIMAL, depth, i, n) : NONE;
    }
    char c = t.charAt(i);
    if (c == '）' || c == ')') {
      return of(Style.DECIMAL_BRACKETS, 1, i + 1, n);
    }
    if (c == '.' || c == '、' || c == '．') {
      return of(Style.DECIMAL, depth, i + 1, n);
    }
    boolean spaced = c == ' ' && i + 1 < n && Character.isLetter(t.charAt(i + 1));
    if (depth > 1 && depth < 5 && (spaced || (Character.isLetter(c) && c > 0x2E80 && !unit(c)))) {
      return of(Style.DECIMAL, depth, i, n);
    }
    return NONE;
  }

  private static boolean unit(char c) {
    return "万元亿倍分小天年个月日时秒次人米吨".indexOf(c) >= 0;
  }

  private static int han(CharSequence t, int from, boolean digits) {
    int i = from;
    while (i < t.length()
        && i - from < 4
        && (HAN.indexOf(t.charAt(i)) >= 0 || (digits && digit(t.charAt(i))))) {
      i++;
    }
    return i;
  }

  private static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }
}
