package dev.dealcoach.scan.detect;

import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.scan.parse.Passage;
import dev.dealcoach.scan.segment.ReadBlock;
import dev.dealcoach.scan.segment.SegmentedDocument;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds which of the eight risk clauses are there: a sentence that binds, anywhere in the document;
 * headings and sentences that only point to the contract or the law do not count. The rules' view
 * of a sentence and its wording are weighed by a trained model. Immutable, thread-safe.
 */
final class ClauseDetector {
  private final ClauseModel model;

  ClauseDetector(ClauseModel model) {
    this.model = model;
  }

  /** One entry for each clause, in the order of {@link RiskClause}. */
  List<ClausePresence> detect(SegmentedDocument document) {
    List<ClauseCandidates.Candidate> candidates = ClauseCandidates.of(document);
    Language language = document.document().language();
    List<ClausePresence> clauses = new ArrayList<>();
    for (RiskClause clause : RiskClause.values()) {
      clauses.add(new ClausePresence(clause, find(candidates, clause, language)));
    }
    return clauses;
  }

  /** The first sentence that is such a clause. */
  private @Nullable Passage find(
      List<ClauseCandidates.Candidate> candidates, RiskClause clause, Language language) {
    for (ClauseCandidates.Candidate candidate : candidates) {
      if (model.probability(candidate, clause, language) >= ClauseModel.ENOUGH) {
        ReadBlock block = candidate.block();
        return Passage.of(
            block.block(),
            candidate.span().start(),
            Spans.withoutEnd(block.text(), candidate.span()).end());
      }
    }
    return null;
  }
}
