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
  private static final String PREFIX = "say.";

  private final Clauses clauses;
  private final PerLanguage<CueBook> books;
  private final PerLanguage<List<String>> ids;
  private final Homophones homophones;

  /**
   * @param pack holds the {@code say.*} cues, and the word list {@code say.heard} of the words that
   *     are put back when spelt by sound
   */
  public StatementReader(RulePack pack, Clauses clauses) {
    this.clauses = clauses;
    this.books = new PerLanguage<>(pack::book);
    this.ids =
        new PerLanguage<>(
            language ->
                pack.book(language).ids().stream()
                    .filter(id -> id.startsWith(PREFIX))
                    .sorted()
                    .toList());
    this.homophones =
        new Homophones(
            pack.wordLists(Language.ZH).getOrDefault("say.heard", Set.of()),
            pack.wordLists(Language.ZH).getOrDefault("say.kept", Set.of()));
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
      SortedMap<String, List<Span>> facts = new TreeMap<>();
      for (String id : ids.of(language)) {
        List<Span> places = hits.of(id).stream().filter(span::overlaps).toList();
        if (!places.isEmpty()) {
          facts.put(id, places);
        }
      }
      statements.add(new Statement(span, facts));
    }
    return List.copyOf(statements);
  }
}
