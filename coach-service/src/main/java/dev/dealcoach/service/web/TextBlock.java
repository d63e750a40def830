package dev.dealcoach.service.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.dealcoach.scan.parse.Block;
import dev.dealcoach.scan.parse.BlockOrigin;
import dev.dealcoach.scan.parse.CellPosition;
import org.jspecify.annotations.Nullable;

/**
 * One block of the document as the page's text view needs it: text, and enough of its place to lay
 * out headings, lists, tables and slides. Immutable.
 *
 * @param kind as in the report: {@code heading}, {@code table_cell} …
 * @param text the block's text; offsets in the report count in it
 * @param level of a heading or list item, from 1; null for other kinds
 * @param page the page it begins on, from 1; null where the format has none
 * @param table number of its table, from 0; null outside tables, as are row and column
 * @param row row in the table, from 0
 * @param column column in the table, from 0
 * @param slide number of its slide, from 1; null in other formats
 * @param shape id path of its shape on the slide
 * @param notes true for the speaker's notes of a slide, otherwise null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TextBlock(
    String kind,
    String text,
    @Nullable Integer level,
    @Nullable Integer page,
    @Nullable Integer table,
    @Nullable Integer row,
    @Nullable Integer column,
    @Nullable Integer slide,
    @Nullable String shape,
    @Nullable Boolean notes) {

  /** The view of a parsed block. */
  public static TextBlock of(Block block) {
    CellPosition cell = block.cell();
    Integer page =
        block.origin() instanceof BlockOrigin.Page on && !on.lines().isEmpty()
            ? on.lines().getFirst().page()
            : null;
    BlockOrigin.Shape shape = block.origin() instanceof BlockOrigin.Shape on ? on : null;
    return new TextBlock(
        block.kind().id(),
        block.text(),
        block.level() > 0 ? block.level() : null,
        page,
        cell == null ? null : cell.table(),
        cell == null ? null : cell.row(),
        cell == null ? null : cell.column(),
        shape == null ? null : shape.slide(),
        shape == null ? null : shape.shape(),
        (shape != null && shape.notes()) ? true : null);
  }
}
