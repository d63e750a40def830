package dev.dealcoach.scan.detect;

import dev.dealcoach.scan.parse.Passage;
import dev.dealcoach.scan.segment.ReadBlock;
import dev.dealcoach.scan.segment.Section;
import dev.dealcoach.scan.segment.SegmentedDocument;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds where a rival is met with figures alone: the comparison stands there, what it means for the
 * customer does not. Immutable, thread-safe.
 */
public final class RivalWeaknessDetector {
  /** Rule of a comparison by parameters only. */
  public static final String PARAMETERS_ONLY = "competitor.parameters-only";

  /** Figures from which a text counts as a comparison of parameters. */
  private static final int FIGURES = 2;

  /**
   * One weakness a section.
   *
   * @param document segmented with the same rule pack
   * @param points as {@link RivalDetector} found them
   */
  public List<Weakness> detect(SegmentedDocument document, List<RivalPoint> points) {
    Set<Integer> sections = new LinkedHashSet<>();
    List<Weakness> found = new ArrayList<>();
    for (RivalPoint point : points) {
      Passage raised = point.raised();
      if (raised == null || point.answer() != null) {
        continue;
      }
      int block = raised.parts().getFirst().block();
      Section section = document.sectionOf(block);
      if (figures(document, block) >= FIGURES && sections.add(section.from())) {
        found.add(new Weakness(PARAMETERS_ONLY, raised));
      }
    }
    return found;
  }

  /** How many figures stand in the raising block's table, or in the block and the one after it. */
  private static int figures(SegmentedDocument document, int block) {
    ReadBlock raising = document.blocks().get(block);
    int figures = 0;
    for (int i = block; i < document.blocks().size(); i++) {
      ReadBlock one = document.blocks().get(i);
      boolean sameTable =
          raising.block().cell() != null
              && one.block().cell() != null
              && one.block().cell().table() == raising.block().cell().table();
      if (!sameTable && i > block + (raising.block().cell() == null ? 1 : 0)) {
        break;
      }
      figures += figures(one.text());
    }
    return figures;
  }

  private static int figures(String text) {
    int figures = 0;
    boolean inside = false;
    for (int i = 0; i < text.length(); i++) {
      boolean digit = Character.isDigit(text.charAt(i));
      figures += digit && !inside ? 1 : 0;
      inside = digit || (inside && ".,".indexOf(text.charAt(i)) >= 0);
    }
    return figures;
  }
}
