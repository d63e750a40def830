package dev.dealcoach.scan.parse.text;

import dev.dealcoach.scan.parse.BlockKind;
import dev.dealcoach.scan.parse.CellPosition;
import dev.dealcoach.scan.parse.draft.DocumentDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** Makes blocks of an HTML tree. For one document and thread. */
final class HtmlBlocks {
  /** Elements inside each other that go with one level of what a person sees nested. */
  private static final int ELEMENTS_PER_LEVEL = 8;

  private static final Set<String> DROPPED =
      Set.of(
          "head",
          "script",
          "style",
          "template",
          "noscript",
          "svg",
          "iframe",
          "object",
          "embed",
          "select",
          "option",
          "textarea",
          "canvas",
          "audio",
          "video",
          "map",
          "datalist",
          "rt",
          "rp",
          "del",
          "s",
          "strike");

  private static final Set<String> BLOCKS =
      Set.of(
          "address",
          "article",
          "aside",
          "blockquote",
          "body",
          "center",
          "dd",
          "details",
          "dialog",
          "div",
          "dl",
          "dt",
          "fieldset",
          "figure",
          "footer",
          "form",
          "header",
          "hr",
          "html",
          "legend",
          "main",
          "nav",
          "p",
          "pre",
          "section",
          "summary",
          "tbody",
          "tfoot",
          "thead",
          "tr");

  private final DocumentDraft draft;
  private final List<TextLines.Piece> pending = new ArrayList<>();
  private int tables;

  /**
   * What a text at this place is.
   *
   * @param kind of its block
   * @param level of its block
   * @param cell the table cell around
   * @param lists how many lists are around
   * @param grid the innermost table around
   */
  private record Place(
      BlockKind kind, int level, @Nullable CellPosition cell, int lists, @Nullable HtmlGrid grid) {
    Place as(BlockKind newKind, int newLevel) {
      return new Place(newKind, newLevel, cell, lists, grid);
    }
  }

  HtmlBlocks(DocumentDraft draft) {
    this.draft = draft;
  }

  /** Adds all blocks of a document. */
  void add(Document document) {
    Place place = new Place(BlockKind.PARAGRAPH, 0, null, 0, null);
    children(document, place, 0);
    flush(place);
  }

  private void children(Element parent, Place place, int depth) {
    // tags alone may nest deeper than what they show
    draft.checkDepth(depth / ELEMENTS_PER_LEVEL);
    for (Node node = parent.firstChild(); node != null; node = node.nextSibling()) {
      if (draft.full()) {
        return;
      }
      if (node instanceof TextNode text) {
        text(text);
      } else if (node instanceof Element element && !dropped(element)) {
        element(element, place, depth);
      }
    }
  }

  private void element(Element element, Place place, int depth) {
    String name = element.normalName();
    switch (name) {
      case "br" -> newLine(element);
      case "h1", "h2", "h3", "h4", "h5", "h6" ->
          block(element, place, place.as(BlockKind.HEADING, name.charAt(1) - '0'), depth);
      case "ul", "ol", "menu", "dir" ->
          block(
              element,
              place,
              new Place(place.kind(), place.level(), place.cell(), place.lists() + 1, place.grid()),
              depth);
      case "li" ->
          block(element, place, place.as(BlockKind.LIST_ITEM, Math.max(1, place.lists())), depth);
      case "figcaption", "caption" -> block(element, place, place.as(BlockKind.CAPTION, 0), depth);
      case "table" -> {
        draft.check();
        HtmlGrid grid = new HtmlGrid(tables++);
        block(
            element,
            place,
            new Place(BlockKind.PARAGRAPH, 0, place.cell(), place.lists(), grid),
            depth);
      }
      case "td", "th" -> {
        draft.check();
        HtmlGrid grid = place.grid();
        CellPosition cell =
            grid == null ? null : grid.next(span(element, "colspan"), span(element, "rowspan"));
        block(
            element,
            place,
            new Place(cell == null ? BlockKind.PARAGRAPH : BlockKind.TABLE_CELL, 0, cell, 0, grid),
            depth);
      }
      default -> {
        if (name.equals("tr") && place.grid() != null) {
          place.grid().nextRow();
        }
        if (BLOCKS.contains(name)) {
          block(element, place, place, depth);
        } else {
          children(element, place, depth + 1);
        }
      }
    }
  }

  private void block(Element element, Place around, Place inside, int depth) {
    flush(around);
    children(element, inside, depth + 1);
    flush(inside);
  }

  private void text(TextNode node) {
    int line = node.sourceRange().isTracked() ? node.sourceRange().start().lineNumber() : 0;
    String text = node.getWholeText();
    int from = 0;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
      // a line end of the source is a space on the page, as in a Chinese page nothing
      pending.add(new TextLines.Piece(text.substring(from, end + 1), line++));
      from = end + 1;
    }
    if (from < text.length()) {
      pending.add(new TextLines.Piece(text.substring(from), line));
    }
  }

  private void newLine(Element element) {
    int line = pending.isEmpty() ? 1 : pending.getLast().line();
    pending.add(
        new TextLines.Piece("\n", Math.max(line, element.sourceRange().start().lineNumber())));
  }

  private void flush(Place place) {
    if (pending.isEmpty()) {
      return;
    }
    TextLines.add(
        draft,
        place.kind(),
        place.level(),
        pending,
        place.kind() == BlockKind.TABLE_CELL ? place.cell() : null);
    pending.clear();
  }

  private static boolean dropped(Element element) {
    if (DROPPED.contains(element.normalName()) || element.hasAttr("hidden")) {
      return true;
    }
    String style = element.attr("style").toLowerCase(Locale.ROOT).replace(" ", "");
    return style.contains("display:none")
        || style.contains("visibility:hidden")
        || style.contains("mso-hide:all");
  }

  private static int span(Element element, String name) {
    try {
      return Math.clamp(Integer.parseInt(element.attr(name).strip()), 1, 1000);
    } catch (NumberFormatException e) {
      return 1;
    }
  }
}
