package dev.dealcoach.scan.parse;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/** Where in its file a block stands, in the terms of the format (SPEC §8 "location"). Immutable. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "in")
@JsonSubTypes({
  @JsonSubTypes.Type(value = BlockOrigin.Page.class, name = "page"),
  @JsonSubTypes.Type(value = BlockOrigin.Paragraph.class, name = "paragraph"),
  @JsonSubTypes.Type(value = BlockOrigin.Cell.class, name = "cell"),
  @JsonSubTypes.Type(value = BlockOrigin.Shape.class, name = "shape"),
  @JsonSubTypes.Type(value = BlockOrigin.Lines.class, name = "lines")
})
public sealed interface BlockOrigin {

  /**
   * On the pages of a PDF or picture.
   *
   * @param lines the printed lines that make up the block, in text order; together they cover the
   *     block's text but for inserted spaces
   */
  record Page(List<PrintedLine> lines) implements BlockOrigin {
    public Page {
      lines = List.copyOf(lines);
    }
  }

  /**
   * A paragraph of a Word file's body that is in no table.
   *
   * @param paragraph number among the body's own paragraphs, empty ones counted, from 0; the text
   *     of a text box, footnote or content control has the number of the paragraph it hangs on
   */
  record Paragraph(int paragraph) implements BlockOrigin {}

  /** A cell of a table in a Word file: the same numbers as {@link Block#cell()}. */
  record Cell(int table, int row, int cell) implements BlockOrigin {}

  /**
   * A shape on a slide.
   *
   * @param slide from 1
   * @param shape the shape's id path, groups first, joined by {@code /}: {@code 7/12}
   * @param notes whether it lies on the slide's notes page
   */
  record Shape(int slide, String shape, boolean notes) implements BlockOrigin {}

  /**
   * Lines of a text file (TXT, MD, HTML source).
   *
   * @param line the line the block begins at, from 1
   * @param starts for each further line of the block, the offset in the block's text at which it
   *     begins, ascending
   */
  record Lines(int line, List<Integer> starts) implements BlockOrigin {
    public Lines {
      starts = List.copyOf(starts);
    }
  }
}
