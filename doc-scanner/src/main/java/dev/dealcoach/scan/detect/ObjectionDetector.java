package dev.dealcoach.scan.detect;

import dev.dealcoach.scan.parse.BlockKind;
import dev.dealcoach.scan.parse.Passage;
import dev.dealcoach.scan.parse.TextPart;
import dev.dealcoach.scan.segment.ReadBlock;
import dev.dealcoach.scan.segment.SegmentedDocument;
import dev.dealcoach.scan.segment.TableView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the worries a proposal raises and what answers them: in tables, in lists of questions,
 * under headings that ask, and in running text. An answer is one only if something is left of it
 * when the soothing words are taken away. Stateless, thread-safe.
 */
final class ObjectionDetector {

  /** The objections in reading order, unanswered ones included. */
  List<Objection> detect(SegmentedDocument document) {
    List<Objection> found = new ArrayList<>();
    Set<Integer> used = new HashSet<>();
    for (TableView table : TableView.of(document)) {
      table(document, table, found, used);
    }
    QuestionReader reader = new QuestionReader(document);
    for (ReadBlock block : document.blocks()) {
      if (!used.contains(block.index()) && block.block().kind() != BlockKind.TABLE_CELL) {
        reader.read(block);
      }
    }
    for (QuestionReader.Asked asked : reader.asked()) {
      Objection objection = objection(document, asked.question(), asked.answer());
      if (objection.response() != null || asked.certain()) {
        found.add(objection);
      }
    }
    found.sort(Comparator.comparing(Objection::objection));
    return found;
  }

  /** A table with a column of worries and a column of answers. */
  private static void table(
      SegmentedDocument document, TableView table, List<Objection> found, Set<Integer> used) {
    int worry = column(table, "objection.column-worry");
    int answer = column(table, "objection.column-answer");
    if (worry < 0 && answer < 0 && table.head().size() == 2) {
      worry =
          table
              .head()
              .keySet()
              .iterator()
              .next(); // no telling heads: two columns, of which the first may ask
    }
    if (worry >= 0 && answer < 0) {
      int asked = worry;
      answer =
          table.head().keySet().stream()
              .mapToInt(Integer::intValue)
              .filter(column -> column > asked)
              .findFirst()
              .orElse(-1);
    }
    if (worry < 0 || answer < 0 || worry == answer || !worries(table, worry)) {
      return;
    }
    for (Map.Entry<Integer, Map<Integer, List<ReadBlock>>> row : table.rows().entrySet()) {
      List<ReadBlock> asked = row.getValue().get(worry);
      if (row.getKey() != table.headRow() && asked != null) {
        row.getValue().values().forEach(cell -> cell.forEach(block -> used.add(block.index())));
        List<ReadBlock> answers = row.getValue().getOrDefault(answer, List.of());
        found.add(objection(document, parts(asked).getFirst(), parts(answers)));
      }
    }
  }

  /**
   * A column headed "problem" holds objections only if what stands in it asks or worries; else it
   * is pain and solution.
   */
  private static boolean worries(TableView table, int column) {
    ReadBlock head = table.headOver(column);
    if (head != null && head.cues().has("objection.column-sure")) {
      return true;
    }
    long rows = table.rows().keySet().stream().filter(row -> row != table.headRow()).count();
    long worried =
        table.rows().entrySet().stream()
            .filter(row -> row.getKey() != table.headRow() && row.getValue().containsKey(column))
            .filter(row -> asks(row.getValue().get(column).getFirst()))
            .count();
    return rows > 0 && worried * 2 >= rows;
  }

  private static boolean asks(ReadBlock cell) {
    boolean question = cell.text().endsWith("？") || cell.text().endsWith("?");
    return cell.cues().has("objection.worry-strong")
        || (question && !cell.cues().has("objection.neutral-question"));
  }

  private static int column(TableView table, String cue) {
    for (Map.Entry<Integer, List<ReadBlock>> cell : table.head().entrySet()) {
      if (cell.getValue().getFirst().cues().has(cue)) {
        return cell.getKey();
      }
    }
    return -1;
  }

  private static List<TextPart> parts(List<ReadBlock> blocks) {
    return blocks.stream()
        .map(block -> new TextPart(block.index(), 0, block.text().length()))
        .toList();
  }

  private static Objection objection(
      SegmentedDocument document, TextPart worry, List<TextPart> answer) {
    Passage raised = Passage.of(document.document(), List.of(worry));
    @Nullable Passage response =
        answer.isEmpty() || !Answers.answers(document, answer)
            ? null
            : Passage.of(document.document(), answer);
    return new Objection(raised, response);
  }
}
