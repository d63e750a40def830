package dev.dealcoach.scan.parse.layout;

import dev.dealcoach.scan.parse.Block;
import dev.dealcoach.scan.parse.BlockOrigin;
import java.util.ArrayList;
import java.util.List;

/** Turns the laid out pages of a whole document into its blocks. Stateless. */
public final class DocumentLayout {
  private DocumentLayout() {}

  /** The blocks in reading order, numbered from 0. */
  public static List<Block> blocks(List<LaidPage> all) {
    List<LaidPage> pages = RunningMatter.removed(all, Typography.of(all).bodySize());
    Margins.Book margins = Margins.Book.of(pages);
    Typography typography = Typography.of(pages).with(pages, margins);
    List<Draft> drafts = Paragraphs.of(pages, typography, margins);
    Kinds.set(drafts, typography);
    List<Block> blocks = new ArrayList<>(drafts.size());
    for (Draft d : drafts) {
      boolean bullet = d.numbering.style() == Numbering.Style.BULLET && d.cell == null;
      BlockText text = BlockText.of(d.lines, bullet ? d.numbering.length() : 0, typography);
      if (!text.text.isEmpty()) {
        blocks.add(
            new Block(
                blocks.size(),
                d.kind,
                d.level,
                text.text.toString(),
                new BlockOrigin.Page(text.printed),
                d.cell,
                d.lines.stream().anyMatch(Line::ocr)));
      }
    }
    return blocks;
  }
}
