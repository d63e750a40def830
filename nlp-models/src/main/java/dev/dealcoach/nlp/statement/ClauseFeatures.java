package dev.dealcoach.nlp.statement;

import dev.dealcoach.nlp.text.Language;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import opennlp.tools.stemmer.PorterStemmer;

/**
 * What a clause's maximum-entropy model looks at: its characters and sounds (zh) or stems (en), the
 * facts that the pack reads in it, and less of the same from its neighbours. Stateless.
 */
final class ClauseFeatures {
  private static final String SENTENCE_MARKS = "。！？.!?";

  private static final List<String> WHOLE =
      List.of(
          "say.elsewhere",
          "say.gone",
          "say.our-quote",
          "say.self-weigh",
          "say.no-step",
          "say.no-rival",
          "say.unknown-decider",
          "say.no-money",
          "say.no-pain");

  private ClauseFeatures() {}

  /** The features of every clause. */
  static List<String[]> of(String heard, Language language, List<Statement> statements) {
    List<Set<String>> grams = new ArrayList<>();
    for (Statement statement : statements) {
      grams.add(grams(statement.span().of(heard), language));
    }
    List<String[]> all = new ArrayList<>();
    int n = statements.size();
    List<Set<String>> sentences = sentences(heard, statements);
    Set<String> whole = whole(statements);
    for (int i = 0; i < n; i++) {
      Set<String> out = new LinkedHashSet<>();
      out.add("bias");
      out.addAll(grams.get(i));
      facts(statements.get(i), "f:", out);
      for (int d = 1; d <= 2; d++) {
        String tag = d == 1 ? "" : "2";
        if (i - d >= 0) {
          facts(statements.get(i - d), "p" + tag + ":", out);
        }
        if (i + d < n) {
          facts(statements.get(i + d), "n" + tag + ":", out);
        }
      }
      if (i > 0) {
        neighbour(grams.get(i - 1), "P", out);
      } else {
        out.add("first");
      }
      if (i + 1 < n) {
        neighbour(grams.get(i + 1), "N", out);
      } else {
        out.add("last");
      }
      for (String id : sentences.get(i)) {
        out.add("s:" + id);
      }
      out.addAll(whole);
      out.add("at" + (4 * i / n));
      all.add(out.toArray(String[]::new));
    }
    return all;
  }

  /** For every clause the facts of its whole sentence; none in a text without sentence marks. */
  private static List<Set<String>> sentences(String heard, List<Statement> statements) {
    List<Set<String>> all = new ArrayList<>();
    Set<String> facts = new TreeSet<>();
    boolean marked = heard.chars().anyMatch(c -> SENTENCE_MARKS.indexOf(c) >= 0);
    for (int i = 0; i < statements.size(); i++) {
      int start = statements.get(i).span().start();
      int end = i == 0 ? 0 : statements.get(i - 1).span().end();
      if (heard.substring(end, start).chars().anyMatch(c -> SENTENCE_MARKS.indexOf(c) >= 0)) {
        facts = new TreeSet<>();
      }
      if (marked) {
        facts.addAll(statements.get(i).facts().keySet());
      }
      all.add(facts);
    }
    return all;
  }

  /**
   * What is said anywhere and may speak of the clause: of whom the talk is, and how empty it is.
   */
  private static Set<String> whole(List<Statement> statements) {
    Set<String> out = new TreeSet<>();
    int empty = 0;
    for (Statement statement : statements) {
      for (String id : WHOLE) {
        if (statement.says(id)) {
          out.add("d:" + id);
        }
      }
      empty += statement.says("say.filler") ? 1 : 0;
    }
    out.add("d:empty" + (statements.isEmpty() ? 0 : 5 * empty / statements.size()));
    return out;
  }

  /** The characters, sounds or stems of a clause, alone and in rows. */
  static Set<String> grams(String clause, Language language) {
    return language == Language.ZH ? chinese(clause) : english(clause);
  }

  private static void facts(Statement statement, String prefix, Set<String> out) {
    List<String> ids = List.copyOf(statement.facts().keySet());
    for (String id : ids) {
      out.add(prefix + id);
    }
    if (prefix.equals("f:")) {
      for (int a = 0; a < ids.size(); a++) {
        for (int b = a + 1; b < ids.size(); b++) {
          out.add("ff:" + ids.get(a) + "&" + ids.get(b));
        }
      }
    }
  }

  private static void neighbour(Set<String> grams, String prefix, Set<String> out) {
    for (String gram : grams) {
      if (gram.startsWith("2") || gram.startsWith("1")) {
        out.add(prefix + gram);
      }
    }
  }

  private static Set<String> chinese(String clause) {
    Set<String> out = new LinkedHashSet<>();
    String s = "^" + clause.replace(" ", "") + "$";
    String[] sound = new String[s.length()];
    for (int i = 0; i < s.length(); i++) {
      String p = Pinyin.of(s.charAt(i));
      sound[i] = p.isEmpty() ? String.valueOf(s.charAt(i)) : p;
    }
    for (int i = 0; i < s.length(); i++) {
      out.add("0" + s.charAt(i));
      if (i + 1 < s.length()) {
        out.add("2" + s.substring(i, i + 2));
        out.add("s" + sound[i] + "'" + sound[i + 1]);
      }
      if (i + 2 < s.length()) {
        out.add("3" + s.substring(i, i + 3));
      }
    }
    return out;
  }

  private static Set<String> english(String clause) {
    Set<String> out = new LinkedHashSet<>();
    String lower = clause.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9'$£€%]+", " ").strip();
    List<String> stems = new ArrayList<>();
    stems.add("^");
    PorterStemmer stemmer = new PorterStemmer();
    for (String word : lower.split(" ")) {
      stems.add(word.chars().anyMatch(Character::isDigit) ? "0" : stemmer.stem(word));
    }
    stems.add("$");
    for (int i = 0; i < stems.size(); i++) {
      out.add("1" + stems.get(i));
      if (i + 1 < stems.size()) {
        out.add("2" + stems.get(i) + " " + stems.get(i + 1));
      }
      if (i + 2 < stems.size()) {
        out.add("3" + stems.get(i) + " " + stems.get(i + 1) + " " + stems.get(i + 2));
        out.add("k" + stems.get(i) + " _ " + stems.get(i + 2));
      }
    }
    return out;
  }
}
