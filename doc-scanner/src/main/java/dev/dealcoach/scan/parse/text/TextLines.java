package dev.dealcoach.scan.parse.text;

import dev.dealcoach.nlp.text.NormalAlignment;
import dev.dealcoach.scan.parse.BlockKind;
import dev.dealcoach.scan.parse.BlockOrigin;
import dev.dealcoach.scan.parse.CellPosition;
import dev.dealcoach.scan.parse.draft.DocumentDraft;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Adds blocks of text files together with the lines they stand on. Stateless. */
final class TextLines {
  private TextLines() {}

  /**
   * A stretch of a block's text and the line of the file on which it begins.
   *
   * @param line from 1
   */
  record Piece(String text, int line) {}

  /**
   * Adds a block that consists of these pieces, as they follow each other.
   *
   * @return its index, -1 if there is no text in it
   */
  static int add(
      DocumentDraft draft,
      BlockKind kind,
      int level,
      List<Piece> pieces,
      @Nullable CellPosition cell) {
    StringBuilder raw = new StringBuilder();
    List<int[]> lines = new ArrayList<>();
    for (Piece piece : pieces) {
      boolean further = lines.isEmpty() || lines.getLast()[1] < piece.line();
      if (further && !piece.text().isBlank()) {
        lines.add(new int[] {raw.length(), piece.line()});
      }
      raw.append(piece.text());
    }
    if (lines.isEmpty()) {
      return -1;
    }
    if (lines.getFirst()[1] == lines.getLast()[1]) {
      return draft.add(
          kind, level, raw.toString(), new BlockOrigin.Lines(lines.getFirst()[1], List.of()), cell);
    }
    NormalAlignment aligned = NormalAlignment.of(raw);
    int length = aligned.text().length();
    List<Integer> starts = new ArrayList<>();
    int line = lines.getFirst()[1];
    for (int[] next : lines.subList(1, lines.size())) {
      int start = aligned.normal(next[0]);
      if (start < length && aligned.text().charAt(start) == ' ') {
        start++;
      }
      // a line of the file that left no text begins where the next one does
      for (int passed = line; passed < next[1]; passed++) {
        starts.add(Math.min(start, length));
      }
      line = next[1];
    }
    return draft.add(
        kind, level, raw.toString(), new BlockOrigin.Lines(lines.getFirst()[1], starts), cell);
  }
}
