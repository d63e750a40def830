package dev.dealcoach.scan.detect;

import dev.dealcoach.nlp.pack.CueHits;
import dev.dealcoach.nlp.text.Span;
import dev.dealcoach.scan.parse.Passage;
import dev.dealcoach.scan.segment.ReadBlock;
import dev.dealcoach.scan.segment.SegmentedDocument;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds which of the eight risk clauses are there: a sentence that binds, anywhere in the document;
 * headings and sentences that only point to the contract or the law do not count. Stateless,
 * thread-safe.
 */
final class ClauseDetector {

  /** One entry for each clause, in the order of {@link RiskClause}. */
  List<ClausePresence> detect(SegmentedDocument document) {
    List<ClausePresence> clauses = new ArrayList<>();
    for (RiskClause clause : RiskClause.values()) {
      clauses.add(new ClausePresence(clause, find(document, clause)));
    }
    return clauses;
  }

  private static @Nullable Passage find(SegmentedDocument document, RiskClause clause) {
    for (ReadBlock block : document.blocks()) {
      if (block.block().heading() || !block.cues().has(clause.cue())) {
        continue;
      }
      for (Span sentence : block.sentences()) {
        if (binds(block.cues(), sentence, clause)) {
          return Passage.of(
              block.block(), sentence.start(), Spans.withoutEnd(block.text(), sentence).end());
        }
      }
    }
    return null;
  }

  /** A cue outside the words that only point elsewhere, and no question. */
  private static boolean binds(CueHits cues, Span sentence, RiskClause clause) {
    List<Span> empty = cues.of("clause.empty", sentence);
    return cues.of(clause.cue(), sentence).stream()
        .anyMatch(hit -> empty.stream().noneMatch(hit::overlaps));
  }
}
