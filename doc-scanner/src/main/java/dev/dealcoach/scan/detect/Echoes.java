package dev.dealcoach.scan.detect;

import java.util.List;
import java.util.Locale;

/**
 * Tells whether a sentence mostly repeats what the customer said, quoted or not. Punctuation, case
 * and spaces do not matter. Immutable.
 */
final class Echoes {
  /** Fewer letters and digits in a row may be the same by chance. */
  private static final int LEAST = 8;

  /** From this share of the sentence on it is the customer's. */
  private static final double MOST = 0.5;

  private final List<String> statements;

  /**
   * @param statements what the customer said
   */
  Echoes(List<String> statements) {
    this.statements = statements.stream().map(Echoes::bare).toList();
  }

  /** Whether at least half of the text stands in one piece in a statement. */
  boolean repeat(String text) {
    String bare = bare(text);
    int piece = Math.max(LEAST, (int) Math.ceil(MOST * bare.length()));
    for (int from = 0; from + piece <= bare.length(); from++) {
      String run = bare.substring(from, from + piece);
      if (statements.stream().anyMatch(statement -> statement.contains(run))) {
        return true;
      }
    }
    return false;
  }

  private static String bare(String text) {
    StringBuilder bare = new StringBuilder(text.length());
    text.toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(bare::appendCodePoint);
    return bare.toString();
  }
}
