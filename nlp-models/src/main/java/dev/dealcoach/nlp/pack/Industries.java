package dev.dealcoach.nlp.pack;

import dev.dealcoach.nlp.text.Han;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The lines of business of a rule pack, found by what people call them. Immutable, thread-safe. */
public final class Industries {
  private final List<Industry> all;

  Industries(List<Industry> all) {
    this.all = List.copyOf(all);
  }

  /** All of them, in the pack's order. */
  public List<Industry> all() {
    return all;
  }

  /**
   * The industry that is meant: by its id, else by the longest of its words that stands in the
   * text.
   *
   * @param text as somebody typed it, such as {@code 制造业/轴承} or {@code Dairy farm, Kent}
   */
  public Optional<Industry> find(String text) {
    String said = spaced(text);
    Industry best = null;
    int longest = 0;
    for (Industry industry : all) {
      if (industry.id().equals(text.strip())) {
        return Optional.of(industry);
      }
      for (Industry.Wording wording : industry.wording().values()) {
        for (String word : wording.words()) {
          if (weight(word) > longest && stands(word, said)) {
            best = industry;
            longest = weight(word);
          }
        }
      }
    }
    return Optional.ofNullable(best);
  }

  /** A Han character says as much as some letters. */
  private static int weight(String word) {
    return word.chars().map(c -> Han.isHan((char) c) ? 4 : 1).sum();
  }

  private static boolean stands(String word, String said) {
    if (word.chars().anyMatch(c -> Han.isHan((char) c))) {
      return said.contains(word);
    }
    String begin = " " + spaced(word).strip();
    return word.endsWith("*")
        ? said.contains(begin)
        : said.contains(begin + " ") || said.contains(begin + "s ");
  }

  /** Words in small letters with a space before and after each. */
  private static String spaced(String text) {
    StringBuilder out = new StringBuilder(" ");
    text.toLowerCase(Locale.ROOT)
        .codePoints()
        .forEach(c -> out.appendCodePoint(Character.isLetterOrDigit(c) ? c : ' '));
    return out.append(' ').toString();
  }
}
