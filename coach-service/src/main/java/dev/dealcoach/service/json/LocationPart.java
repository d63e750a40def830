package dev.dealcoach.service.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.dealcoach.scan.parse.Block;
import dev.dealcoach.scan.parse.BlockOrigin;
import dev.dealcoach.scan.parse.PageBox;
import dev.dealcoach.scan.parse.ParsedDocument;
import dev.dealcoach.scan.parse.Passage;
import dev.dealcoach.scan.parse.TextPart;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a stretch of one block stands. Immutable.
 *
 * @param block index of the block, from 0
 * @param start offset in the block's text
 * @param end offset after the last unit
 * @param place the same in the terms of the document's format; its fields stand beside the others
 */
@JsonPropertyOrder({"block", "start", "end", "place"})
public record LocationPart(int block, int start, int end, @JsonUnwrapped Place place) {

  /** Where a passage of a document stands, a part for each block; empty for no passage. */
  public static List<LocationPart> of(ParsedDocument document, @Nullable Passage passage) {
    return passage == null
        ? List.of()
        : passage.parts().stream()
            .map(part -> of(document.blocks().get(part.block()), part))
            .toList();
  }

  private static LocationPart of(Block block, TextPart part) {
    Place place =
        switch (block.origin()) {
          case BlockOrigin.Page page -> OnPage.of(block, page, part);
          case BlockOrigin.Paragraph at -> new InParagraph(at.paragraph());
          case BlockOrigin.Cell at -> new InCell(at.table(), at.row(), at.cell());
          case BlockOrigin.Shape at ->
              new OnSlide(at.slide(), at.shape(), at.notes() ? true : null);
          case BlockOrigin.Lines at -> OnLine.of(at, part);
        };
    return new LocationPart(part.block(), part.start(), part.end(), place);
  }

  /** A place in the terms of a format. */
  public sealed interface Place {}

  /**
   * In a PDF or picture.
   *
   * @param page from 1; the page on which the stretch begins, should its block go on overleaf
   * @param boxes on that page, {@code [x0,y0,x1,y1]} each, in points from the page's top left, to
   *     the hundredth
   */
  @JsonPropertyOrder({"page", "boxes"})
  public record OnPage(int page, List<List<Double>> boxes) implements Place {
    private static OnPage of(Block block, BlockOrigin.Page origin, TextPart part) {
      List<PageBox> boxes = PageBox.of(block, part.start(), part.end());
      int page = boxes.isEmpty() ? firstPage(origin) : boxes.getFirst().page();
      return new OnPage(
          page, boxes.stream().filter(box -> box.page() == page).map(OnPage::points).toList());
    }

    private static int firstPage(BlockOrigin.Page origin) {
      return origin.lines().isEmpty() ? 1 : origin.lines().getFirst().page();
    }

    private static List<Double> points(PageBox box) {
      return List.of(
          hundredths(box.x0()), hundredths(box.y0()), hundredths(box.x1()), hundredths(box.y1()));
    }

    private static double hundredths(float points) {
      return Math.round(points * 100.0) / 100.0;
    }
  }

  /** In a paragraph of a Word file's body, from 0. */
  public record InParagraph(int paragraph) implements Place {}

  /** In a table of a Word file; all three from 0. */
  @JsonPropertyOrder({"table", "row", "cell"})
  public record InCell(int table, int row, int cell) implements Place {}

  /**
   * On a slide.
   *
   * @param slide from 1
   * @param shape id path of the shape
   * @param notes true on the slide's notes page, else null and left out
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @JsonPropertyOrder({"slide", "shape", "notes"})
  public record OnSlide(int slide, String shape, @Nullable Boolean notes) implements Place {}

  /** On a line of a text file, from 1: the line on which the stretch begins. */
  public record OnLine(int line) implements Place {
    private static OnLine of(BlockOrigin.Lines origin, TextPart part) {
      long before = origin.starts().stream().filter(start -> start <= part.start()).count();
      return new OnLine(origin.line() + (int) before);
    }
  }
}
