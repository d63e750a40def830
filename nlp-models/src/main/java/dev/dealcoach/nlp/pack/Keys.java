package dev.dealcoach.nlp.pack;

/**
 * The keys by which the characters of texts and of expressions are compared: small letters for
 * capitals, one digit for all. Stateless.
 */
final class Keys {
  /** Any ASCII digit. */
  static final char DIGIT = '0';

  /** Any capital letter, in expressions only. */
  static final char CAPITAL = '\uE000';

  private Keys() {}

  /** The key of a character. */
  static char of(char c) {
    if (c < 0x80) {
      return c >= '0' && c <= '9' ? DIGIT : c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
    }
    return c >= '\u3000' && c < '\uA000' ? c : Character.toLowerCase(c);
  }
}
