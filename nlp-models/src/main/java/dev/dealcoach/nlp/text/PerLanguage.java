package dev.dealcoach.nlp.text;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Something that costs time to make, one of each language, made when it is first asked for: most
 * runs of the program read one language only. Thread-safe; each is made once.
 *
 * @param <T> what is made; immutable or thread-safe itself
 */
public final class PerLanguage<T> {
  private final Map<Language, T> made = new ConcurrentHashMap<>();
  private final Function<Language, T> maker;

  public PerLanguage(Function<Language, T> maker) {
    this.maker = maker;
  }

  /** That of a language; what the maker throws, if it cannot be made. */
  public T of(Language language) {
    return made.computeIfAbsent(language, maker);
  }
}
