package dev.dealcoach.scan.detect;

import dev.dealcoach.nlp.pack.CueHits;
import dev.dealcoach.nlp.text.Span;
import dev.dealcoach.scan.parse.Block;
import dev.dealcoach.scan.parse.Passage;
import dev.dealcoach.scan.segment.ReadBlock;
import dev.dealcoach.scan.segment.Section;
import dev.dealcoach.scan.segment.SectionRole;
import dev.dealcoach.scan.segment.SegmentedDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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
      if (block.heading()) {
        continue;
      }
      if (situation(document, block)) {
        continue;
      }
      boolean labelled = labelled(document, block, clause);
      if (!labelled && !block.cues().has(clause.cue())) {
        continue;
      }
      for (Span sentence : block.sentences()) {
        if (binds(block, sentence, clause.cue())
            || (labelled && binds(block, sentence, "clause.binds"))) {
          return Passage.of(
              block.block(), sentence.start(), Spans.withoutEnd(block.text(), sentence).end());
        }
      }
    }
    return null;
  }

  /** Whether a block tells of the customer's present state, whose figures bind nobody. */
  private static boolean situation(SegmentedDocument document, ReadBlock block) {
    Set<SectionRole> roles = document.sectionOf(block.index()).roles();
    return !roles.isEmpty()
        && Set.of(SectionRole.CUSTOMER_SITUATION, SectionRole.PAIN_POINTS).containsAll(roles);
  }

  /** Whether the heading over a block, or the first cell of its row, is this clause's label. */
  private static boolean labelled(SegmentedDocument document, ReadBlock block, RiskClause clause) {
    Block at = block.block();
    if (at.cell() != null && at.cell().column() > 0) {
      for (int i = block.index() - 1; i >= 0; i--) {
        Block before = document.blocks().get(i).block();
        if (before.cell() == null
            || before.cell().table() != at.cell().table()
            || before.cell().row() != at.cell().row()) {
          break;
        }
        if (before.cell().column() == 0) {
          return document.blocks().get(i).cues().has(clause.label());
        }
      }
      return false;
    }
    Section section = document.sectionOf(block.index());
    return section.heading() != null
        && document.blocks().get(section.heading()).cues().has(clause.label());
  }

  /**
   * A cue outside the words that only point elsewhere, in no question; a sentence that points
   * elsewhere must hold something that binds besides.
   */
  private static boolean binds(ReadBlock block, Span sentence, String cue) {
    char end = block.text().charAt(sentence.end() - 1);
    if (end == '？' || end == '?') {
      return false;
    }
    CueHits cues = block.cues();
    List<Span> empty = cues.of("clause.empty", sentence);
    List<Span> hits = cues.of(cue, sentence).stream().filter(hit -> !quoted(block, hit)).toList();
    return outside(hits, empty)
        && (empty.isEmpty() || outside(cues.of("clause.binds", sentence), empty));
  }

  /** Whether a place stands in quotation marks: somebody's words bind nobody. */
  private static boolean quoted(ReadBlock block, Span hit) {
    int open = block.text().lastIndexOf('“', hit.start());
    return open >= 0 && block.text().indexOf('”', open) >= hit.end();
  }

  private static boolean outside(List<Span> hits, List<Span> empty) {
    return hits.stream().anyMatch(hit -> empty.stream().noneMatch(hit::overlaps));
  }
}
