package dev.dealcoach.scan.detect.quote;

import java.util.ArrayList;
import java.util.List;

/** How a number written in digits is spoken. Stateless. */
final class SpokenNumber {
  private static final String DIGITS = "零一二三四五六七八九";
  private static final String[] PLACES = {"", "十", "百", "千"};
  private static final String[] SMALL = {
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen"
  };
  private static final String[] TENS = {
    "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"
  };

  private SpokenNumber() {}

  /** In Chinese characters, with 二 never 两; digit by digit when it is no plain quantity. */
  static String chinese(String digits) {
    int point = digits.indexOf('.');
    String whole = point < 0 ? digits : digits.substring(0, point);
    String spoken =
        whole.length() > 8 || (whole.length() > 1 && whole.startsWith("0"))
            ? each(whole)
            : chineseWhole(Integer.parseInt(whole));
    return point < 0 ? spoken : spoken + "点" + each(digits.substring(point + 1));
  }

  private static String each(String digits) {
    StringBuilder out = new StringBuilder();
    digits.chars().forEach(c -> out.append(DIGITS.charAt(Character.digit(c, 10))));
    return out.toString();
  }

  private static String chineseWhole(int number) {
    if (number == 0) {
      return "零";
    }
    if (number >= 10_000) {
      int rest = number % 10_000;
      String tail = rest == 0 ? "" : (rest < 1000 ? "零" : "") + chineseWhole(rest);
      return chineseWhole(number / 10_000) + "万" + tail;
    }
    StringBuilder out = new StringBuilder();
    boolean zero = false;
    for (int place = 3, unit = 1000; place >= 0; place--, unit /= 10) {
      int digit = number / unit % 10;
      if (digit == 0) {
        zero |= !out.isEmpty();
        continue;
      }
      if (zero) {
        out.append('零');
        zero = false;
      }
      boolean bareTen = digit == 1 && place == 1 && out.isEmpty();
      out.append(bareTen ? "" : DIGITS.charAt(digit)).append(PLACES[place]);
    }
    return out.toString();
  }

  /** In English words. */
  static List<String> english(String digits) {
    List<String> out = new ArrayList<>();
    int point = digits.indexOf('.');
    String whole = point < 0 ? digits : digits.substring(0, point);
    if (whole.length() > 9) {
      return List.of(digits);
    }
    englishWhole(Integer.parseInt(whole), out);
    if (point >= 0) {
      out.add("point");
      digits.substring(point + 1).chars().forEach(c -> out.add(SMALL[Character.digit(c, 10)]));
    }
    return out;
  }

  private static void englishWhole(int number, List<String> out) {
    if (number >= 1_000_000) {
      part(number, 1_000_000, "million", out);
    } else if (number >= 1000) {
      part(number, 1000, "thousand", out);
    } else if (number >= 100) {
      part(number, 100, "hundred", out);
    } else if (number >= 20) {
      out.add(TENS[number / 10]);
      if (number % 10 > 0) {
        out.add(SMALL[number % 10]);
      }
    } else {
      out.add(SMALL[number]);
    }
  }

  private static void part(int number, int size, String name, List<String> out) {
    englishWhole(number / size, out);
    out.add(name);
    if (number % size > 0) {
      englishWhole(number % size, out);
    }
  }
}
