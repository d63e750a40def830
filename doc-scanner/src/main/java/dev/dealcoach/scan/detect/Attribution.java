package dev.dealcoach.scan.detect;

import dev.dealcoach.nlp.text.Span;
import dev.dealcoach.scan.detect.quote.Quotations;
import dev.dealcoach.scan.parse.Block;
import dev.dealcoach.scan.parse.Passage;
import dev.dealcoach.scan.parse.TextPart;
import dev.dealcoach.scan.segment.ReadBlock;
import dev.dealcoach.scan.segment.SegmentedDocument;

/**
 * Tells whose words stand somewhere: this customer's or somebody else's, by the lead-in before
 * them, the name after them, and the cell beside them. Stateless.
 */
final class Attribution {
  private static final int BEFORE = 60;
  private static final int AFTER = 40;

  /** Blocks at the beginning in which the customer is named. */
  private static final int HEAD = 6;

  /** Whether the proposal says that the words are another customer's. */
  boolean other(SegmentedDocument document, QuoteCandidate candidate) {
    return other(document, candidate.passage());
  }

  /** Whether the proposal says that the words are another customer's. */
  boolean other(SegmentedDocument document, Passage passage) {
    TextPart first = passage.parts().getFirst();
    TextPart last = passage.parts().getLast();
    ReadBlock block = document.blocks().get(first.block());
    Span lead = leadIn(block.text(), quoteStart(block.text(), first.start()));
    int own = lastEnd(block, "attribution.own", lead);
    int other =
        Math.max(lastEnd(block, "attribution.other", lead), lastStranger(document, block, lead));
    if (own >= 0 || other >= 0) {
      return other > own;
    }
    if (first.start() <= 1 && first.block() > 0) {
      ReadBlock above = document.blocks().get(first.block() - 1);
      String text = above.text();
      if (!text.isEmpty() && "：:".indexOf(text.charAt(text.length() - 1)) >= 0) {
        Span tail = new Span(Math.max(0, text.length() - BEFORE), text.length());
        if (!touches(above, "attribution.own", tail) && touches(above, "attribution.other", tail)) {
          return true;
        }
      }
    }
    return signed(document, last) || cellBeside(document, block);
  }

  /** Where the lead-in names an organisation that the document's beginning does not. */
  private static int lastStranger(SegmentedDocument document, ReadBlock block, Span lead) {
    int end = -1;
    for (Span name : block.cues().of("attribution.named", lead)) {
      String text = name.of(block.text());
      boolean known =
          document.blocks().stream()
              .limit(HEAD)
              .filter(head -> head.index() != block.index())
              .anyMatch(head -> head.text().contains(text));
      end = known ? end : Math.max(end, name.end());
    }
    return end;
  }

  /** Where the quotation around an offset begins; the offset itself outside quotation marks. */
  private static int quoteStart(String text, int offset) {
    for (Span quoted : Quotations.in(text)) {
      if (quoted.start() <= offset && offset < quoted.end()) {
        return quoted.start();
      }
    }
    return offset;
  }

  private static int quoteEnd(String text, int offset) {
    for (Span quoted : Quotations.in(text)) {
      if (quoted.start() < offset && offset <= quoted.end()) {
        return quoted.end();
      }
    }
    return offset;
  }

  private static int lastEnd(ReadBlock block, String cue, Span span) {
    int end = -1;
    for (Span hit : block.cues().of(cue)) {
      if (hit.overlaps(span)) {
        end = Math.max(end, hit.end());
      }
    }
    return end;
  }

  /**
   * The sentence before an offset, from its beginning or the last closing mark of another quote.
   */
  private static Span leadIn(String text, int offset) {
    int start = offset;
    int skip = Math.max(0, offset - 2);
    while (start > 0 && offset - start < BEFORE) {
      char c = text.charAt(start - 1);
      if (start <= skip && "。！？!?；;”」\n".indexOf(c) >= 0) {
        break;
      }
      if (start <= skip && c == '.' && (start == text.length() || text.charAt(start) == ' ')) {
        break;
      }
      start--;
    }
    return new Span(start, offset);
  }

  /** A name after the words, behind a dash or in brackets: “…”——某店长. */
  private static boolean signed(SegmentedDocument document, TextPart last) {
    ReadBlock block = document.blocks().get(last.block());
    String text = block.text();
    int from = quoteEnd(text, last.end());
    while (from < text.length() && "。！？!?.…”」』\"' ".indexOf(text.charAt(from)) >= 0) {
      from++;
    }
    if (from < text.length()) {
      char c = text.charAt(from);
      return "—–-（(".indexOf(c) >= 0
          && foreignName(block, new Span(from, Math.min(text.length(), from + AFTER)));
    }
    if (last.block() + 1 < document.blocks().size()) {
      ReadBlock below = document.blocks().get(last.block() + 1);
      return "—–".indexOf(below.text().charAt(0)) >= 0 && foreignName(below, below.whole());
    }
    return false;
  }

  private static boolean foreignName(ReadBlock block, Span span) {
    return !touches(block, "attribution.own", span)
        && (touches(block, "attribution.other", span) || touches(block, "attribution.role", span));
  }

  private static boolean cellBeside(SegmentedDocument document, ReadBlock block) {
    Block cell = block.block();
    if (cell.cell() == null) {
      return false;
    }
    for (int i = Math.max(0, block.index() - 8); i < document.blocks().size(); i++) {
      ReadBlock other = document.blocks().get(i);
      if (other.block().cell() == null
          || other.block().cell().table() != cell.cell().table()
          || other.block().cell().row() != cell.cell().row()) {
        if (i > block.index()) {
          break;
        }
        continue;
      }
      if (i != block.index()
          && other.text().length() <= 20
          && touches(other, "attribution.other", other.whole())) {
        return true;
      }
    }
    return false;
  }

  static boolean touches(ReadBlock block, String cue, Span span) {
    for (Span hit : block.cues().of(cue)) {
      if (hit.overlaps(span)) {
        return true;
      }
    }
    return false;
  }
}
