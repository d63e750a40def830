package dev.dealcoach.scan.parse.office.slides;

import dev.dealcoach.scan.parse.BlockKind;
import dev.dealcoach.scan.parse.BlockOrigin;
import dev.dealcoach.scan.parse.CellPosition;
import dev.dealcoach.scan.parse.draft.DocumentDraft;
import dev.dealcoach.scan.parse.draft.HeadingMark;
import dev.dealcoach.scan.parse.office.EmbeddedPictures;
import dev.dealcoach.scan.parse.office.slides.SlideShape.Box;
import dev.dealcoach.scan.parse.office.slides.SlideShape.Line;
import dev.dealcoach.scan.parse.office.slides.SlideShape.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes blocks of slides, one slide after the other. For one file and thread. */
final class SlideBlocks {
  /** A slide with less text than this and a large picture is a picture of text. */
  private static final int NEARLY_NO_TEXT = 15;

  /** A picture is large if it covers this share of the slide. */
  private static final double LARGE_PICTURE = 0.25;

  /** A title lies in this upper share of the slide. */
  private static final double TITLE_ZONE = 0.25;

  /** On a slide with few texts, a cover, it may stand as low as this. */
  private static final double COVER_TITLE_ZONE = 0.75;

  private static final int MOST_COVER_TEXTS = 3;

  private final DocumentDraft draft;
  private final EmbeddedPictures pictures;
  private final long width;
  private final long height;
  private int tables;

  /** For slides of this size, in the unit of their shapes' boxes; 0 if unknown. */
  SlideBlocks(DocumentDraft draft, EmbeddedPictures pictures, long width, long height) {
    this.draft = draft;
    this.pictures = pictures;
    this.width = width;
    this.height = height;
  }

  /**
   * Adds a slide.
   *
   * @param slide from 1
   * @param shapes in the order of the file
   * @param notes the shapes of its notes page
   */
  void add(int slide, List<SlideShape> shapes, List<SlideShape> notes) {
    int before = draft.blocks().size();
    List<SlideShape> rest = new ArrayList<>(shapes);
    rest.removeIf(shape -> shape.role() == Role.FOOTER);
    List<SlideShape> titles =
        rest.stream().filter(s -> s.role() == Role.TITLE && hasText(s)).toList();
    if (titles.isEmpty()) {
      SlideShape title = unmarkedTitle(rest);
      titles = title == null ? List.of() : List.of(title);
    }
    for (SlideShape title : titles) {
      addTitle(slide, title);
    }
    rest.removeAll(titles);
    for (SlideShape shape : ReadingOrder.of(rest)) {
      addShape(slide, shape, false);
    }
    long characters =
        draft.blocks().subList(before, draft.blocks().size()).stream()
            .mapToLong(b -> b.text().length())
            .sum();
    if (characters < NEARLY_NO_TEXT) {
      readLargePictures(slide, ReadingOrder.of(rest));
    }
    for (SlideShape note : notes) {
      if (note.role() != Role.FOOTER) {
        addShape(slide, note, true);
      }
    }
  }

  private void addTitle(int slide, SlideShape title) {
    if (title.content() instanceof SlideShape.Text(var lines)) {
      draft.add(
          BlockKind.SLIDE_TITLE,
          1,
          lines.stream().map(Line::raw).collect(Collectors.joining("\n")),
          new BlockOrigin.Shape(slide, title.path(), false));
    }
  }

  private void addShape(int slide, SlideShape shape, boolean notes) {
    if (draft.full()) {
      return;
    }
    BlockOrigin origin = new BlockOrigin.Shape(slide, shape.path(), notes);
    switch (shape.content()) {
      case SlideShape.Text(var lines) -> addLines(lines, origin, notes);
      case SlideShape.Table(var cells) -> {
        int table = tables++;
        for (SlideShape.Cell cell : cells) {
          for (String paragraph : cell.paragraphs()) {
            if (notes) {
              draft.add(BlockKind.NOTE, 0, paragraph, origin);
            } else {
              draft.add(
                  BlockKind.TABLE_CELL,
                  0,
                  paragraph,
                  origin,
                  new CellPosition(table, cell.row(), cell.column()));
            }
          }
        }
      }
      case SlideShape.Group(var shapes) ->
          ReadingOrder.of(shapes).forEach(inner -> addShape(slide, inner, notes));
      case SlideShape.Chart(var words) ->
          words.forEach(text -> draft.add(BlockKind.CAPTION, 0, text, origin));
      case SlideShape.Picture picture -> {
        // its text, if any, is what OCR would read
      }
      case SlideShape.Nothing nothing -> {
        // an ornament
      }
    }
  }

  private void addLines(List<Line> lines, BlockOrigin origin, boolean notes) {
    // a single line with a bullet is a layout's habit, not a list
    boolean list =
        lines.stream().filter(line -> line.bulleted() && !line.raw().isBlank()).count() > 1;
    for (Line line : lines) {
      if (notes) {
        // a page's number or date whose frame does not say what it is
        if (line.raw().chars().anyMatch(Character::isLetter)) {
          draft.add(BlockKind.NOTE, 0, line.raw(), origin);
        }
      } else if (list && line.bulleted()) {
        draft.add(BlockKind.LIST_ITEM, line.level(), line.raw(), origin);
      } else {
        draft.add(BlockKind.PARAGRAPH, 0, line.raw(), origin);
      }
    }
  }

  /**
   * The title of a slide whose author put it into a plain text box: one short line at the top, in
   * the largest letters of the slide.
   */
  private @Nullable SlideShape unmarkedTitle(List<SlideShape> shapes) {
    boolean cover =
        shapes.stream().filter(s -> !(s.content() instanceof SlideShape.Nothing)).count()
            <= MOST_COVER_TEXTS;
    double zone = cover ? COVER_TITLE_ZONE : TITLE_ZONE;
    int largest = shapes.stream().mapToInt(SlideBlocks::size).max().orElse(0);
    List<SlideShape> candidates =
        shapes.stream().filter(s -> size(s) == largest && hasText(s)).toList();
    if (candidates.size() != 1 || (largest == 0 && shapes.size() > 1)) {
      return null;
    }
    SlideShape candidate = candidates.getFirst();
    Box box = candidate.box();
    boolean fits =
        box != null
            && box.top() < height * zone
            && candidate.content() instanceof SlideShape.Text(var lines)
            && lines.stream().filter(l -> !l.raw().isBlank()).count() == 1
            && lines.stream().allMatch(l -> HeadingMark.shape(l.raw().strip()));
    return fits ? candidate : null;
  }

  private static int size(SlideShape shape) {
    return switch (shape.content()) {
      case SlideShape.Text(var lines) ->
          lines.stream().filter(l -> !l.raw().isBlank()).mapToInt(Line::size).max().orElse(0);
      case SlideShape.Group(var shapes) ->
          shapes.stream().mapToInt(SlideBlocks::size).max().orElse(0);
      default -> 0;
    };
  }

  private static boolean hasText(SlideShape shape) {
    return shape.content() instanceof SlideShape.Text(var lines)
        && lines.stream().anyMatch(line -> !line.raw().isBlank());
  }

  private void readLargePictures(int slide, List<SlideShape> shapes) {
    for (SlideShape shape : shapes) {
      Box box = shape.box();
      boolean large =
          box == null || (double) box.width() * box.height() >= LARGE_PICTURE * width * height;
      if (shape.content() instanceof SlideShape.Picture(var source) && large && source != null) {
        tables =
            pictures.add(source, slide, new BlockOrigin.Shape(slide, shape.path(), false), tables);
      } else if (shape.content() instanceof SlideShape.Group(var inner)) {
        readLargePictures(slide, ReadingOrder.of(inner));
      }
    }
  }
}
