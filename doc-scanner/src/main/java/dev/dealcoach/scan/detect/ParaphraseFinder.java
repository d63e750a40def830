package dev.dealcoach.scan.detect;

import dev.dealcoach.nlp.text.Sentences;
import dev.dealcoach.nlp.text.Span;
import dev.dealcoach.scan.detect.quote.Aligner;
import dev.dealcoach.scan.detect.quote.Statement;
import dev.dealcoach.scan.detect.quote.Stretch;
import dev.dealcoach.scan.detect.quote.Units;
import dev.dealcoach.scan.parse.Passage;
import dev.dealcoach.scan.segment.ReadBlock;
import dev.dealcoach.scan.segment.SectionRole;
import dev.dealcoach.scan.segment.SegmentedDocument;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Finds clauses that tell of a customer's pain in other words: they share content words with the
 * statement, or speak of the same things (delay, error, return …). One instance a document.
 */
final class ParaphraseFinder {
  /** What a shared concept weighs beside shared words. */
  private static final double CONCEPT = 1.8;

  /** Sections that speak of our offer; what sounds like a pain there is its remedy. */
  private static final Set<SectionRole> ELSEWHERE =
      EnumSet.of(
          SectionRole.SOLUTION,
          SectionRole.EVIDENCE_CASES,
          SectionRole.PRICING,
          SectionRole.IMPLEMENTATION_PLAN,
          SectionRole.OBJECTIONS_QA,
          SectionRole.RISK_TERMS,
          SectionRole.NEXT_STEPS);

  private final Units proposal;
  private final Aligner aligner;
  private final Concepts concepts;
  private final double least;
  private final List<Place> places = new ArrayList<>();

  ParaphraseFinder(
      SegmentedDocument document,
      Units proposal,
      Aligner aligner,
      Concepts concepts,
      QuoteMeasures measures) {
    this.proposal = proposal;
    this.aligner = aligner;
    this.concepts = concepts;
    this.least = measures.loose();
    for (ReadBlock block : document.blocks()) {
      boolean elsewhere =
          document.sectionOf(block.index()).roles().stream().anyMatch(ELSEWHERE::contains);
      if (!elsewhere && !block.block().heading() && block.cues().has("customer.pain")) {
        places(block, proposal.firstOf(block.index()));
      }
    }
  }

  private void places(ReadBlock block, int first) {
    int unit = first;
    for (Span sentence : block.sentences()) {
      List<Span> clauses = new ArrayList<>();
      for (Span clause : Sentences.clauses(sentence.of(block.text()))) {
        clauses.add(clause.shift(sentence.start()));
      }
      if (!block.cues().has("customer.pain", sentence)
          || RivalAnswers.asks(sentence.of(block.text()))) {
        continue;
      }
      while (unit < proposal.size()
          && proposal.text(unit) == block.index()
          && proposal.start(unit) < sentence.start()) {
        unit++;
      }
      int end = unit;
      while (end < proposal.size()
          && proposal.text(end) == block.index()
          && proposal.end(end) <= sentence.end()) {
        end++;
      }
      places.add(new Place(block, clauses, unit, end, concepts.in(sentence.of(block.text()))));
    }
  }

  /** The best place for a statement, if one is good enough. */
  List<QuoteCandidate> find(Statement statement) {
    BitSet own = concepts.in(statement.text());
    QuoteCandidate best = null;
    double bestScore = least;
    for (Place place : places) {
      BitSet shared = (BitSet) own.clone();
      shared.and(place.concepts);
      if (place.from == place.to) {
        continue;
      }
      Stretch stretch = aligner.measure(statement.index(), place.from, place.to);
      double score = stretch.covered() + CONCEPT * shared.cardinality();
      boolean enough = !shared.isEmpty() || stretch.covered() > least * 1.2;
      if (score > bestScore && enough) {
        QuoteCandidate candidate = candidate(place, statement, own);
        if (candidate != null) {
          best = candidate;
          bestScore = score;
        }
      }
    }
    return best == null ? List.of() : List.of(best);
  }

  /** From the first clause that has to do with the statement to the last. */
  private @org.jspecify.annotations.Nullable QuoteCandidate candidate(
      Place place, Statement statement, BitSet own) {
    int first = -1;
    int last = -1;
    for (int i = 0; i < place.clauses.size(); i++) {
      Span clause = place.clauses.get(i);
      BitSet shared = concepts.in(clause.of(place.block.text()));
      shared.and(own);
      int[] units = units(place, clause);
      double covered =
          units[0] == units[1]
              ? 0
              : aligner.measure(statement.index(), units[0], units[1]).covered();
      if (covered + CONCEPT * shared.cardinality() >= 1.7) {
        first = first < 0 ? i : first;
        last = i;
      }
    }
    if (first < 0) {
      return null;
    }
    int start = place.clauses.get(first).start();
    int end = place.clauses.get(last).end();
    String text = place.block.text();
    boolean whole = start == 0 && end == text.length();
    while (!whole && end > start && "，。；;,.：:".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    int[] units = units(place, new Span(start, end));
    Stretch stretch = aligner.measure(statement.index(), units[0], units[1]);
    return new QuoteCandidate(
        Passage.of(place.block.block(), start, end), PainQuote.Kind.PARAPHRASE, stretch);
  }

  private int[] units(Place place, Span span) {
    int from = place.from;
    while (from < place.to && proposal.start(from) < span.start()) {
      from++;
    }
    int to = from;
    while (to < place.to && proposal.end(to) <= span.end()) {
      to++;
    }
    return new int[] {from, to};
  }

  private record Place(ReadBlock block, List<Span> clauses, int from, int to, BitSet concepts) {}
}
