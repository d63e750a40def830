package dev.dealcoach.scan.parse.office.word;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the names of Word's built-in styles mean, in English as every version stores them and in
 * Chinese as WPS and some converters do. Stateless.
 */
final class StyleNames {
  private static final Pattern HEADING = Pattern.compile("^(?:heading|标题)\\s?([1-9])$");

  private StyleNames() {}

  /** A name in the form the other methods expect: lower case, without aliases. */
  static String plain(String name) {
    int comma = name.indexOf(',');
    return (comma < 0 ? name : name.substring(0, comma)).strip().toLowerCase(Locale.ROOT);
  }

  /** Level of a heading style from 1, 0 if it is none. */
  static int headingLevel(String name) {
    Matcher matcher = HEADING.matcher(name);
    return matcher.matches() ? matcher.group(1).charAt(0) - '0' : 0;
  }

  static boolean isTitle(String name) {
    return name.equals("title") || name.equals("标题");
  }

  static boolean isCaption(String name) {
    return name.equals("caption") || name.equals("题注") || name.endsWith(" caption");
  }
}
