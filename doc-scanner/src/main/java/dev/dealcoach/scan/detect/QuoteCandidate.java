package dev.dealcoach.scan.detect;

import dev.dealcoach.scan.detect.quote.Stretch;
import dev.dealcoach.scan.parse.Passage;
import java.util.Comparator;

/**
 * What may be a quote. Immutable.
 *
 * @param passage the quoted words
 * @param kind how close they keep to the statement
 * @param stretch how the statement lies over them
 */
record QuoteCandidate(Passage passage, PainQuote.Kind kind, Stretch stretch) {
  /** Closer kinds first, then the one that takes more of the statement. */
  static final Comparator<QuoteCandidate> BEST_FIRST =
      Comparator.comparing((QuoteCandidate c) -> c.kind == PainQuote.Kind.PARAPHRASE)
          .thenComparing(c -> -c.stretch.covered())
          .thenComparing(QuoteCandidate::passage)
          .thenComparing(c -> c.stretch.statement());

  PainQuote quote() {
    double similarity =
        kind == PainQuote.Kind.VERBATIM ? 1 : Math.round(stretch.coverage() * 1000) / 1000.0;
    return new PainQuote(passage, stretch.statement(), kind, similarity);
  }
}
