package dev.dealcoach.scan.parse.office.slides;

import dev.dealcoach.scan.parse.office.slides.SlideShape.Box;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The order in which a person reads what lies on a slide: bands from the top down, inside a band
 * columns from left to right, and what lies in a frame stays together. Recursive cutting along the
 * gaps between shapes ("XY cut", Nagy and Seth 1984). Stateless.
 */
final class ReadingOrder {
  /**
   * How much neighbours in one direction may overlap and still be cut apart, as a share of the
   * smaller one: hand-placed boxes touch by a few per cent.
   */
  private static final double OVERLAP = 0.1;

  // slides with more loose shapes are drawings; cutting would cost more than it tells
  private static final int MOST_SHAPES = 400;

  private ReadingOrder() {}

  /** The shapes in reading order; those without a place keep their order and come first. */
  static List<SlideShape> of(List<SlideShape> shapes) {
    List<SlideShape> out = new ArrayList<>();
    List<Placed> placed = new ArrayList<>();
    for (SlideShape shape : shapes) {
      Box box = shape.box();
      if (box == null) {
        out.add(shape);
      } else {
        placed.add(new Placed(shape, box, placed.size()));
      }
    }
    if (placed.size() > MOST_SHAPES) {
      placed.stream().sorted(BY_PLACE).forEach(p -> out.add(p.shape()));
    } else {
      cut(placed, out);
    }
    return out;
  }

  /**
   * @param order the number in which it was laid down, the lowest first
   */
  private record Placed(SlideShape shape, Box box, int order) {
    long begin(boolean across) {
      return across ? box.left() : box.top();
    }

    long end(boolean across) {
      return across ? box.right() : box.bottom();
    }
  }

  private static final Comparator<Placed> BY_PLACE =
      Comparator.<Placed>comparingLong(p -> p.box().top()).thenComparingLong(p -> p.box().left());

  private static void cut(List<Placed> shapes, List<SlideShape> out) {
    List<Placed> rest = shapes;
    while (rest.size() > 1) {
      for (boolean across : new boolean[] {false, true}) {
        List<List<Placed>> parts = split(rest, across);
        if (parts.size() > 1) {
          parts.forEach(part -> cut(part, out));
          return;
        }
      }
      @Nullable Placed frame = frame(rest);
      if (frame == null) {
        // they lie over each other: the order in which they were laid down is the best there is
        rest.stream()
            .sorted(Comparator.comparingInt(Placed::order))
            .forEach(p -> out.add(p.shape()));
        return;
      }
      out.add(frame.shape());
      rest = new ArrayList<>(rest);
      rest.remove(frame);
    }
    rest.forEach(p -> out.add(p.shape()));
  }

  /** Cuts along gaps: between columns if {@code across}, otherwise between bands. */
  private static List<List<Placed>> split(List<Placed> shapes, boolean across) {
    List<Placed> sorted = new ArrayList<>(shapes);
    sorted.sort(Comparator.comparingLong(p -> p.begin(across)));
    List<List<Placed>> parts = new ArrayList<>();
    List<Placed> part = new ArrayList<>();
    long end = Long.MIN_VALUE;
    long smallest = Long.MAX_VALUE;
    for (Placed shape : sorted) {
      long size = shape.end(across) - shape.begin(across);
      double allowed = Math.min(smallest, size) * OVERLAP;
      if (!part.isEmpty() && shape.begin(across) >= end - allowed) {
        parts.add(part);
        part = new ArrayList<>();
        smallest = Long.MAX_VALUE;
        end = Long.MIN_VALUE;
      }
      part.add(shape);
      end = Math.max(end, shape.end(across));
      smallest = Math.min(smallest, size);
    }
    parts.add(part);
    return parts;
  }

  /** The largest shape that lies around another one and below it. */
  private static @Nullable Placed frame(List<Placed> shapes) {
    @Nullable Placed largest = null;
    for (Placed outer : shapes) {
      for (Placed inner : shapes) {
        if (outer.order() < inner.order()
            && outer.box().contains(inner.box())
            && (largest == null || area(outer) > area(largest))) {
          largest = outer;
        }
      }
    }
    return largest;
  }

  private static double area(Placed shape) {
    return (double) shape.box().width() * shape.box().height();
  }
}
