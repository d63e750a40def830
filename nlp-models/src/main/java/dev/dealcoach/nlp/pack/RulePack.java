package dev.dealcoach.nlp.pack;

import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.nlp.text.PerLanguage;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A checked and compiled rule pack: cues and word lists by language, and rules with their wording.
 * Its id and hash stay with every score. Immutable, thread-safe; loading takes some ten
 * milliseconds, so load once and share.
 */
public final class RulePack {
  private final String id;
  private final String sha256;
  private final List<Cue> examples;
  private final Map<Language, Map<String, Set<String>>> words = new TreeMap<>();
  private final Map<String, Rule> rules;
  private final Industries industries;
  private final PerLanguage<CueBook> books;

  RulePack(
      String id,
      String sha256,
      List<Cue> cues,
      List<Cue> examples,
      Map<Language, Map<String, Set<String>>> words,
      Map<String, Rule> rules,
      Industries industries) {
    this.id = id;
    this.sha256 = sha256;
    this.examples = List.copyOf(examples);
    this.rules = new TreeMap<>(rules);
    this.industries = industries;
    for (Language language : Language.values()) {
      Map<String, Set<String>> lists = new TreeMap<>();
      words
          .getOrDefault(language, Map.of())
          .forEach((list, texts) -> lists.put(list, Collections.unmodifiableSet(texts)));
      this.words.put(language, Collections.unmodifiableMap(lists));
    }
    this.books =
        new PerLanguage<>(
            language ->
                new CueBook(
                    language, cues.stream().filter(cue -> cue.language() == language).toList()));
  }

  /** The standard pack alone. */
  public static RulePack standard() {
    return Standard.PACK;
  }

  /** The pack's id; where a company's pack lies on top, both, joined by {@code +}. */
  public String id() {
    return id;
  }

  /** SHA-256 over the names and bytes of all its files, hexadecimal. */
  public String sha256() {
    return sha256;
  }

  /** The cues of a language, compiled. */
  public CueBook book(Language language) {
    return books.of(language);
  }

  /**
   * Every cue and macro with its examples, in the order of the files; the self-test of the pack
   * runs them.
   */
  public List<Cue> examples() {
    return examples;
  }

  /** All word lists of a language, by id; the words of each in the order of their characters. */
  public Map<String, Set<String>> wordLists(Language language) {
    return words.get(language);
  }

  /**
   * The words of a list.
   *
   * @throws IllegalArgumentException if the pack has no such list
   */
  public Set<String> words(Language language, String listId) {
    Set<String> list = words.get(language).get(listId);
    if (list == null) {
      throw new IllegalArgumentException("rule pack " + id + " has no word list " + listId);
    }
    return list;
  }

  /** The lines of business that have questions of their own. */
  public Industries industries() {
    return industries;
  }

  /** Every rule, by id. */
  public Map<String, Rule> rules() {
    return Map.copyOf(rules);
  }

  /**
   * The rule with this id.
   *
   * @throws IllegalArgumentException if the pack has none
   */
  public Rule rule(String ruleId) {
    Rule rule = rules.get(ruleId);
    if (rule == null) {
      throw new IllegalArgumentException("rule pack " + id + " has no rule " + ruleId);
    }
    return rule;
  }

  /** Read when first asked for, and once a process: its expressions take time and memory. */
  private static final class Standard {
    static final RulePack PACK = RulePackLoader.load(List.of(PackSource.standard()));
  }
}
