package dev.dealcoach.service.score;

import dev.dealcoach.scan.detect.ClausePresence;
import dev.dealcoach.scan.detect.CustomerLanguage;
import dev.dealcoach.scan.detect.Detections;
import dev.dealcoach.scan.detect.PainQuote;
import dev.dealcoach.scan.detect.RivalPoint;
import dev.dealcoach.scan.detect.SectionPresence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns what was found into points, by the formulas of SPEC §3. Stateless. */
public final class ProposalScorer {
  /** How many backed capabilities earn the evidence point. */
  public static final int EVIDENCE_NEEDED = 3;

  /** How many answered objections earn the objections point. */
  public static final int OBJECTIONS_NEEDED = 2;

  private static final double STATEMENTS_WEIGHT = 0.6;
  private static final double TERMS_WEIGHT = 0.4;

  private ProposalScorer() {}

  /** The points for what was found. */
  public static Scorecard score(Detections found) {
    return new Scorecard(
        found.painQuotes().stream().anyMatch(quote -> quote.kind() != PainQuote.Kind.PARAPHRASE),
        found.evidence().size() >= EVIDENCE_NEEDED,
        found.objections().stream().filter(objection -> objection.response() != null).count()
            >= OBJECTIONS_NEEDED,
        share(
            found.sections().stream().filter(SectionPresence::present).count(),
            found.sections().size()),
        customerLanguage(found.customerLanguage()),
        share(
            found.clauses().stream().filter(ClausePresence::present).count(),
            found.clauses().size()),
        competitorResponse(found.rivalPoints()));
  }

  private static @Nullable Integer customerLanguage(@Nullable CustomerLanguage language) {
    if (language == null || (language.statements().isEmpty() && language.terms().isEmpty())) {
      return null;
    }
    double allTerms = language.terms().stream().mapToDouble(CustomerLanguage.Term::weight).sum();
    double usedTerms =
        language.terms().stream()
            .filter(CustomerLanguage.Term::used)
            .mapToDouble(CustomerLanguage.Term::weight)
            .sum();
    double terms = allTerms == 0 ? 0 : usedTerms / allTerms;
    if (language.statements().isEmpty()) {
      return halfUp(100 * terms); // nothing said of pain or wish: only their terms can be spoken to
    }
    double addressed =
        language.statements().stream().filter(CustomerLanguage.Statement::addressed).count();
    double statements = addressed / language.statements().size();
    return halfUp(
        100 * (allTerms == 0 ? statements : STATEMENTS_WEIGHT * statements + TERMS_WEIGHT * terms));
  }

  private static @Nullable Integer competitorResponse(List<RivalPoint> points) {
    return points.isEmpty()
        ? null
        : share(points.stream().filter(point -> point.answer() != null).count(), points.size());
  }

  private static int share(long part, int whole) {
    return whole == 0 ? 0 : halfUp(100.0 * part / whole);
  }

  /**
   * Whole numbers, rounded half up (SPEC §8); the small addend undoes binary fractions such as
   * 12.499999999.
   */
  private static int halfUp(double value) {
    return (int) Math.floor(value + 0.5 + 1e-9);
  }
}
