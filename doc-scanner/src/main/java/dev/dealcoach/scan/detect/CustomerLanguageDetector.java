package dev.dealcoach.scan.detect;

import dev.dealcoach.nlp.pack.RulePack;
import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.scan.detect.quote.Nature;
import dev.dealcoach.scan.detect.quote.Statement;
import dev.dealcoach.scan.detect.quote.StatementReader;
import dev.dealcoach.scan.detect.quote.UnitReader;
import dev.dealcoach.scan.segment.SegmentedDocument;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Tells how far a proposal speaks to what the customer said, in the customer's terms (SPEC §3
 * "customer_language"). Immutable, thread-safe.
 */
public final class CustomerLanguageDetector {
  /** Blocks that are read together when a statement's terms are looked for. */
  private static final int WINDOW = 3;

  /** Share of a statement's terms, by weight, that must stand close together. */
  private static final double ADDRESSED = 0.34;

  /** A statement said twice weighs half as much again. */
  private static final double AGAIN = 0.5;

  private final RulePack pack;
  private final StatementReader statementReader;
  private final PainQuoteDetector painQuotes;
  private final Map<Language, CustomerTerms> terms = new EnumMap<>(Language.class);

  public CustomerLanguageDetector(RulePack pack) {
    this.pack = pack;
    this.statementReader = new StatementReader(pack);
    this.painQuotes = new PainQuoteDetector(pack);
    for (Language language : Language.values()) {
      terms.put(language, new CustomerTerms(pack, language));
    }
  }

  /**
   * Statements and terms; null if the customer said nothing.
   *
   * @param document segmented with the same rule pack
   * @param statements the customer's statements
   */
  public @Nullable CustomerLanguage detect(SegmentedDocument document, List<String> statements) {
    return detect(document, statements, painQuotes.detect(document, statements));
  }

  /** As above, with the pain quotes already found. */
  public @Nullable CustomerLanguage detect(
      SegmentedDocument document, List<String> statements, List<PainQuote> quotes) {
    if (statements.isEmpty()) {
      return null;
    }
    Language language = document.document().language();
    CustomerTerms words = terms.get(language);
    List<Statement> said = statementReader.read(statements, new UnitReader(pack, language));
    TermPlaces places = TermPlaces.of(pack, document, words);
    Map<String, Double> weights = new TreeMap<>();
    Map<String, String> forms = new TreeMap<>();
    List<CustomerLanguage.Statement> addressed = new ArrayList<>();
    Set<Integer> quoted = new TreeSet<>();
    quotes.forEach(quote -> quoted.add(quote.source()));
    for (Statement statement : said) {
      Map<String, CustomerTerms.Word> own = words.of(statement);
      own.values().removeIf(word -> !word.known() && places.of(word.key()).isEmpty());
      own.forEach(
          (key, word) -> {
            forms.putIfAbsent(key, word.said());
            weights.merge(
                key,
                CustomerTerms.weight(key),
                (known, one) -> Math.min(known + one * AGAIN, 3 * one));
          });
      if (statement.pain() || statement.has(Nature.WISH)) {
        addressed.add(
            new CustomerLanguage.Statement(
                statement.index(),
                quoted.contains(statement.index()) || addresses(document, own.keySet(), places)));
      }
    }
    List<CustomerLanguage.Term> list = new ArrayList<>();
    weights.forEach(
        (key, weight) ->
            list.add(new CustomerLanguage.Term(forms.get(key), weight, !places.of(key).isEmpty())));
    list.sort(
        Comparator.comparingDouble((CustomerLanguage.Term term) -> -term.weight())
            .thenComparing(CustomerLanguage.Term::text));
    return new CustomerLanguage(addressed, list);
  }

  /** Whether enough of a statement's terms stand within a few blocks of one section. */
  private static boolean addresses(
      SegmentedDocument document, Set<String> terms, TermPlaces places) {
    double all = terms.stream().mapToDouble(CustomerTerms::weight).sum();
    if (all == 0) {
      return false;
    }
    BitSet candidates = new BitSet();
    terms.forEach(term -> candidates.or(places.of(term)));
    for (int from = candidates.nextSetBit(0); from >= 0; from = candidates.nextSetBit(from + 1)) {
      int to = Math.min(from + WINDOW, document.sectionOf(from).to());
      double near = 0;
      int distinct = 0;
      for (String term : terms) {
        int place = places.of(term).nextSetBit(from);
        if (place >= 0 && place < to) {
          near += CustomerTerms.weight(term);
          distinct++;
        }
      }
      if (near / all >= ADDRESSED && distinct >= Math.min(2, terms.size())) {
        return true;
      }
    }
    return false;
  }
}
