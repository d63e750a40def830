package dev.dealcoach.nlp.statement;

import dev.dealcoach.nlp.pack.CueBook;
import dev.dealcoach.nlp.pack.CueHits;
import dev.dealcoach.nlp.pack.RulePack;
import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.nlp.text.PerLanguage;
import dev.dealcoach.nlp.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Splits a summary in clauses and reads in each what the rule pack's {@code say.*} cues find. Words
 * that a recogniser spelt by sound are read as what they sound like. Immutable, thread-safe.
 */
public final class StatementReader {
  private static final String FACTS = "say.";
  private static final String PLAIN = "plain.";

  private final Clauses clauses;
  private final PerLanguage<CueBook> books;
  private final PerLanguage<List<String>> facts;
  private final PerLanguage<List<String>> plain;
  private final Homophones homophones;

  /**
   * @param pack holds the {@code say.*} and {@code plain.*} cues, and the word list {@code
   *     say.heard} of the words that are put back when spelt by sound
   */
  public StatementReader(RulePack pack, Clauses clauses) {
    this.clauses = clauses;
    this.books = new PerLanguage<>(pack::book);
    this.facts = new PerLanguage<>(language -> ids(pack, language, FACTS));
    this.plain = new PerLanguage<>(language -> ids(pack, language, PLAIN));
    this.homophones =
        new Homophones(
            pack.wordLists(Language.ZH).getOrDefault("say.heard", Set.of()),
            pack.wordLists(Language.ZH).getOrDefault("say.kept", Set.of()));
  }

  private static List<String> ids(RulePack pack, Language language, String prefix) {
    return pack.book(language).ids().stream().filter(id -> id.startsWith(prefix)).sorted().toList();
  }

  /** The text as the cues read it: as long as the given one. */
  String heard(String text, Language language) {
    return language == Language.ZH ? homophones.mend(text) : text.replace('’', '\'');
  }

  /** The statements of a text, in order. */
  public List<Statement> read(String text, Language language) {
    String heard = heard(text, language);
    return read(heard, language, clauses.split(heard, language));
  }

  /** The statements of clauses that are given. */
  List<Statement> read(String heard, Language language, List<Span> spans) {
    CueHits hits = books.of(language).read(heard);
    List<Statement> statements = new ArrayList<>(spans.size());
    for (Span span : spans) {
      statements.add(
          new Statement(
              span, said(span, hits, facts.of(language)), said(span, hits, plain.of(language))));
    }
    return List.copyOf(statements);
  }

  private static SortedMap<String, List<Span>> said(Span span, CueHits hits, List<String> ids) {
    SortedMap<String, List<Span>> said = new TreeMap<>();
    for (String id : ids) {
      List<Span> places = hits.of(id).stream().filter(span::overlaps).toList();
      if (!places.isEmpty()) {
        said.put(id, places);
      }
    }
    return said;
  }
}
