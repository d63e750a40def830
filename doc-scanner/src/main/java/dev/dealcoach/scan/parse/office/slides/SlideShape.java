package dev.dealcoach.scan.parse.office.slides;

import dev.dealcoach.scan.parse.office.EmbeddedPictures;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A shape on a slide. Immutable.
 *
 * @param path its id, after those of the groups around it, joined by {@code /}
 * @param role what the layout uses it for
 * @param box where it lies in its group or on the slide, null if nothing says
 * @param content what it shows
 */
record SlideShape(String path, Role role, @Nullable Box box, Content content) {
  /** What a layout uses a shape for. */
  enum Role {
    TITLE,
    BODY,
    /** Date, footer, number: the same on every slide, not read. */
    FOOTER,
    OTHER
  }

  /** A rectangle; the unit does not matter as long as it is the same for the slide. */
  record Box(long left, long top, long width, long height) {
    long right() {
      return left + width;
    }

    long bottom() {
      return top + height;
    }

    boolean contains(Box other) {
      return left <= other.left
          && top <= other.top
          && right() >= other.right()
          && bottom() >= other.bottom();
    }
  }

  /** What a shape shows. */
  sealed interface Content {}

  /** Text, paragraph by paragraph. */
  record Text(List<Line> lines) implements Content {
    Text {
      lines = List.copyOf(lines);
    }
  }

  /**
   * A paragraph of a shape.
   *
   * @param level depth in the outline, from 1
   * @param bulleted whether it has a bullet or number
   * @param size of its largest text in hundredths of a point, 0 if only the layout says
   */
  record Line(String raw, int level, boolean bulleted, int size) {}

  /** A table; merged cells once, where they begin. */
  record Table(List<Cell> cells) implements Content {
    Table {
      cells = List.copyOf(cells);
    }
  }

  /** A cell, numbers from 0. */
  record Cell(int row, int column, List<String> paragraphs) {
    Cell {
      paragraphs = List.copyOf(paragraphs);
    }
  }

  /** Shapes that belong together. */
  record Group(List<SlideShape> shapes) implements Content {
    Group {
      shapes = List.copyOf(shapes);
    }
  }

  /** The words of a chart. */
  record Chart(List<String> words) implements Content {
    Chart {
      words = List.copyOf(words);
    }
  }

  /**
   * A picture.
   *
   * @param source where its bytes are; null if outside the file
   */
  record Picture(EmbeddedPictures.@Nullable Source source) implements Content {}

  /** No text: a line, a frame, an empty placeholder. */
  record Nothing() implements Content {}
}
