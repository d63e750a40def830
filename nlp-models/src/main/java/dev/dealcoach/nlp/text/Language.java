package dev.dealcoach.nlp.text;

import java.util.Locale;

/** The languages that are analysed. Immutable. */
public enum Language {
  /** Chinese, also where mixed with English words. */
  ZH,
  /** English. */
  EN;

  /** The ISO 639-1 code, as it stands in JSON and in pack folders: {@code zh} or {@code en}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The language with this code.
   *
   * @throws IllegalArgumentException if the code is neither {@code zh} nor {@code en}
   */
  public static Language ofCode(String code) {
    return switch (code) {
      case "zh" -> ZH;
      case "en" -> EN;
      default -> throw new IllegalArgumentException("not a language of ours: " + code);
    };
  }

  /**
   * The language that a text is mainly written in. A Han character says about as much as an English
   * word of five letters, so Chinese wins as soon as there is one Han character for every three
   * Latin words; text without letters counts as Chinese.
   */
  public static Language of(CharSequence text) {
    long han = 0;
    long words = 0;
    boolean inWord = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean latin = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (latin && !inWord) {
        words++;
      }
      inWord = latin;
      if (Han.isHan(c)) {
        han++;
      }
    }
    return han * 3 >= words ? ZH : EN;
  }
}
