package dev.dealcoach.scan.detect;

import dev.dealcoach.nlp.text.Span;
import dev.dealcoach.scan.parse.Passage;
import dev.dealcoach.scan.segment.ReadBlock;
import dev.dealcoach.scan.segment.Section;
import dev.dealcoach.scan.segment.SegmentedDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds where a proposal's headings, questions and sentences weigh the offer against a rival. One
 * instance a document.
 */
final class RivalMentions {
  static final List<String> KINDS =
      List.of("rival.incumbent", "rival.other", "rival.self-made", "rival.previous");

  private final SegmentedDocument document;
  private final Set<String> names;
  private final Set<Integer> tables;
  private final List<RivalRaise> raises = new ArrayList<>();

  /**
   * @param names of rivals that the customer has mentioned
   * @param tables first blocks of sections whose table compares already
   */
  RivalMentions(SegmentedDocument document, Set<String> names, Set<Integer> tables) {
    this.document = document;
    this.names = names;
    this.tables = tables;
  }

  /** All of them, in reading order, none inside what is said about an earlier one. */
  List<RivalRaise> find() {
    for (Section section : document.sections()) {
      if (!tables.contains(section.from())) {
        section(section);
      }
    }
    return raises;
  }

  private void section(Section section) {
    int i = section.from();
    if (section.heading() != null) {
      ReadBlock heading = document.blocks().get(section.heading());
      boolean speaks = speaks(heading, heading.whole());
      if (speaks && (RivalAnswers.asks(heading.text()) || weighs(heading, heading.whole()))) {
        add(heading, heading.whole(), section.to());
        return;
      }
      if (speaks && shortName(heading)) {
        titled(section, heading);
        return;
      }
      i++;
    }
    while (i < section.to()) {
      i = block(document.blocks().get(i));
    }
  }

  /** A heading that is little more than a rival's name: what stands under it weighs. */
  private void titled(Section section, ReadBlock heading) {
    for (int i = section.body(); i < section.to(); i++) {
      ReadBlock block = document.blocks().get(i);
      if (weighs(block, block.whole())) {
        add(block, block.whole(), i + 1, List.of(heading, block));
      }
    }
  }

  private static boolean shortName(ReadBlock heading) {
    return heading.text().length() <= 40;
  }

  /** Returns the block to go on with. */
  private int block(ReadBlock block) {
    if (block.block().cell() != null && block.text().length() < 12) {
      return block.index() + 1;
    }
    List<Span> sentences = block.sentences();
    for (int s = 0; s < sentences.size(); s++) {
      Span sentence = sentences.get(s);
      if (!speaks(block, sentence)) {
        continue;
      }
      boolean weighed =
          weighs(block, sentence)
              || (s + 1 < sentences.size() && weighs(block, sentences.get(s + 1)));
      if (weighed) {
        int end = RivalAnswers.end(document, block.index());
        add(block, sentence, end);
        return RivalAnswers.asks(block.text()) ? end : block.index() + 1;
      }
    }
    return block.index() + 1;
  }

  private boolean speaks(ReadBlock block, Span span) {
    return KINDS.stream().anyMatch(kind -> Attribution.touches(block, kind, span))
        || names.stream().anyMatch(name -> span.of(block.text()).contains(name));
  }

  private static boolean weighs(ReadBlock block, Span span) {
    return (Attribution.touches(block, "rival.previous", span)
            && Attribution.touches(block, "customer.pain", span))
        || Attribution.touches(block, "rival.compare", span)
        || Attribution.touches(block, "rival.consequence", span);
  }

  private void add(ReadBlock block, Span span, int end) {
    add(block, span, end, List.of());
  }

  /** The kinds and names are those of the span and of further blocks. */
  private void add(ReadBlock block, Span span, int end, List<ReadBlock> further) {
    Set<String> kinds = new TreeSet<>();
    Set<String> named = new TreeSet<>();
    speakers(block, span, kinds, named);
    further.forEach(more -> speakers(more, more.whole(), kinds, named));
    raises.add(
        new RivalRaise(
            Passage.of(block.block(), span.start(), span.end()), kinds, named, block.index(), end));
  }

  private void speakers(ReadBlock block, Span span, Set<String> kinds, Set<String> named) {
    KINDS.stream().filter(kind -> Attribution.touches(block, kind, span)).forEach(kinds::add);
    names.stream().filter(name -> span.of(block.text()).contains(name)).forEach(named::add);
  }
}
