package dev.dealcoach.kb.vector;

import dev.dealcoach.kb.Example;
import dev.dealcoach.kb.text.Labels;
import dev.dealcoach.nlp.text.Language;

/**
 * A text to be embedded.
 *
 * @param language whose model embeds it
 */
public record PassageText(String text, Language language) {
  /**
   * An example's: its text, after phrases for its industry and what it shows. On the tuning queries
   * that raised nDCG@10 of the vectors alone by six points in both languages.
   */
  public static PassageText of(Example example) {
    return new PassageText(
        Labels.described(example.text(), example.facts(), example.language()), example.language());
  }
}
