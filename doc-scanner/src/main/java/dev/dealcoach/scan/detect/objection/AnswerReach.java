package dev.dealcoach.scan.detect.objection;

import dev.dealcoach.scan.parse.BlockKind;
import dev.dealcoach.scan.parse.TextPart;
import dev.dealcoach.scan.segment.ReadBlock;
import dev.dealcoach.scan.segment.SegmentedDocument;
import dev.dealcoach.scan.segment.TableView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which text belongs to a worry as its answer. Not thread-safe; lives for one document. */
final class AnswerReach {
  /** What stands under a heading after so many characters answers no single worry. */
  private static final int LONGEST_ANSWER = 1500;

  private final SegmentedDocument document;
  private final Labels labels;
  private final List<Unit> units;
  private final Map<Integer, List<Integer>> unitsOfBlock = new HashMap<>();
  private final Map<Integer, TableView> tables = new HashMap<>();

  AnswerReach(SegmentedDocument document, Labels labels, List<Unit> units) {
    this.document = document;
    this.labels = labels;
    this.units = units;
    for (int i = 0; i < units.size(); i++) {
      unitsOfBlock.computeIfAbsent(units.get(i).block().index(), _ -> new ArrayList<>()).add(i);
    }
    for (TableView table : TableView.of(document)) {
      tables.put(table.number(), table);
    }
  }

  /** The table that a cell stands in. */
  TableView table(ReadBlock cell) {
    return tables.get(cell.block().cell().table());
  }

  /**
   * The text after a worry that may answer it; empty if nothing follows.
   *
   * @param unit number of the unit that raises the worry
   * @param worries which units raise one
   */
  List<TextPart> of(int unit, boolean[] worries) {
    return switch (units.get(unit).kind()) {
      case CELL -> besides(units.get(unit));
      case HEADING -> below(units.get(unit), worries);
      default -> behind(unit, worries);
    };
  }

  /** The cell under a head that promises answers, else the next one to the right. */
  private List<TextPart> besides(Unit unit) {
    TableView table = table(unit.block());
    int column = unit.block().block().cell().column();
    Map<Integer, List<ReadBlock>> row = table.rows().get(unit.block().block().cell().row());
    int answer = -1;
    for (int other : row.keySet()) {
      ReadBlock head = table.headOver(other);
      boolean promised = head != null && head.cues().has("objection.column-answer");
      if (other > column && (answer < 0 || (promised && !promised(table, answer)))) {
        answer = other;
      }
    }
    List<TextPart> parts = new ArrayList<>();
    for (ReadBlock block : row.getOrDefault(answer, List.of())) {
      add(parts, block, 0, block.text().length());
    }
    return parts;
  }

  private static boolean promised(TableView table, int column) {
    ReadBlock head = table.headOver(column);
    return head != null && head.cues().has("objection.column-answer");
  }

  /** Until the next heading of its level, or one that announces a section or raises a worry. */
  private List<TextPart> below(Unit heading, boolean[] worries) {
    List<TextPart> parts = new ArrayList<>();
    int level = heading.block().level();
    int length = 0;
    for (int i = heading.block().index() + 1; i < document.blocks().size(); i++) {
      ReadBlock block = document.blocks().get(i);
      boolean worry = first(i) >= 0 && worries[first(i)];
      boolean announces = !document.sectionOf(i).roles().isEmpty();
      if ((block.heading() && (worry || announces || block.level() <= level))
          || length > LONGEST_ANSWER) {
        break;
      }
      length += block.text().length();
      add(parts, block, labels.end(i), block.text().length());
    }
    return parts;
  }

  private List<TextPart> behind(int unit, boolean[] worries) {
    Unit worry = units.get(unit);
    ReadBlock block = worry.block();
    List<TextPart> parts = new ArrayList<>();
    int stop = block.text().length();
    int to = stop;
    for (int i : unitsOfBlock.get(block.index())) {
      boolean further = worries[i] || (units.get(i).asks() && worry.asks());
      if (i > unit && further && units.get(i).span().start() > worry.end()) {
        to = units.get(i).span().start();
        break;
      }
    }
    add(parts, block, Math.min(worry.end(), to), to);
    if (to < stop) {
      return parts;
    }
    boolean turns = labels.role(block.index()) == Labels.Role.TURN_FIRST;
    if (parts.isEmpty() || turns) {
      blocks(parts, block.index() + 1, turns, worry, worries);
    } else {
      items(parts, block);
    }
    return parts;
  }

  /** A block that ends in a colon goes on in the list below it. */
  private void items(List<TextPart> parts, ReadBlock before) {
    char end = before.text().charAt(before.text().length() - 1);
    if (end != '：' && end != ':') {
      return;
    }
    for (int i = before.index() + 1; i < document.blocks().size(); i++) {
      ReadBlock block = document.blocks().get(i);
      boolean item = block.block().kind() == BlockKind.LIST_ITEM || labels.end(i) > 0;
      if (!item || block.heading()) {
        return;
      }
      add(parts, block, 0, block.text().length());
    }
  }

  private void blocks(
      List<TextPart> parts, int from, boolean turns, Unit worry, boolean[] worries) {
    int section = document.sectionOf(worry.block().index()).to();
    int last = turns ? from : lastBlock(from, section, worry, worries);
    for (int i = from; i <= last && i < section; i++) {
      ReadBlock block = document.blocks().get(i);
      boolean another = first(i) >= 0 && worries[first(i)];
      if (block.heading() || another || labels.role(i) == Labels.Role.TURN_FIRST) {
        return;
      }
      add(parts, block, labels.end(i), block.text().length());
      if (i == last) {
        items(parts, block);
      }
    }
  }

  /** Where worries have blocks of their own the answer reaches to the next one, else one block. */
  private int lastBlock(int from, int section, Unit worry, boolean[] worries) {
    for (int i = from + 1; i < section; i++) {
      int first = first(i);
      if (first >= 0 && worries[first] && units.get(first).kind() == worry.kind()) {
        return i - 1;
      }
    }
    ReadBlock before = document.blocks().get(Math.max(0, worry.block().index() - 1));
    boolean deeper =
        from < section
            && document.blocks().get(from).block().level() > worry.block().block().level()
            && document.blocks().get(from).block().kind() == BlockKind.LIST_ITEM;
    if (!deeper || before.heading()) {
      return from;
    }
    int last = from;
    while (last + 1 < section
        && document.blocks().get(last + 1).block().level() > worry.block().block().level()) {
      last++;
    }
    return last;
  }

  private int first(int block) {
    List<Integer> inBlock = unitsOfBlock.get(block);
    return inBlock == null ? -1 : inBlock.getFirst();
  }

  private static void add(List<TextPart> parts, ReadBlock block, int from, int to) {
    String text = block.text();
    int start = from;
    int end = to;
    while (start < end && "”\"’'」』。，, ：:—–→-*".indexOf(text.charAt(start)) >= 0) {
      start++;
    }
    while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    if (end - start >= 2) {
      parts.add(new TextPart(block.index(), start, end));
    }
  }
}
