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
import java.util.List;

/**
 * Finds the places where a proposal quotes the customer's words about a pain (SPEC §3), with
 * quotation marks or without. Immutable, thread-safe.
 */
public final class PainQuoteDetector {
  private final RulePack pack;
  private final StatementReader statementReader;
  private final Attribution attribution;

  public PainQuoteDetector(RulePack pack) {
    this.pack = pack;
    this.statementReader = new StatementReader(pack);
    this.attribution = new Attribution();
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
    candidates.removeIf(candidate -> attribution.other(document, candidate));
    return best(candidates);
  }

  /** Of quotes that overlap the better one stays. */
  private static List<PainQuote> best(List<QuoteCandidate> candidates) {
    List<QuoteCandidate> kept = new ArrayList<>();
    candidates.stream()
        .sorted(QuoteCandidate.BEST_FIRST)
        .forEach(
            candidate -> {
              if (kept.stream().noneMatch(other -> other.passage().overlaps(candidate.passage()))) {
                kept.add(candidate);
              }
            });
    return kept.stream()
        .map(QuoteCandidate::quote)
        .sorted(Comparator.comparing(PainQuote::passage))
        .toList();
  }
}
