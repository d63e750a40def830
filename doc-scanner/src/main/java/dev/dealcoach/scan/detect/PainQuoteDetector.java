package dev.dealcoach.scan.detect;

import dev.dealcoach.nlp.pack.RulePack;
import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.scan.detect.quote.Aligner;
import dev.dealcoach.scan.detect.quote.Statement;
import dev.dealcoach.scan.detect.quote.StatementReader;
import dev.dealcoach.scan.detect.quote.Stretch;
import dev.dealcoach.scan.detect.quote.UnitReader;
import dev.dealcoach.scan.detect.quote.Units;
import dev.dealcoach.scan.segment.ReadBlock;
import dev.dealcoach.scan.segment.SegmentedDocument;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds the places where a proposal quotes the customer's words about a pain (SPEC §3), with
 * quotation marks or without. Immutable, thread-safe.
 */
public final class PainQuoteDetector {
  /** Units between two scraps of one quote. */
  private static final int NEAR = 8;

  private final RulePack pack;
  private final StatementReader statementReader;
  private final Attribution attribution;
  private final PainModel pains = new PainModel();
  private final Map<Language, Concepts> concepts = new EnumMap<>(Language.class);

  public PainQuoteDetector(RulePack pack) {
    this.pack = pack;
    this.statementReader = new StatementReader(pack);
    this.attribution = new Attribution();
    for (Language language : Language.values()) {
      concepts.put(language, new Concepts(pack, language));
    }
  }

  /**
   * All quotes in reading order, paraphrases included; no two overlap.
   *
   * @param document segmented with the same rule pack
   * @param statements the customer's statements
   */
  public List<PainQuote> detect(SegmentedDocument document, List<String> statements) {
    if (document.blocks().isEmpty() || statements.isEmpty()) {
      return List.of();
    }
    Reading reading = reading(document, statements);
    List<QuoteCandidate> candidates = new ArrayList<>(reading.quotations());
    candidates.removeIf(
        each -> !pains.pain(document, each, reading.said().get(each.stretch().statement())));
    Set<Integer> quoted = new TreeSet<>();
    candidates.forEach(candidate -> quoted.add(candidate.stretch().statement()));
    ParaphraseFinder paraphrases = reading.paraphrases();
    for (Statement statement : reading.said()) {
      if (statement.pain() && !quoted.contains(statement.index())) {
        candidates.addAll(paraphrases.find(statement));
      }
    }
    candidates.removeIf(candidate -> attribution.other(document, candidate));
    return best(candidates);
  }

  /**
   * A proposal laid beside what the customer said.
   *
   * @param said the statements
   * @param quotations where their words are quoted, whatever they tell of and whoever speaks
   * @param paraphrases finds where a statement is retold
   */
  record Reading(
      List<Statement> said, List<QuoteCandidate> quotations, ParaphraseFinder paraphrases) {}

  /** Lays a proposal with at least one block beside at least one statement. */
  Reading reading(SegmentedDocument document, List<String> statements) {
    Language language = document.document().language();
    UnitReader reader = new UnitReader(pack, language);
    Units proposal = reader.read(document.blocks().stream().map(ReadBlock::text).toList());
    List<Statement> said = statementReader.read(statements, reader);
    QuoteMeasures measures = QuoteMeasures.of(language);
    Aligner aligner =
        new Aligner(
            proposal,
            said.stream().map(Statement::units).toList(),
            language == Language.ZH,
            measures.leastShared());
    QuoteFraming framing = new QuoteFraming(document, proposal, aligner, measures);
    List<QuoteCandidate> candidates = new ArrayList<>();
    for (Stretch stretch : aligner.align()) {
      framing.frame(stretch, said.get(stretch.statement())).ifPresent(candidates::add);
    }
    return new Reading(
        said,
        candidates,
        new ParaphraseFinder(document, proposal, aligner, concepts.get(language), measures));
  }

  /** Quotes that overlap, and two scraps of one statement a few words apart, are one quote. */
  private static boolean samePlace(QuoteCandidate a, QuoteCandidate b) {
    if (a.passage().overlaps(b.passage())) {
      return true;
    }
    int gap =
        Math.max(a.stretch().from(), b.stretch().from())
            - Math.min(a.stretch().to(), b.stretch().to());
    boolean oneBlock =
        a.passage().parts().getFirst().block() == b.passage().parts().getLast().block()
            && a.passage().parts().getLast().block() == b.passage().parts().getFirst().block();
    return oneBlock && gap <= NEAR && a.stretch().statement() == b.stretch().statement();
  }

  /** Of quotes in the same place the best one stays. */
  private static List<PainQuote> best(List<QuoteCandidate> candidates) {
    List<QuoteCandidate> kept = new ArrayList<>();
    candidates.sort(QuoteCandidate.BEST_FIRST);
    for (QuoteCandidate candidate : candidates) {
      if (kept.stream().noneMatch(better -> samePlace(better, candidate))) {
        kept.add(candidate);
      }
    }
    return kept.stream()
        .map(QuoteCandidate::quote)
        .sorted(Comparator.comparing(PainQuote::passage))
        .toList();
  }
}
