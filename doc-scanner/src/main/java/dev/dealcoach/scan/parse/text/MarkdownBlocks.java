package dev.dealcoach.scan.parse.text;

import dev.dealcoach.scan.parse.BlockKind;
import dev.dealcoach.scan.parse.CellPosition;
import dev.dealcoach.scan.parse.draft.DocumentDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.Block;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/** Makes blocks of a Markdown tree; markup is left out. For one document and thread. */
final class MarkdownBlocks {
  private final DocumentDraft draft;
  private final List<String> lines;
  private final LineWrap wrap;
  private int tables;

  /**
   * @param lines of the file
   */
  MarkdownBlocks(DocumentDraft draft, List<String> lines) {
    this.draft = draft;
    this.lines = List.copyOf(lines);
    this.wrap = LineWrap.of(lines.stream().filter(line -> !line.startsWith("|")).toList());
  }

  /** Adds all blocks of a document. */
  void add(Node document) {
    children(document, 0, 0);
  }

  /**
   * Adds what stands inside a block.
   *
   * @param depth how many blocks are around
   * @param lists how many lists are around
   */
  private void children(Node parent, int depth, int lists) {
    draft.checkDepth(depth);
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      if (draft.full()) {
        return;
      }
      switch (node) {
        case Heading heading -> inline(BlockKind.HEADING, heading.getLevel(), heading, null);
        case Paragraph paragraph -> paragraph(paragraph, lists);
        case ListBlock list -> children(list, depth + 1, lists + 1);
        case TableBlock table -> table(table);
        case FencedCodeBlock code ->
            // the first line is the fence
            literal(code.getLiteral(), line(code) + 1);
        case IndentedCodeBlock code -> literal(code.getLiteral(), line(code));
        case HtmlBlock html -> literal(withoutTags(html.getLiteral()), line(html));
        case Block block -> children(block, depth + 1, lists);
        default -> {
          // link definitions, rules
        }
      }
    }
  }

  private void paragraph(Paragraph paragraph, int lists) {
    boolean item = paragraph.getParent() instanceof ListItem && paragraph.getPrevious() == null;
    boolean picture =
        paragraph.getFirstChild() instanceof Image
            && paragraph.getFirstChild() == paragraph.getLastChild();
    if (item) {
      inline(BlockKind.LIST_ITEM, lists, paragraph, null);
    } else {
      inline(picture ? BlockKind.CAPTION : BlockKind.PARAGRAPH, 0, paragraph, null);
    }
  }

  private void table(TableBlock block) {
    int table = tables++;
    int row = 0;
    for (Node part = block.getFirstChild(); part != null; part = part.getNext()) {
      for (Node line = part.getFirstChild(); line != null; line = line.getNext()) {
        if (line instanceof TableRow) {
          int column = 0;
          for (Node cell = line.getFirstChild(); cell != null; cell = cell.getNext()) {
            if (cell instanceof TableCell) {
              inline(BlockKind.TABLE_CELL, 0, cell, new CellPosition(table, row, column++));
            }
          }
          row++;
        }
      }
    }
  }

  private void literal(String text, int line) {
    List<TextLines.Piece> pieces = new ArrayList<>();
    int number = line;
    for (String one : text.split("\n", -1)) {
      pieces.add(new TextLines.Piece(one + "\n", number++));
    }
    TextLines.add(draft, BlockKind.PARAGRAPH, 0, pieces, null);
  }

  /**
   * Adds the text of a block, without the asterisks that CommonMark does not take for emphasis
   * where Chinese punctuation stands beside them. A line that its writer ended, and no editor
   * broke, is a block of its own: "Q: …" and "A: …" often stand on two lines of one paragraph.
   */
  private void inline(BlockKind kind, int level, Node block, @Nullable CellPosition cell) {
    List<TextLines.Piece> pieces = new ArrayList<>();
    boolean flowing = kind == BlockKind.PARAGRAPH || kind == BlockKind.LIST_ITEM;
    int line = line(block);
    Node node = block.getFirstChild();
    while (node != null) {
      if (!node.getSourceSpans().isEmpty()) {
        line = node.getSourceSpans().getFirst().getLineIndex() + 1;
      }
      if (flowing && lineEnds(node, line)) {
        TextLines.add(draft, kind, level, pieces, cell);
        pieces.clear();
        node = next(node, block);
        continue;
      }
      String text =
          switch (node) {
            case Text words -> words.getLiteral().replace("**", "");
            case Code code -> code.getLiteral();
            case SoftLineBreak end -> "\n";
            case HardLineBreak end -> "\n";
            case HtmlInline tag ->
                tag.getLiteral().toLowerCase(Locale.ROOT).startsWith("<br") ? "\n" : "";
            default -> "";
          };
      if (!text.isEmpty()) {
        pieces.add(new TextLines.Piece(text, line));
      }
      node = next(node, block);
    }
    TextLines.add(draft, kind, level, pieces, cell);
  }

  /**
   * @param line on which a line break stands
   */
  private boolean lineEnds(Node node, int line) {
    boolean last = line >= lines.size();
    return node instanceof HardLineBreak
        || (node instanceof SoftLineBreak
            && !last
            && !wrap.broken(lines.get(line - 1), lines.get(line)));
  }

  /** The next node in the order of the text, without recursion: emphasis may nest without end. */
  private static @Nullable Node next(Node node, Node root) {
    if (node.getFirstChild() != null) {
      return node.getFirstChild();
    }
    Node at = node;
    while (at != root && at.getNext() == null) {
      at = at.getParent();
    }
    return at == root ? null : at.getNext();
  }

  private static int line(Node node) {
    return node.getSourceSpans().isEmpty()
        ? 1
        : node.getSourceSpans().getFirst().getLineIndex() + 1;
  }

  /** Takes tags and comments out but keeps the line ends inside them. */
  private static String withoutTags(String html) {
    StringBuilder out = new StringBuilder(html.length());
    int lastComment = html.lastIndexOf("-->");
    int lastTag = html.lastIndexOf('>');
    int at = 0;
    while (at < html.length()) {
      int end = at;
      if (html.charAt(at) == '<') {
        if (html.startsWith("<!--", at) && lastComment >= at) {
          end = html.indexOf("-->", at) + 3;
        } else if (lastTag > at && tagBegins(html, at + 1)) {
          end = html.indexOf('>', at) + 1;
        }
      }
      if (end == at) {
        out.append(html.charAt(at++));
      } else {
        html.substring(at, end).chars().filter(c -> c == '\n').forEach(c -> out.append('\n'));
        at = end;
      }
    }
    return out.toString();
  }

  private static boolean tagBegins(String html, int at) {
    int letter = html.charAt(at) == '/' ? at + 1 : at;
    return letter < html.length() && Character.isLetter(html.charAt(letter));
  }
}
