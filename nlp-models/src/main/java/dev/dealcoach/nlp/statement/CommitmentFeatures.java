package dev.dealcoach.nlp.statement;

import dev.dealcoach.nlp.text.Language;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What tells a weak commitment from a firm one: the words of a sentence and its facts. Stateless.
 */
final class CommitmentFeatures {
  private CommitmentFeatures() {}

  /**
   * The features of one sentence.
   *
   * @param heard the whole text
   * @param unit the statements of the sentence, at least one
   */
  static String[] of(String heard, Language language, List<Statement> unit) {
    Set<String> out = new LinkedHashSet<>();
    out.add("bias");
    for (int i = 0; i < unit.size(); i++) {
      Statement statement = unit.get(i);
      out.addAll(ClauseFeatures.grams(statement.span().of(heard), language));
      for (String id : statement.facts().keySet()) {
        out.add("f:" + id);
        out.add((i + 1 == unit.size() ? "l:" : i == 0 ? "b:" : "m:") + id);
      }
    }
    List<String> ids = out.stream().filter(f -> f.startsWith("f:")).sorted().toList();
    for (int a = 0; a < ids.size(); a++) {
      for (int b = a + 1; b < ids.size(); b++) {
        out.add(ids.get(a) + "&" + ids.get(b));
      }
    }
    String all = heard.substring(unit.getFirst().span().start(), unit.getLast().span().end());
    if (all.codePoints().anyMatch(Character::isDigit)) {
      out.add("digit");
    }
    if (unit.getLast().span().end() < heard.length()
        && "?？".indexOf(heard.charAt(unit.getLast().span().end())) >= 0) {
      out.add("question");
    }
    out.add("length" + Math.min(5, unit.size()));
    return out.toArray(String[]::new);
  }
}
