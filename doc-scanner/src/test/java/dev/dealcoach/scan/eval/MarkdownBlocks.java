package dev.dealcoach.scan.eval;

import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.nlp.text.NormalText;
import dev.dealcoach.scan.parse.Block;
import dev.dealcoach.scan.parse.BlockKind;
import dev.dealcoach.scan.parse.BlockOrigin;
import dev.dealcoach.scan.parse.CellPosition;
import dev.dealcoach.scan.parse.DocumentType;
import dev.dealcoach.scan.parse.ParsedDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Just enough Markdown to turn a test's proposal into blocks. */
public final class MarkdownBlocks {
  private static final Pattern HEADING = Pattern.compile("(#{1,6})\\s+(.*)");
  private static final Pattern BULLET = Pattern.compile("\\s*(?:[-*+]|\\d+[.)])\\s+(.*)");
  private static final Pattern RULE = Pattern.compile("\\|?\\s*:?-{2,}.*");

  private final List<Block> blocks = new ArrayList<>();
  private final StringBuilder paragraph = new StringBuilder();
  private int table;
  private int row;

  private MarkdownBlocks() {}

  /** The document that a Markdown text stands for. */
  public static ParsedDocument parse(String name, String markdown) {
    MarkdownBlocks reader = new MarkdownBlocks();
    markdown.lines().forEach(reader::line);
    reader.flush();
    return new ParsedDocument(
        name,
        DocumentType.MD,
        null,
        Language.of(markdown),
        "0".repeat(64),
        reader.blocks,
        List.of());
  }

  private void line(String line) {
    Matcher heading = HEADING.matcher(line);
    Matcher bullet = BULLET.matcher(line);
    if (line.startsWith("|")) {
      flush();
      cells(line);
      return;
    }
    if (row > 0) {
      table++;
      row = 0;
    }
    if (line.isBlank()) {
      flush();
    } else if (heading.matches()) {
      flush();
      add(BlockKind.HEADING, heading.group(1).length(), heading.group(2), null);
    } else if (bullet.matches()) {
      flush();
      add(BlockKind.LIST_ITEM, 1, bullet.group(1), null);
    } else {
      paragraph.append(line.startsWith(">") ? line.substring(1) : line).append('\n');
    }
  }

  private void cells(String line) {
    if (RULE.matcher(line).matches()) {
      return;
    }
    String[] cells = line.strip().replaceAll("^\\||\\|$", "").split("\\|", -1);
    for (int column = 0; column < cells.length; column++) {
      add(BlockKind.TABLE_CELL, 0, cells[column], new CellPosition(table, row, column));
    }
    row++;
  }

  private void flush() {
    add(BlockKind.PARAGRAPH, 0, paragraph.toString(), null);
    paragraph.setLength(0);
  }

  private void add(BlockKind kind, int level, String raw, CellPosition cell) {
    String text = NormalText.of(raw.replace("**", "").replace("*", ""));
    if (!text.isEmpty()) {
      blocks.add(
          new Block(
              blocks.size(), kind, level, text, new BlockOrigin.Lines(1, List.of()), cell, false));
    }
  }
}
