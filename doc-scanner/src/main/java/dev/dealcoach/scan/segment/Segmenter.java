package dev.dealcoach.scan.segment;

import dev.dealcoach.nlp.pack.CueBook;
import dev.dealcoach.nlp.pack.CueHits;
import dev.dealcoach.nlp.pack.RulePack;
import dev.dealcoach.nlp.text.Sentences;
import dev.dealcoach.nlp.text.Span;
import dev.dealcoach.scan.parse.Block;
import dev.dealcoach.scan.parse.ParsedDocument;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Reads every block of a document once and gathers the blocks into sections. Immutable,
 * thread-safe.
 */
public final class Segmenter {
  private final RulePack pack;

  public Segmenter(RulePack pack) {
    this.pack = pack;
  }

  /**
   * The document with its blocks read and its sections found. A document without blocks has no
   * sections.
   */
  public SegmentedDocument segment(ParsedDocument document) {
    CueBook book = pack.book(document.language());
    List<CueHits> cues =
        document.blocks().parallelStream().map(block -> book.read(block.text())).toList();
    int[] levels = Titles.levels(document.blocks(), cues);
    List<ReadBlock> blocks = new ArrayList<>();
    for (Block block : document.blocks()) {
      int i = block.index();
      blocks.add(new ReadBlock(block, Sentences.of(block.text()), cues.get(i), levels[i]));
    }
    return new SegmentedDocument(document, blocks, sections(blocks));
  }

  private static List<Section> sections(List<ReadBlock> blocks) {
    List<Section> sections = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= blocks.size(); i++) {
      if (i == blocks.size() || blocks.get(i).heading() || RunIn.begins(blocks.get(i))) {
        sections.add(section(blocks, from, i));
        from = i;
      }
    }
    return sections;
  }

  private static Section section(List<ReadBlock> blocks, int from, int to) {
    ReadBlock first = blocks.get(from);
    return first.heading()
        ? new Section(from, first.level(), from, to, roles(first.cues(), first.whole()))
        : new Section(null, 0, from, to, RunIn.roles(first));
  }

  private static Set<SectionRole> roles(CueHits heading, Span title) {
    Set<SectionRole> roles = EnumSet.noneOf(SectionRole.class);
    for (SectionRole role : SectionRole.values()) {
      if (heading.has(role.headingCue(), title)) {
        roles.add(role);
      }
    }
    return roles;
  }
}
