package dev.dealcoach.scan.detect;

import dev.dealcoach.nlp.text.Han;
import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.nlp.text.Span;
import dev.dealcoach.scan.detect.quote.Quotations;
import dev.dealcoach.scan.parse.BlockKind;
import dev.dealcoach.scan.parse.Passage;
import dev.dealcoach.scan.segment.ReadBlock;
import dev.dealcoach.scan.segment.Section;
import dev.dealcoach.scan.segment.SegmentedDocument;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds quotations that pose as this customer's voice and are not: our own slogans under a heading
 * such as 客户心声, and the words of another customer. Immutable, thread-safe.
 */
public final class BorrowedVoiceDetector {
  /** Rule of a slogan that poses as the customer's words. */
  public static final String SLOGAN = "pain-quote.slogan";

  /** Rule of another customer's words in the place of this one's. */
  public static final String OTHER_CUSTOMER = "pain-quote.other-customer";

  private final Attribution attribution = new Attribution();

  /**
   * All of them, in reading order.
   *
   * @param document segmented with the same rule pack
   * @param statements the customer's statements
   */
  public List<Weakness> detect(SegmentedDocument document, List<String> statements) {
    List<Weakness> found = new ArrayList<>();
    for (ReadBlock block : document.blocks()) {
      for (Span span : quoted(document, block)) {
        Passage passage = Passage.of(block.block(), span.start(), span.end());
        if (said(passage.text(), statements)) {
          continue;
        }
        if (attribution.other(document, passage)) {
          if (Attribution.touches(block, "customer.pain", span) || voice(document, block)) {
            found.add(new Weakness(OTHER_CUSTOMER, passage));
          }
        } else if (voice(document, block) && slogan(block, span)) {
          found.add(new Weakness(SLOGAN, passage));
        }
      }
    }
    return found;
  }

  private static List<Span> quoted(SegmentedDocument document, ReadBlock block) {
    boolean english = document.document().language() == Language.EN;
    return Quotations.in(block.text()).stream()
        .filter(
            span -> {
              String text = span.of(block.text());
              return english ? text.split(" ").length >= 3 : Han.count(text) >= 6;
            })
        .toList();
  }

  private static boolean said(String text, List<String> statements) {
    return statements.stream()
        .anyMatch(statement -> dev.dealcoach.scan.detect.quote.Folding.holds(statement, text));
  }

  /** Whether the section's heading promises the customer's voice. */
  private static boolean voice(SegmentedDocument document, ReadBlock block) {
    Section section = document.sectionOf(block.index());
    return section.heading() != null
        && document.blocks().get(section.heading()).cues().has("customer.voice-heading");
  }

  /** A quotation that stands alone, is nobody's, and sounds like an advertisement. */
  private static boolean slogan(ReadBlock block, Span span) {
    int before = span.start() - 1;
    boolean leads = before > 0 && "：:，,说道".indexOf(block.text().charAt(before - 1)) >= 0;
    boolean alone = span.length() + 6 >= block.text().length();
    return !leads
        && (alone || block.block().kind() == BlockKind.LIST_ITEM)
        && (Attribution.touches(block, "quote.slogan", span)
            || !Attribution.touches(block, "customer.pain", span));
  }
}
