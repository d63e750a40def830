package dev.dealcoach.scan.parse.text;

import dev.dealcoach.scan.parse.BlockKind;
import dev.dealcoach.scan.parse.CellPosition;
import dev.dealcoach.scan.parse.DocumentParser;
import dev.dealcoach.scan.parse.DocumentType;
import dev.dealcoach.scan.parse.ParseLimits;
import dev.dealcoach.scan.parse.ParseResult;
import dev.dealcoach.scan.parse.Unread;
import dev.dealcoach.scan.parse.draft.DocumentDraft;
import dev.dealcoach.scan.parse.draft.HeadingGuess;
import dev.dealcoach.scan.parse.draft.HeadingMark;
import dev.dealcoach.scan.parse.draft.Reading;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads plain text: joins lines that an editor broke, keeps apart what the author set on lines of
 * its own, and finds numbered headings, list items and tables of tabs. Thread-safe.
 */
public final class PlainTextParser implements DocumentParser {
  /** The longest encoding of a character takes four bytes. */
  private static final int BYTES_PER_CHARACTER = 4;

  private static final Pattern RULE = Pattern.compile("^[-=_*~—＝─━·.#+]{3,}$");
  private static final Pattern ITEM =
      Pattern.compile(
          "^(?:[-*•●○■□◆◇▪▶➤·]\\s*|\\d{1,2}\\s?[.．、)）](?!\\d)\\s*|[（(]\\d{1,2}[）)]"
              + "|[①-⑳]|[a-zA-Z][.)]\\s)\\S");

  /** Longest first line that is taken for the document's title. */
  private static final int LONGEST_TITLE = 40;

  @Override
  public ParseResult parse(Path file, String name, ParseLimits limits) {
    return Reading.of(file, name, DocumentType.TXT, limits, PlainTextParser::read);
  }

  private static @Nullable Integer read(Path file, DocumentDraft draft) throws IOException {
    TextFile.Content content =
        TextFile.read(file, (long) draft.limits().characters() * BYTES_PER_CHARACTER);
    List<String> lines = content.text().lines().toList();
    List<HeadingGuess.Candidate> candidates = new ArrayList<>();
    LineWrap wrap = LineWrap.of(lines);
    int table = 0;
    int i = 0;
    while (i < lines.size() && !draft.full()) {
      int rows = tableRows(lines, i);
      if (rows > 1) {
        addTable(draft, lines.subList(i, i + rows), i + 1, table++);
        i += rows;
        continue;
      }
      int end = i + 1;
      if (!separates(lines.get(i))) {
        while (end < lines.size() && goesOn(lines.get(end - 1), lines.get(end), wrap)) {
          end++;
        }
        add(draft, lines, i, end, candidates);
      }
      i = end;
    }
    HeadingGuess.apply(draft, candidates);
    markTitle(draft);
    if (!content.whole()) {
      draft.unread(null, Unread.Reason.OVER_LIMIT);
    }
    return null;
  }

  private static boolean separates(String line) {
    String text = line.strip();
    return text.isEmpty() || RULE.matcher(text).matches();
  }

  private static boolean goesOn(String line, String next, LineWrap wrap) {
    String text = next.strip();
    boolean begins =
        separates(next)
            || ITEM.matcher(text).find()
            || HeadingMark.strong(text)
            || (Character.isWhitespace(next.charAt(0)) && !ITEM.matcher(line.strip()).find());
    String before = line.strip();
    boolean heading = HeadingMark.strong(before) && HeadingMark.shape(before);
    return !begins && !heading && wrap.broken(line, next);
  }

  private static void add(
      DocumentDraft draft,
      List<String> lines,
      int from,
      int to,
      List<HeadingGuess.Candidate> candidates) {
    List<TextLines.Piece> pieces = new ArrayList<>();
    for (int i = from; i < to; i++) {
      pieces.add(new TextLines.Piece(lines.get(i) + "\n", i + 1));
    }
    boolean item = ITEM.matcher(lines.get(from).strip()).find();
    int index =
        TextLines.add(
            draft, item ? BlockKind.LIST_ITEM : BlockKind.PARAGRAPH, item ? 1 : 0, pieces, null);
    if (index >= 0) {
      boolean underlined = to == from + 1 && to < lines.size() && underline(lines.get(to));
      candidates.add(new HeadingGuess.Candidate(index, underlined, false));
    }
  }

  private static boolean underline(String line) {
    String text = line.strip();
    return text.length() >= 3
        && text.chars().allMatch(c -> c == text.charAt(0) && c != '.')
        && RULE.matcher(text).matches();
  }

  /** A short first line is the title where the document has headings below it. */
  private static void markTitle(DocumentDraft draft) {
    if (draft.blocks().size() > 1) {
      var first = draft.blocks().getFirst();
      boolean headings = draft.blocks().stream().anyMatch(b -> b.heading());
      if (headings
          && first.kind() == BlockKind.PARAGRAPH
          && first.text().length() <= LONGEST_TITLE
          && HeadingMark.shape(first.text())
          && !first.text().endsWith("：")
          && !first.text().endsWith(":")) {
        draft.reshape(0, BlockKind.HEADING, 1);
      }
    }
  }

  /** How many lines from here on are rows of one table: the same number of tabs inside each. */
  private static int tableRows(List<String> lines, int from) {
    long tabs = tabs(lines.get(from));
    if (tabs == 0) {
      return 0;
    }
    int rows = 1;
    while (from + rows < lines.size() && tabs(lines.get(from + rows)) == tabs) {
      rows++;
    }
    return rows;
  }

  private static long tabs(String line) {
    return line.strip().chars().filter(c -> c == '\t').count();
  }

  private static void addTable(DocumentDraft draft, List<String> rows, int line, int table) {
    for (int row = 0; row < rows.size(); row++) {
      String[] cells = rows.get(row).split("\t", -1);
      for (int column = 0; column < cells.length; column++) {
        TextLines.add(
            draft,
            BlockKind.TABLE_CELL,
            0,
            List.of(new TextLines.Piece(cells[column], line + row)),
            new CellPosition(table, row, column));
      }
    }
  }
}
