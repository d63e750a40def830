package dev.dealcoach.scan.detect;

import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.scan.parse.Passage;
import dev.dealcoach.scan.segment.ReadBlock;
import dev.dealcoach.scan.segment.SegmentedDocument;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

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

  /**
   * One entry for each clause, in the order of {@link RiskClause}; its place is the first such
   * sentence.
   */
  List<ClausePresence> detect(SegmentedDocument document) {
    List<ClauseCandidates.Candidate> candidates = ClauseCandidates.of(document);
    Language language = document.document().language();
    Map<RiskClause, Passage> found = new EnumMap<>(RiskClause.class);
    for (ClauseCandidates.Candidate candidate : candidates) {
      model
          .probabilities(candidate, language)
          .forEach(
              (clause, probability) -> {
                if (probability >= ClauseModel.ENOUGH) {
                  found.putIfAbsent(clause, passage(candidate));
                }
              });
    }
    List<ClausePresence> clauses = new ArrayList<>();
    for (RiskClause clause : RiskClause.values()) {
      clauses.add(new ClausePresence(clause, found.get(clause)));
    }
    return clauses;
  }

  private static Passage passage(ClauseCandidates.Candidate candidate) {
    ReadBlock block = candidate.block();
    int end = Spans.withoutEnd(block.text(), candidate.span()).end();
    return Passage.of(block.block(), candidate.span().start(), end);
  }
}
