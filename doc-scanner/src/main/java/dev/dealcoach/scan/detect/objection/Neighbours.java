package dev.dealcoach.scan.detect.objection;

import dev.dealcoach.scan.parse.BlockKind;
import dev.dealcoach.scan.parse.TextPart;
import dev.dealcoach.scan.segment.ReadBlock;
import dev.dealcoach.scan.segment.Section;
import dev.dealcoach.scan.segment.SectionRole;
import dev.dealcoach.scan.segment.SegmentedDocument;
import dev.dealcoach.scan.segment.TableView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is true of a unit by its place: its section, its label, its siblings (units of the same kind
 * around it) and what follows it. Not thread-safe; lives for one document.
 */
final class Neighbours {
  private static final int ANNOUNCED_WITHIN = 6;

  private final SegmentedDocument document;
  private final Labels labels;
  private final List<Unit> units;
  private final AnswerReach reach;
  private final double[] words;
  private final double[] answers;
  private final Map<String, double[]> siblings = new HashMap<>();

  /**
   * @param words for each unit how much its words raise a worry, 0 to 1
   * @param answers for each unit how much what follows reads like an answer, 0 to 1
   */
  Neighbours(
      SegmentedDocument document,
      Labels labels,
      List<Unit> units,
      AnswerReach reach,
      double[] words,
      double[] answers) {
    this.document = document;
    this.labels = labels;
    this.units = units;
    this.reach = reach;
    this.words = words;
    this.answers = answers;
    for (int i = 0; i < units.size(); i++) {
      double[] sum = siblings.computeIfAbsent(group(units.get(i)), _ -> new double[3]);
      sum[0] += words[i];
      sum[1]++;
      sum[2] += words[i] > 0.5 ? 1 : 0;
    }
  }

  /** Features of a unit's place. */
  List<String> of(int i) {
    Unit unit = units.get(i);
    ReadBlock block = unit.block();
    List<String> features = new ArrayList<>();
    features.add("bias");
    String kind = unit.kind().name();
    String place = place(block);
    int w = tenth(words[i]);
    int a = tenth(answers[i]) / 3;
    Labels.Role role = labels.role(block.index());
    features.add("kind=" + kind);
    features.add("place=" + place);
    features.add("label=" + role);
    steps(features, "words", words[i]);
    steps(features, "words." + kind, words[i]);
    steps(features, "words." + place, words[i]);
    steps(features, "answer", answers[i]);
    features.add("words,answer=" + w / 3 + a);
    features.add("kind,place=" + kind + place);
    features.add("kind,label=" + kind + role);
    features.add("asks=" + unit.asks());
    features.add("asks,place=" + unit.asks() + place + kind);
    siblings(features, i, kind, place);
    table(features, unit);
    around(features, i);
    if (block.block().kind() == BlockKind.LIST_ITEM) {
      features.add("item." + kind);
    }
    boolean quoted =
        unit.span().start() > 0
            && "“\"「".indexOf(block.text().charAt(unit.span().start() - 1)) >= 0;
    if (quoted) {
      features.add("quoted");
      features.add("quoted." + kind);
    }
    return features;
  }

  private void siblings(List<String> features, int i, String kind, String place) {
    double[] sum = siblings.get(group(units.get(i)));
    int others = (int) sum[1] - 1;
    features.add("siblings=" + Math.min(others, 4));
    if (others > 0) {
      double mean = (sum[0] - words[i]) / others;
      double share = (sum[2] - (words[i] > 0.5 ? 1 : 0)) / others;
      steps(features, "sibling-mean", mean);
      steps(features, "sibling-share", share);
      steps(features, "sibling-share." + kind, share);
      features.add("sibling-share,words=" + tenth(share) / 3 + tenth(words[i]) / 3);
      features.add("sibling-share,place=" + tenth(share) / 3 + place);
    }
  }

  private void around(List<String> features, int i) {
    Unit unit = units.get(i);
    Unit before = i > 0 ? units.get(i - 1) : null;
    Unit after = i + 1 < units.size() ? units.get(i + 1) : null;
    boolean sameBefore = before != null && before.block().index() == unit.block().index();
    boolean sameAfter = after != null && after.block().index() == unit.block().index();
    if (sameBefore) {
      steps(features, "before", words[i - 1]);
      features.add("before-asks=" + before.asks());
    }
    if (sameAfter) {
      steps(features, "after", words[i + 1]);
      features.add("after-asks=" + after.asks());
      features.add("turns=" + turns(after));
    }
    if (after != null && !sameAfter) {
      features.add("next-heading=" + after.block().heading());
      features.add("next-longer=" + (after.block().text().length() > unit.block().text().length()));
    }
  }

  private static boolean turns(Unit after) {
    return after.block().cues().of("objection.turn").stream()
        .anyMatch(
            hit -> hit.start() <= after.span().start() && hit.end() > after.span().start() - 2);
  }

  private void table(List<String> features, Unit unit) {
    if (unit.kind() != Unit.Kind.CELL) {
      return;
    }
    TableView table = reach.table(unit.block());
    int column = unit.block().block().cell().column();
    boolean head = unit.block().block().cell().row() == table.headRow();
    ReadBlock over = table.headOver(column);
    features.add("cell-head=" + head);
    features.add("columns=" + Math.min(4, table.head().size()));
    features.add("column=" + Math.min(3, column));
    boolean worry = over != null && over.cues().has("objection.column-worry");
    boolean sure = over != null && over.cues().has("objection.column-sure");
    boolean answer = false;
    for (int other : table.head().keySet()) {
      ReadBlock name = table.headOver(other);
      answer |= other > column && name != null && name.cues().has("objection.column-answer");
    }
    features.add("heads=" + worry + sure + answer + head);
    features.add("last-column=" + (column == table.head().size() - 1));
  }

  /** What the section and the text just above say about a block. */
  private String place(ReadBlock block) {
    Section section = document.sectionOf(block.index());
    boolean own = section.heading() != null && section.heading() == block.index();
    if (section.roles().contains(SectionRole.OBJECTIONS_QA) && !own) {
      return "announced";
    }
    if (above(section)) {
      return "under";
    }
    for (int i = block.index() - 1;
        i >= Math.max(section.body(), block.index() - ANNOUNCED_WITHIN);
        i--) {
      if (document.blocks().get(i).cues().has("objection.announcement")) {
        return "lead";
      }
    }
    if (own) {
      return section.roles().isEmpty() ? "head" : "known-head";
    }
    if (section.roles().contains(SectionRole.CUSTOMER_SITUATION)
        || section.roles().contains(SectionRole.PAIN_POINTS)) {
      return "situation";
    }
    return section.roles().isEmpty() ? "free" : "other";
  }

  private boolean above(Section own) {
    int at = document.sectionIndexOf(own.from());
    int level = own.level();
    for (int i = at - 1; i >= 0 && own.heading() != null; i--) {
      Section above = document.sections().get(i);
      if (above.heading() != null && above.level() < level) {
        if (above.roles().contains(SectionRole.OBJECTIONS_QA)) {
          return i > 0 || above.level() > 1; // the document's title announces nothing
        }
        level = above.level();
      }
    }
    return false;
  }

  /** Units that stand alike: cells of a column, headings of a level, openings of a section. */
  private String group(Unit unit) {
    int block = unit.block().index();
    return switch (unit.kind()) {
      case CELL ->
          "cell "
              + unit.block().block().cell().table()
              + " "
              + unit.block().block().cell().column();
      case HEADING -> "heading " + unit.block().level() + " " + parent(block);
      default -> unit.kind() + " " + document.sectionIndexOf(block) + " " + labels.role(block);
    };
  }

  private int parent(int block) {
    int at = document.sectionIndexOf(block);
    Section own = document.sections().get(at);
    while (at >= 0 && document.sections().get(at).level() >= own.level()) {
      at--;
    }
    return at;
  }

  private static int tenth(double p) {
    return (int) Math.min(9, Math.max(0, Math.floor(p * 10)));
  }

  /** One feature for each step that a number reaches, so that more is never less. */
  private static void steps(List<String> features, String name, double p) {
    for (int step = 1; step <= 9; step++) {
      if (p * 10 >= step) {
        features.add(name + ">" + step);
      }
    }
  }

  /** The answer that a unit would have if its likely siblings are worries too. */
  static List<List<TextPart>> reaches(List<Unit> units, AnswerReach reach, double[] words) {
    boolean[] likely = new boolean[units.size()];
    for (int i = 0; i < likely.length; i++) {
      likely[i] = words[i] > 0.5;
    }
    List<List<TextPart>> all = new ArrayList<>();
    for (int i = 0; i < likely.length; i++) {
      all.add(reach.of(i, likely));
    }
    return all;
  }
}
