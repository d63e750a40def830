package dev.dealcoach.scan.parse.office.slides;

import dev.dealcoach.scan.parse.Unread;
import dev.dealcoach.scan.parse.draft.DocumentDraft;
import dev.dealcoach.scan.parse.office.slides.SlideShape.Box;
import dev.dealcoach.scan.parse.office.slides.SlideShape.Content;
import dev.dealcoach.scan.parse.office.slides.SlideShape.Line;
import dev.dealcoach.scan.parse.office.slides.SlideShape.Role;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.hslf.usermodel.HSLFGroupShape;
import org.apache.poi.hslf.usermodel.HSLFObjectShape;
import org.apache.poi.hslf.usermodel.HSLFPictureShape;
import org.apache.poi.hslf.usermodel.HSLFShape;
import org.apache.poi.hslf.usermodel.HSLFSimpleShape;
import org.apache.poi.hslf.usermodel.HSLFTable;
import org.apache.poi.hslf.usermodel.HSLFTableCell;
import org.apache.poi.hslf.usermodel.HSLFTextParagraph;
import org.apache.poi.hslf.usermodel.HSLFTextRun;
import org.apache.poi.hslf.usermodel.HSLFTextShape;
import org.apache.poi.sl.usermodel.Placeholder;
import org.apache.poi.sl.usermodel.TextShape.TextPlaceholder;
import org.jspecify.annotations.Nullable;

/** Brings the shapes of a PPT into our own form. For one file and thread. */
final class HslfShapes {
  private final DocumentDraft draft;

  HslfShapes(DocumentDraft draft) {
    this.draft = draft;
  }

  /**
   * The shapes of a slide, notes page or group.
   *
   * @param path ids of the groups around, each with {@code /} after it
   */
  List<SlideShape> of(List<HSLFShape> shapes, String path, int slide, int depth) {
    draft.checkDepth(depth);
    List<SlideShape> out = new ArrayList<>();
    for (HSLFShape shape : shapes) {
      String own = path + shape.getShapeId();
      out.add(new SlideShape(own, role(shape), box(shape), content(shape, own, slide, depth)));
    }
    return out;
  }

  private Content content(HSLFShape shape, String path, int slide, int depth) {
    return switch (shape) {
      case HSLFTable table -> new SlideShape.Table(cells(table));
      case HSLFGroupShape group ->
          new SlideShape.Group(of(group.getShapes(), path + "/", slide, depth + 1));
      case HSLFObjectShape object -> {
        draft.unread(slide, Unread.Reason.EMBEDDED);
        yield new SlideShape.Nothing();
      }
      case HSLFPictureShape picture ->
          picture.getPictureData() == null
              ? new SlideShape.Nothing()
              : new SlideShape.Picture(() -> picture.getPictureData().getData());
      case HSLFTextShape text -> {
        List<Line> lines = lines(text);
        yield lines.isEmpty() ? new SlideShape.Nothing() : new SlideShape.Text(lines);
      }
      default -> new SlideShape.Nothing();
    };
  }

  private static Role role(HSLFShape shape) {
    Placeholder placeholder =
        shape instanceof HSLFSimpleShape simple ? simple.getPlaceholder() : null;
    TextPlaceholder text =
        shape instanceof HSLFTextShape words ? words.getTextPlaceholder() : TextPlaceholder.OTHER;
    if (placeholder != null) {
      switch (placeholder) {
        case TITLE, CENTERED_TITLE, VERTICAL_TEXT_TITLE -> {
          return Role.TITLE;
        }
        case DATETIME, FOOTER, HEADER, SLIDE_NUMBER, SLIDE_IMAGE -> {
          return Role.FOOTER;
        }
        default -> {
          return Role.BODY;
        }
      }
    }
    return text == TextPlaceholder.TITLE || text == TextPlaceholder.CENTER_TITLE
        ? Role.TITLE
        : Role.OTHER;
  }

  private static @Nullable Box box(HSLFShape shape) {
    Rectangle2D anchor = shape.getAnchor();
    if (anchor == null) {
      return null;
    }
    double height = anchor.getHeight();
    if (shape instanceof HSLFTable table) {
      // the frame's own height is often wrong
      double rows = 0;
      for (int row = 0; row < table.getNumberOfRows(); row++) {
        rows += table.getRowHeight(row);
      }
      height = Math.max(height, rows);
    }
    return new Box(
        Math.round(anchor.getX()),
        Math.round(anchor.getY()),
        Math.round(anchor.getWidth()),
        Math.round(height));
  }

  private static List<Line> lines(HSLFTextShape shape) {
    List<Line> lines = new ArrayList<>();
    for (HSLFTextParagraph paragraph : shape.getTextParagraphs()) {
      StringBuilder raw = new StringBuilder();
      int size = 0;
      for (HSLFTextRun run : paragraph.getTextRuns()) {
        raw.append(run.getRawText());
        Double points = run.getFontSize();
        size = Math.max(size, points == null ? 0 : (int) Math.round(points * 100));
      }
      if (!raw.toString().isBlank()) {
        lines.add(
            new Line(raw.toString(), paragraph.getIndentLevel() + 1, paragraph.isBullet(), size));
      }
    }
    return lines;
  }

  private static List<SlideShape.Cell> cells(HSLFTable table) {
    List<SlideShape.Cell> cells = new ArrayList<>();
    for (int row = 0; row < table.getNumberOfRows(); row++) {
      for (int column = 0; column < table.getNumberOfColumns(); column++) {
        HSLFTableCell cell = table.getCell(row, column);
        if (cell != null) {
          cells.add(new SlideShape.Cell(row, column, lines(cell).stream().map(Line::raw).toList()));
        }
      }
    }
    return cells;
  }
}
