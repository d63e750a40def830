package dev.dealcoach.scan.parse;

import java.util.Locale;

/** What a block is in its document. */
public enum BlockKind {
  /** A heading; its level is 1 or more. */
  HEADING,
  PARAGRAPH,
  /** One item of a list, without its bullet or number where the format keeps these apart. */
  LIST_ITEM,
  /** One cell of a table; {@link Block#cell()} says which. */
  TABLE_CELL,
  /** The title of a slide; a heading of level 1. */
  SLIDE_TITLE,
  /** A speaker's note of a slide, a footnote, an endnote. */
  NOTE,
  /** The caption of a picture or table. */
  CAPTION;

  /** The name in JSON: {@code heading}, {@code table_cell} … */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
