package dev.dealcoach.nlp.pack;

import dev.dealcoach.nlp.text.Language;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A customer's line of business, with the questions that fit it. Immutable.
 *
 * @param id kebab-case, permanent
 * @param why what sets it apart
 * @param wording its name and questions in every language
 * @param match names of trades that belong to it
 * @param noMatch names of trades that do not
 * @param file where the entry stands
 * @param line of the file, from 1
 */
public record Industry(
    String id,
    String why,
    Map<Language, Wording> wording,
    List<String> match,
    List<String> noMatch,
    String file,
    int line) {
  public Industry {
    wording = new TreeMap<>(wording);
    match = List.copyOf(match);
    noMatch = List.copyOf(noMatch);
  }

  /**
   * What is said of it in one language.
   *
   * @param name as a reader knows it
   * @param words by which the trade is known: Chinese ones anywhere in a text, others as whole
   *     words or, ended by {@code *}, as their beginning
   * @param questions by the id of their rule without {@code ask.}, such as {@code pain-missing}
   */
  public record Wording(String name, List<String> words, Map<String, String> questions) {
    public Wording {
      words = List.copyOf(words);
      questions = new TreeMap<>(questions);
    }
  }

  /** Its name in a language. */
  public String name(Language language) {
    return wording.get(language).name();
  }

  /**
   * The question to ask in it.
   *
   * @param key such as {@code pain-missing}
   */
  public Optional<String> question(String key, Language language) {
    return Optional.ofNullable(wording.get(language).questions().get(key));
  }
}
