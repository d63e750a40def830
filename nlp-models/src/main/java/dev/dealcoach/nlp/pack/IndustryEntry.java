package dev.dealcoach.nlp.pack;

import dev.dealcoach.nlp.text.Language;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads and checks the industries of a rule pack. Stateless. */
final class IndustryEntry {
  /** What the ids of the rules begin with that ask in general. */
  private static final String ASK = "ask.";

  private IndustryEntry() {}

  /** The industry of an entry; what does not fit is among the entry's problems. */
  static Industry read(String path, YamlMap entry) {
    entry.onlyKeys(Set.of("id", "why", "match", "noMatch", "zh", "en", "override"));
    Map<Language, Industry.Wording> wording = new TreeMap<>();
    for (Language language : Language.values()) {
      YamlMap words = entry.map(language.code());
      YamlMap ask = words == null ? null : words.map("ask");
      if (ask != null) {
        words.onlyKeys(Set.of("name", "words", "ask"));
        Map<String, String> questions = new TreeMap<>();
        ask.keys().forEach(key -> questions.put(key, ask.text(key)));
        wording.put(
            language, new Industry.Wording(words.text("name"), words.texts("words"), questions));
      }
    }
    return new Industry(
        entry.text("id"),
        entry.text("why"),
        wording,
        entry.texts("match"),
        entry.texts("noMatch"),
        path,
        entry.line());
  }

  /**
   * An industry has its own question, in every language, for everything that is asked in general,
   * and no other: so there is always one to fall back on.
   *
   * @param ruleIds of all rules
   */
  static List<PackProblem> checked(Collection<Industry> industries, Set<String> ruleIds) {
    Set<String> asked =
        ruleIds.stream()
            .filter(id -> id.startsWith(ASK))
            .map(id -> id.substring(ASK.length()))
            .collect(Collectors.toCollection(TreeSet::new));
    List<PackProblem> problems = new ArrayList<>();
    for (Industry industry : industries) {
      for (Language language : Language.values()) {
        if (!industry.wording().get(language).questions().keySet().equals(asked)) {
          problems.add(
              PackProblem.of(
                  industry.file(),
                  industry.line(),
                  PackFault.ASKS,
                  industry.id(),
                  language.code(),
                  String.join(", ", asked)));
        }
      }
    }
    return problems;
  }
}
