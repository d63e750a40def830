package dev.dealcoach.scan.detect;

import dev.dealcoach.nlp.text.Han;
import dev.dealcoach.nlp.text.Span;
import dev.dealcoach.scan.detect.quote.Aligner;
import dev.dealcoach.scan.detect.quote.Folding;
import dev.dealcoach.scan.detect.quote.Quotations;
import dev.dealcoach.scan.detect.quote.Statement;
import dev.dealcoach.scan.detect.quote.Stretch;
import dev.dealcoach.scan.detect.quote.Units;
import dev.dealcoach.scan.parse.Passage;
import dev.dealcoach.scan.parse.TextPart;
import dev.dealcoach.scan.segment.ReadBlock;
import dev.dealcoach.scan.segment.SegmentedDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Turns a stretch of shared words into a quote with sensible edges: what stands in quotation marks,
 * else whole clauses without the lead-in; and tells its kind. One instance a document.
 */
final class QuoteFraming {
  /** Share of a stretch up to which the beginning or end of a foreign clause is cut off. */
  private static final double SCRAP = 0.35;

  /** Least coverage of a short light edit. */
  private static final double SHORT = 0.85;

  private static final String TERMINALS = "。！？!?.…";

  private final SegmentedDocument document;
  private final Units proposal;
  private final Aligner aligner;
  private final QuoteMeasures measures;

  QuoteFraming(
      SegmentedDocument document, Units proposal, Aligner aligner, QuoteMeasures measures) {
    this.document = document;
    this.proposal = proposal;
    this.aligner = aligner;
    this.measures = measures;
  }

  /** The quote that a stretch makes; empty if it is too short or not close enough. */
  Optional<QuoteCandidate> frame(Stretch stretch, Statement statement) {
    Span inMarks = marked(stretch);
    if (inMarks != null) {
      int block = proposal.text(stretch.from());
      return candidate(
          measured(statement, units(block, inMarks)),
          statement,
          Passage.of(document.blocks().get(block).block(), inMarks.start(), inMarks.end()));
    }
    Stretch trimmed = measured(statement, trimmed(stretch));
    if (trimmed.from() == trimmed.to()) {
      return Optional.empty();
    }
    Passage bare = passage(trimmed.from(), trimmed.to());
    boolean exact = Folding.holds(statement.text(), bare.text());
    Stretch grown = exact ? trimmed : measured(statement, clauses(trimmed));
    Stretch clause = exact ? null : exactClause(grown, statement);
    if (clause != null) {
      return candidate(clause, statement, passage(clause.from(), clause.to()));
    }
    return embedded(grown, exact)
        ? Optional.empty()
        : candidate(grown, statement, passage(grown.from(), grown.to()));
  }

  /**
   * The stretch without the scraps of a clause at its ends: a few shared words of a clause that
   * goes on in words of the proposal's own.
   */
  private int[] trimmed(Stretch stretch) {
    int from = stretch.from();
    int to = stretch.to();
    double scrap = SCRAP * proposal.mass(from, to);
    int last = clauseStart(to - 1);
    if (last > from
        && proposal.mass(to, clauseEnd(to)) > measures.edge()
        && proposal.mass(last, to) <= scrap) {
      to = last;
    }
    int first = clauseEnd(from + 1);
    int start = clauseStart(from);
    if (first < to
        && proposal.mass(start, from) > measures.edge()
        && !leadIn(start, from)
        && proposal.mass(from, first) <= scrap) {
      from = first;
    }
    return new int[] {from, to};
  }

  /**
   * Whether the words are only a part of a clause of the proposal's own: then they are no quote. A
   * lead-in may stand before them; behind them the clause must end.
   */
  private boolean embedded(Stretch stretch, boolean exact) {
    int start = clauseStart(stretch.from());
    boolean opens =
        proposal.mass(start, stretch.from()) <= measures.edge() || leadIn(start, stretch.from());
    int end = clauseEnd(stretch.to());
    boolean closes =
        proposal.mass(stretch.to(), end) <= measures.edge() || leadIn(stretch.to(), end);
    boolean longExact = exact && stretch.covered() >= measures.clear();
    return longExact ? !opens && !closes : !opens || !closes;
  }

  /**
   * The first or last clause of a loose stretch if it alone is the statement's to the letter: "I
   * don't dare run it after nine, because …" holds a quote and a reason of the proposal's own.
   */
  private @Nullable Stretch exactClause(Stretch stretch, Statement statement) {
    if (stretch.coverage() >= SHORT) {
      return null;
    }
    int first = clauseEnd(stretch.from() + 1);
    int last = clauseStart(stretch.to() - 1);
    int[][] ends = {{stretch.from(), first}, {last, stretch.to()}};
    for (int[] end : ends) {
      if (end[0] < end[1] && proposal.mass(end[0], end[1]) >= measures.leastShared()) {
        String text = passage(end[0], end[1]).text();
        if (longEnough(text) && Folding.holds(statement.text(), text)) {
          return measured(statement, end);
        }
      }
    }
    return null;
  }

  private int clauseStart(int unit) {
    int start = unit;
    while (start > 0 && proposal.clauseAt(start) == 0) {
      start--;
    }
    return start;
  }

  private int clauseEnd(int unit) {
    int end = unit;
    while (end < proposal.size() && proposal.clauseAt(end) == 0) {
      end++;
    }
    return end;
  }

  private Optional<QuoteCandidate> candidate(
      Stretch stretch, Statement statement, Passage passage) {
    boolean torn = passage.text().indexOf('】') >= 0 && passage.text().indexOf('【') < 0;
    return !torn && longEnough(passage.text())
        ? kind(stretch, statement, passage).map(kind -> new QuoteCandidate(passage, kind, stretch))
        : Optional.empty();
  }

  private Optional<PainQuote.Kind> kind(Stretch stretch, Statement statement, Passage passage) {
    if (Folding.holds(statement.text(), passage.text())) {
      return Optional.of(PainQuote.Kind.VERBATIM);
    }
    if (stretch.coverage() >= lightCoverage(stretch) && stretch.longest() >= measures.lightRun()) {
      return Optional.of(PainQuote.Kind.LIGHT_EDIT);
    }
    return Optional.empty();
  }

  /** A short stretch must keep closer to the statement than a long one. */
  private double lightCoverage(Stretch stretch) {
    return stretch.covered() < 2 * measures.leastShared() ? SHORT : measures.lightCoverage();
  }

  private boolean longEnough(String text) {
    int han = Han.count(text);
    int words = 0;
    for (String word : Folding.words(text).split(" ")) {
      words += word.isEmpty() || Han.count(word) > 0 ? 0 : 1;
    }
    return measures.leastUnits() > 5 ? han + words >= measures.leastUnits() : words + han >= 5;
  }

  /**
   * What stands in the quotation marks around a stretch; null without such, or if it is foreign.
   */
  private @Nullable Span marked(Stretch stretch) {
    int block = proposal.text(stretch.from());
    if (proposal.text(stretch.to() - 1) != block) {
      return null;
    }
    Span span = new Span(proposal.start(stretch.from()), proposal.end(stretch.to() - 1));
    String text = document.blocks().get(block).text();
    for (Span quoted : Quotations.in(text)) {
      int shared = Math.min(quoted.end(), span.end()) - Math.max(quoted.start(), span.start());
      if (shared * 10 < span.length() * 6) {
        continue;
      }
      int[] units = units(block, quoted);
      Stretch inside = aligner.measure(stretch.statement(), units[0], units[1]);
      if (inside.coverage() >= 0.6) {
        return trimmed(text, quoted);
      }
    }
    return null;
  }

  private static Span trimmed(String text, Span quoted) {
    int start = quoted.start();
    int end = quoted.end();
    while (end > start && " ，,、；;：:".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    while (start < end && " …".indexOf(text.charAt(start)) >= 0) {
      start++;
    }
    return new Span(start, end);
  }

  private int[] units(int block, Span span) {
    int from = proposal.firstOf(block);
    while (from < proposal.size()
        && proposal.text(from) == block
        && proposal.start(from) < span.start()) {
      from++;
    }
    int to = from;
    while (to < proposal.size() && proposal.text(to) == block && proposal.end(to) <= span.end()) {
      to++;
    }
    return new int[] {from, to};
  }

  private Stretch measured(Statement statement, int[] units) {
    return aligner.measure(statement.index(), units[0], units[1]);
  }

  /** The stretch, grown to the edges of its first and last clause where little is missing. */
  private int[] clauses(Stretch stretch) {
    int start = clauseStart(stretch.from());
    int end = clauseEnd(stretch.to());
    boolean grows =
        proposal.mass(start, stretch.from()) <= measures.edge() && !leadIn(start, stretch.from());
    boolean goesOn =
        proposal.mass(stretch.to(), end) <= measures.edge() && !leadIn(stretch.to(), end);
    return new int[] {grows ? start : stretch.from(), goesOn ? end : stretch.to()};
  }

  private boolean leadIn(int from, int to) {
    if (from == to) {
      return false;
    }
    ReadBlock block = document.blocks().get(proposal.text(from));
    return block
        .cues()
        .has("attribution.lead-in", new Span(proposal.start(from), proposal.end(to - 1)));
  }

  private Passage passage(int from, int to) {
    List<TextPart> parts = new ArrayList<>();
    int i = from;
    while (i < to) {
      int block = proposal.text(i);
      int j = i;
      while (j < to && proposal.text(j) == block) {
        j++;
      }
      parts.add(part(block, proposal.start(i), proposal.end(j - 1)));
      i = j;
    }
    return Passage.of(document.document(), parts);
  }

  /** A part; where nothing but the final mark is left of the block, that belongs to it. */
  private TextPart part(int block, int start, int end) {
    String text = document.blocks().get(block).text();
    int after = end;
    while (after < text.length() && TERMINALS.indexOf(text.charAt(after)) >= 0) {
      after++;
    }
    return new TextPart(block, start, start == 0 && after == text.length() ? after : end);
  }
}
