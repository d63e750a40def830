package dev.dealcoach.scan.parse;

import org.jspecify.annotations.Nullable;

/**
 * One piece of a document that is read as a whole. Immutable.
 *
 * @param index number in reading order, from 0
 * @param kind what it is
 * @param level heading level from 1, nesting depth of a list item from 1, otherwise 0
 * @param text in {@linkplain dev.dealcoach.nlp.text.NormalText normal form}, never empty
 * @param origin where it stands
 * @param cell its place in a table, null for every kind but {@link BlockKind#TABLE_CELL}
 * @param ocr whether the text was read from a picture
 */
public record Block(
    int index,
    BlockKind kind,
    int level,
    String text,
    BlockOrigin origin,
    @Nullable CellPosition cell,
    boolean ocr) {

  /** Whether it is a heading or a slide's title. */
  public boolean heading() {
    return kind == BlockKind.HEADING || kind == BlockKind.SLIDE_TITLE;
  }
}
