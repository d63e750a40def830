package dev.dealcoach.speech.transcript;

import java.util.Locale;

/** The languages that recordings are in. */
public enum SpokenLanguage {
  /** Mandarin Chinese. */
  ZH,
  /** English. */
  EN;

  /** The ISO 639-1 code, as it stands in JSON: {@code zh} or {@code en}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The language with this code.
   *
   * @throws IllegalArgumentException if the code is neither {@code zh} nor {@code en}
   */
  public static SpokenLanguage ofCode(String code) {
    return switch (code) {
      case "zh" -> ZH;
      case "en" -> EN;
      default -> throw new IllegalArgumentException("not a language of ours: " + code);
    };
  }
}
