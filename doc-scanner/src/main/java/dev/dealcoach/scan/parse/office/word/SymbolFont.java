package dev.dealcoach.scan.parse.office.word;

/** The check marks and arrows of the symbol fonts that Word inserts as symbols. Stateless. */
final class SymbolFont {
  private SymbolFont() {}

  /**
   * What a symbol means as text.
   *
   * @param font the font's name
   * @param code the character's code in it, hexadecimal; symbol fonts stand at F000 and above
   * @return empty for pure ornament
   */
  static String text(String font, String code) {
    int value;
    try {
      value = Integer.parseInt(code.strip(), 16);
    } catch (NumberFormatException e) {
      return "";
    }
    if (font.toLowerCase(java.util.Locale.ROOT).startsWith("wingdings")) {
      return switch (value & 0xFF) {
        case 0xFE, 0x52 -> "☑";
        case 0xFD, 0x54 -> "☒";
        case 0xA8, 0x6F, 0xA3 -> "□";
        case 0xFC, 0x50 -> "✓";
        case 0xFB, 0x4F -> "✗";
        case 0xE0, 0xF0 -> "→";
        default -> "";
      };
    }
    boolean symbolFont = value >= 0xF000 && value <= 0xF0FF;
    return symbolFont || !Character.isValidCodePoint(value) ? "" : Character.toString(value);
  }
}
