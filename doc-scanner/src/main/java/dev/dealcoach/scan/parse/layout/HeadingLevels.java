package dev.dealcoach.scan.parse.layout;

import dev.dealcoach.scan.parse.BlockKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Ranks headings: larger before smaller, then bold before plain, then by their numbering. */
final class HeadingLevels {
  private static final float SAME_SIZE = 0.04f;
  private static final float SAME_SIZE_OCR = 0.1f;
  private static final int DEEPEST = 6;

  private record Look(float size, boolean bold, int number) {}

  private HeadingLevels() {}

  static void set(List<Draft> drafts) {
    List<Float> sizes = sizes(drafts);
    List<Look> looks = new ArrayList<>();
    for (Draft d : drafts) {
      if (d.kind == BlockKind.HEADING) {
        Look look = look(d, sizes);
        if (!looks.contains(look)) {
          looks.add(look);
        }
      }
    }
    looks.sort(
        Comparator.comparingDouble((Look l) -> -l.size())
            .thenComparing(l -> !l.bold())
            .thenComparingInt(Look::number));
    for (Draft d : drafts) {
      if (d.kind == BlockKind.HEADING) {
        d.level = Math.min(DEEPEST, level(looks, look(d, sizes)));
      }
    }
  }

  /** Position among the looks; one without a number counts as the first of its size. */
  private static int level(List<Look> looks, Look look) {
    int level = 0;
    for (Look other : looks) {
      if (other.number() != 0 || !numbered(looks, other)) {
        level++;
      }
      if (other.equals(look)) {
        return Math.max(level, look.number() == 0 && numbered(looks, look) ? level + 1 : level);
      }
    }
    return Math.max(1, level);
  }

  private static boolean numbered(List<Look> looks, Look look) {
    return looks.stream()
        .anyMatch(l -> l.size() == look.size() && l.bold() == look.bold() && l.number() > 0);
  }

  private static Look look(Draft d, List<Float> sizes) {
    float size = d.size();
    for (float s : sizes) {
      if (Math.abs(s - size) <= same(d) * s) {
        size = s;
        break;
      }
    }
    int number =
        switch (d.numbering.style()) {
          case NONE, BULLET -> 0;
          case DECIMAL -> 3 + d.numbering.depth();
          case DECIMAL_BRACKETS -> 10;
          case CIRCLED -> 11;
          case LETTER -> 12;
          case CHAPTER -> 1;
          case HAN -> 2;
          case HAN_BRACKETS -> 3;
        };
    return new Look(size, d.bold(), number);
  }

  private static float same(Draft d) {
    return d.first().ocr() ? SAME_SIZE_OCR : SAME_SIZE;
  }

  private static List<Float> sizes(List<Draft> drafts) {
    List<Float> sizes = new ArrayList<>();
    for (Draft d : drafts) {
      if (d.kind == BlockKind.HEADING
          && sizes.stream().noneMatch(s -> Math.abs(s - d.size()) <= same(d) * s)) {
        sizes.add(d.size());
      }
    }
    sizes.sort(Comparator.reverseOrder());
    return sizes;
  }
}
