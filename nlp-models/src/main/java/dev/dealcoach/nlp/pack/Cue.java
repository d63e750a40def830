package dev.dealcoach.nlp.pack;

import dev.dealcoach.nlp.text.Language;
import java.util.List;

/**
 * The wording of one concept in one language: patterns, and the examples that prove them.
 * Immutable.
 *
 * @param id the concept's permanent id, such as {@code evidence.certificate}
 * @param language of the wording
 * @param why what the patterns are after, for whoever edits them
 * @param patterns regular expressions with the macros already put in
 * @param match texts in which at least one pattern must be found
 * @param noMatch texts in which none may be found
 * @param file where it stands
 * @param line from 1
 */
public record Cue(
    String id,
    Language language,
    String why,
    List<String> patterns,
    List<String> match,
    List<String> noMatch,
    String file,
    int line) {
  public Cue {
    patterns = List.copyOf(patterns);
    match = List.copyOf(match);
    noMatch = List.copyOf(noMatch);
  }
}
