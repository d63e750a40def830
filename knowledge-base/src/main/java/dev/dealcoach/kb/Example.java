package dev.dealcoach.kb;

import dev.dealcoach.nlp.text.Language;

/**
 * A passage of a real proposal or call from which others learn. Immutable.
 *
 * @param id unique in the library, not blank
 * @param text the passage, not blank
 * @param language what it is mainly written in
 * @param state how far it has come
 * @param facts what is noted about it
 */
public record Example(String id, String text, Language language, ExampleState state, Facts facts) {
  public Example {
    if (id.isBlank() || text.isBlank()) {
      throw new IllegalArgumentException("an example needs an id and a text");
    }
  }

  /** An approved example of which nothing else is known. */
  public static Example of(String id, String text) {
    return new Example(id, text, Language.of(text), ExampleState.APPROVED, Facts.NONE);
  }
}
