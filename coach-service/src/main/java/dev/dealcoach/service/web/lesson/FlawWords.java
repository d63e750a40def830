package dev.dealcoach.service.web.lesson;

import dev.dealcoach.nlp.pack.Rule;
import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.service.figure.Improvement.Kind;
import dev.dealcoach.service.lesson.Flaw;
import dev.dealcoach.service.web.Messages;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Says what a flaw is and what helps, in general: a rule's wording has places for the words of one
 * document, and nothing of a document belongs here. Thread-safe.
 */
public final class FlawWords {
  private static final String EMPTY_SECTION = "section.empty-";

  private final Function<String, Optional<Rule>> rules;
  private final Messages messages;

  /**
   * @param rules by their permanent ids
   */
  public FlawWords(Function<String, Optional<Rule>> rules, Messages messages) {
    this.rules = rules;
    this.messages = messages;
  }

  /**
   * Sentences about a flaw. Immutable.
   *
   * @param name what is lacking
   * @param advice what to do; for an item of the checklist the question to ask; may be empty
   */
  public record Words(String name, String advice) {}

  /** What is said of a flaw; of an item of the checklist, that it was not asked for at all. */
  public Words of(Flaw flaw, Language language) {
    return of(flaw, "lesson.item", language);
  }

  /** The same where an item that was asked for in part is lacking as well. */
  public Words open(Flaw flaw, Language language) {
    return of(flaw, "lesson.item-open", language);
  }

  private Words of(Flaw flaw, String item, Language language) {
    Rule.@Nullable Wording wording =
        rules.apply(flaw.rule()).map(rule -> rule.wording().get(language)).orElse(null);
    String advice = wording == null ? "" : own("lesson.advice.", flaw, language, wording.advice());
    if (flaw.kind() == Kind.CONTACT) {
      return new Words(
          messages
              .text(language, item)
              .replace("{item}", messages.text(language, "item." + flaw.id())),
          advice);
    }
    if (flaw.id().startsWith(EMPTY_SECTION)) {
      String section = flaw.id().substring(EMPTY_SECTION.length()).replace('-', '_');
      return new Words(
          messages
              .text(language, "lesson.section-empty")
              .replace("{section}", messages.text(language, "section." + section)),
          advice);
    }
    String name =
        own("lesson.name.", flaw, language, wording == null ? flaw.id() : wording.message());
    return new Words(name.isEmpty() ? flaw.id() : name, advice);
  }

  /**
   * Our own sentence where there is one; else the rule's, unless it waits for a document's words.
   */
  private String own(String key, Flaw flaw, Language language, String sentence) {
    String general = messages.in(language).get(key + flaw.id());
    return general != null ? general : sentence.contains("{") ? "" : sentence;
  }
}
