package dev.dealcoach.scan.parse.draft;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The number or mark that Chinese and English business documents put before a heading, where
 * nothing but the words tells that it is one. Stateless.
 */
public final class HeadingMark {
  /**
   * Longest heading in UTF-16 units. Headings of Chinese proposals rarely pass 30 characters, of
   * English ones rarely 12 words.
   */
  public static final int LONGEST = 60;

  private static final String NUMERAL = "[一二三四五六七八九十百零〇]{1,4}";

  private static final List<Pattern> CHAPTER =
      List.of(
          Pattern.compile("^第\\s?(?:" + NUMERAL + "|\\d{1,2})\\s?[章篇部]分?(?![一-龥]*[，。；])"),
          Pattern.compile("^(?:附件|附录)\\s?(?:" + NUMERAL + "|\\d{1,2}|[A-Z])(?=[\\s：:、.．]|$)"),
          Pattern.compile("^(?:Chapter|Part|Appendix)\\s+(?:\\d{1,2}|[IVX]{1,5}|[A-Z])\\b"));
  private static final Pattern MAJOR =
      Pattern.compile("^(?:" + NUMERAL + "\\s?[、.．]|[IVX]{1,5}[.、]\\s)\\s*\\S");
  private static final Pattern SECTION =
      Pattern.compile("^(?:第\\s?(?:" + NUMERAL + "|\\d{1,2})\\s?节|[（(]" + NUMERAL + "[）)])");
  private static final Pattern DECIMAL =
      Pattern.compile(
          "^(\\d{1,2}(?:[.．]\\d{1,2}){0,4})"
              // 1.2系统架构 is a heading, 2.5万元 an amount
              + "(?:[.．、]\\s*|\\s+|(?=[一-龥])(?![万亿倍元个年月日天周小分秒吨米台套次人层位名家点]))(?=\\D)");
  private static final Pattern SENTENCE = Pattern.compile("[。；;，,！!…]$|[。；！？!?].*\\S");

  private HeadingMark() {}

  /**
   * The level that the mark at the beginning stands for.
   *
   * @return from 1; 0 if there is no mark
   */
  public static int level(String text) {
    for (Pattern chapter : CHAPTER) {
      if (chapter.matcher(text).find()) {
        return 1;
      }
    }
    if (MAJOR.matcher(text).find()) {
      return 1;
    }
    if (SECTION.matcher(text).find()) {
      return 2;
    }
    var decimal = DECIMAL.matcher(text);
    if (decimal.find()) {
      return (int) decimal.group(1).chars().filter(c -> c == '.' || c == '．').count() + 1;
    }
    return 0;
  }

  /**
   * Whether the mark alone is enough in a text without any format: 一、, 第一章, Chapter 1, 1.2 …, but
   * neither "1." nor "（一）", which as often begin an item of a list.
   */
  public static boolean strong(String text) {
    int level = level(text);
    if (level == 0) {
      return false;
    }
    boolean decimal = Character.isDigit(text.charAt(0));
    return decimal ? level > 1 : level == 1 || text.startsWith("第");
  }

  /** Whether it is short and no sentence, as a heading is. */
  public static boolean shape(String text) {
    return text.length() <= LONGEST && !SENTENCE.matcher(text).find();
  }
}
