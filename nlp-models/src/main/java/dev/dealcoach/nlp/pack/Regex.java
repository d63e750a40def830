package dev.dealcoach.nlp.pack;

import java.util.List;
import java.util.Set;

/**
 * A regular expression of a rule pack as a tree, made by {@link RegexReader}. Letters are kept as
 * the keys of {@link Keys}, so that case does not count and every digit is one. Immutable.
 */
sealed interface Regex {
  /** More than any match is long. */
  int UNBOUNDED = 1 << 20;

  /** One character of a few. */
  record OneOf(Set<Character> keys) implements Regex {}

  /**
   * Any one character, or one of many.
   *
   * @param longest its length in the text: 2 if it may be a surrogate pair
   */
  record Any(int longest) implements Regex {}

  /** One part after the other. */
  record Row(List<Regex> parts) implements Regex {
    public Row {
      parts = List.copyOf(parts);
    }
  }

  /** One of several. */
  record Choice(List<Regex> options) implements Regex {
    public Choice {
      options = List.copyOf(options);
    }
  }

  /**
   * A part several times over.
   *
   * @param least times
   * @param most times, {@link #UNBOUNDED} for any number
   */
  record Repeat(Regex part, int least, int most) implements Regex {}

  /** A look ahead or back that asks for the part. */
  record Look(Regex part, boolean ahead) implements Regex {}

  /** What takes no room and asks for no character: an edge, or a look for what must not be. */
  record Edge() implements Regex {}
}
