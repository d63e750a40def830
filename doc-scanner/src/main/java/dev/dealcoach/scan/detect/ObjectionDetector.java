package dev.dealcoach.scan.detect;

import dev.dealcoach.nlp.text.Span;
import dev.dealcoach.scan.parse.BlockKind;
import dev.dealcoach.scan.parse.Passage;
import dev.dealcoach.scan.parse.TextPart;
import dev.dealcoach.scan.segment.ReadBlock;
import dev.dealcoach.scan.segment.Section;
import dev.dealcoach.scan.segment.SectionRole;
import dev.dealcoach.scan.segment.SegmentedDocument;
import dev.dealcoach.scan.segment.TableView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds the worries a proposal raises and what answers them: in tables, in lists of questions,
 * under headings that ask, and in running text. An answer is one only if something is left of it
 * when the soothing words are taken away. Stateless, thread-safe.
 */
final class ObjectionDetector {
  private static final int LONGEST_QUESTION = 120;

  /** The objections in reading order, unanswered ones included. */
  List<Objection> detect(SegmentedDocument document) {
    List<Objection> found = new ArrayList<>();
    Set<Integer> used = new TreeSet<>();
    tables(document, found, used);
    questions(document, found, used);
    runningText(document, found, used);
    found.sort(Comparator.comparing(Objection::objection));
    return found;
  }

  // ---- tables: a column of worries, a column of answers

  private static void tables(SegmentedDocument document, List<Objection> found, Set<Integer> used) {
    for (TableView table : TableView.of(document)) {
      int worry = column(table, "objection.column-worry");
      int answer = column(table, "objection.column-answer");
      if (worry < 0 || answer < 0 || worry == answer) {
        continue;
      }
      boolean announced = announced(document, table.headOver(worry).index());
      if (!announced
          && table.headOver(worry).cues().has("heading.pain-points")
          && !table.headOver(worry).cues().has("objection.worry")) {
        boolean asks =
            table.rows().values().stream()
                .skip(1)
                .anyMatch(row -> row.containsKey(worry) && asks(row.get(worry).getFirst()));
        if (!asks) {
          continue; // problem | what we do: that is the solution, not an objection
        }
      }
      table
          .rows()
          .forEach(
              (row, cells) -> {
                if (row != table.headRow() && cells.containsKey(worry)) {
                  cells.values().forEach(cell -> cell.forEach(block -> used.add(block.index())));
                  List<ReadBlock> answers = cells.getOrDefault(answer, List.of());
                  found.add(
                      objection(
                          document,
                          whole(cells.get(worry)),
                          answers.isEmpty() ? null : parts(answers)));
                }
              });
    }
  }

  private static int column(TableView table, String cue) {
    for (var cell : table.head().entrySet()) {
      if (cell.getValue().getFirst().cues().has(cue)) {
        return cell.getKey();
      }
    }
    return -1;
  }

  // ---- questions: marked, as headings, or as paragraphs of their own

  private static void questions(
      SegmentedDocument document, List<Objection> found, Set<Integer> used) {
    List<ReadBlock> blocks = document.blocks();
    for (int i = 0; i < blocks.size(); i++) {
      ReadBlock block = blocks.get(i);
      if (used.contains(i) || block.block().kind() == BlockKind.TABLE_CELL) {
        continue;
      }
      Question question = question(document, block);
      if (question == null) {
        continue;
      }
      List<TextPart> answer = new ArrayList<>();
      if (question.answerFrom < block.text().length()) {
        answer.add(new TextPart(i, question.answerFrom, block.text().length()));
      }
      int next = i + 1;
      boolean sameBlock = !answer.isEmpty();
      while (next < blocks.size()
          && belongs(document, block, blocks.get(next), next - i, sameBlock)) {
        ReadBlock following = blocks.get(next);
        Span body = Answers.withoutMark(following);
        answer.add(new TextPart(next, body.start(), body.end()));
        next++;
      }
      used.add(i);
      for (int k = i + 1; k < next; k++) {
        used.add(k);
      }
      if (question.worry) {
        found.add(
            objection(
                document, new TextPart(i, question.span.start(), question.span.end()), answer));
      }
    }
  }

  /**
   * A question at the start of a block.
   *
   * @param span its words, without the mark before it
   * @param answerFrom where in the same block the answer begins; the block's length if it does not
   * @param worry whether it voices one
   */
  private record Question(Span span, int answerFrom, boolean worry) {}

  private static @Nullable Question question(SegmentedDocument document, ReadBlock block) {
    String text = block.text();
    List<Span> marks = block.cues().of("objection.question-mark");
    boolean marked = !marks.isEmpty() && marks.getFirst().start() == 0;
    int from = marked ? marks.getFirst().end() : 0;
    Span rest = Spans.withoutMark(text, new Span(from, text.length()));
    while (rest.length() > 1 && "　 “\"「".indexOf(text.charAt(rest.start())) >= 0) {
      rest = new Span(rest.start() + 1, rest.end());
    }
    List<Span> answers =
        block.cues().of("objection.answer-mark").stream()
            .filter(mark -> mark.start() > rest0(from))
            .toList();
    Span first = firstSentence(block, rest);
    boolean asks = endsAsking(text, first);
    boolean announced = announced(document, block.index());
    boolean heading = block.block().heading();
    if (marked && !answers.isEmpty()) {
      Span asked = trimmed(text, new Span(rest.start(), answers.getFirst().start()));
      return new Question(asked, answers.getFirst().end(), worry(block, asked, true));
    }
    if (marked) {
      int end = asks ? first.end() : text.length();
      Span asked = trimmed(text, new Span(rest.start(), end));
      return new Question(asked, skipSpace(text, end), worry(block, asked, true));
    }
    if (asks
        && first.length() <= LONGEST_QUESTION
        && (announced || heading || alone(block, first))) {
      if (heading && !announced && !worry(block, first, false)) {
        return null;
      }
      return new Question(
          trimmed(text, first), skipSpace(text, first.end()), worry(block, first, announced));
    }
    if (announced
        && heading
        && block.block().index() != sectionHeading(document, block)
        && worryOrUnderQa(document, block)) {
      return new Question(trimmed(text, rest), text.length(), true);
    }
    return null;
  }

  private static int rest0(int from) {
    return from;
  }

  /** A heading below a heading that announces worries. */
  private static boolean worryOrUnderQa(SegmentedDocument document, ReadBlock block) {
    return parentRoles(document, block.index()).contains(SectionRole.OBJECTIONS_QA);
  }

  private static int sectionHeading(SegmentedDocument document, ReadBlock block) {
    Section section = document.sectionOf(block.index());
    return section.roles().contains(SectionRole.OBJECTIONS_QA) && section.heading() != null
        ? section.heading()
        : -1;
  }

  /**
   * A question that is a block of its own, or is followed in its block by an answer that does not
   * ask.
   */
  private static boolean alone(ReadBlock block, Span question) {
    return question.start() <= 4 && block.cues().has("objection.worry", question);
  }

  private static boolean belongs(
      SegmentedDocument document,
      ReadBlock question,
      ReadBlock block,
      int distance,
      boolean answeredInPlace) {
    if (block.block().heading() || block.block().kind() == BlockKind.TABLE_CELL) {
      return false;
    }
    if (question(document, block) != null) {
      return false;
    }
    boolean underHeading = question.block().heading();
    if (underHeading) {
      return true;
    }
    boolean sameSection =
        document.sectionOf(question.index()).equals(document.sectionOf(block.index()));
    if (!sameSection) {
      return false;
    }
    boolean announced = announced(document, question.index());
    boolean startsAnswer =
        block.cues().of("objection.answer-mark").stream().anyMatch(mark -> mark.start() == 0);
    if (distance == 1 && !answeredInPlace) {
      return true;
    }
    if (question.block().kind() == BlockKind.LIST_ITEM
        && block.block().kind() == BlockKind.LIST_ITEM
        && !startsAnswer) {
      return block.block().level() > question.block().level();
    }
    return announced && !block.cues().has("objection.worry-lead");
  }

  // ---- running text: "some fear that … ; what we do is …"

  private static void runningText(
      SegmentedDocument document, List<Objection> found, Set<Integer> used) {
    for (ReadBlock block : document.blocks()) {
      if (used.contains(block.index())
          || block.block().heading()
          || block.block().kind() == BlockKind.TABLE_CELL) {
        continue;
      }
      List<Span> sentences = block.sentences();
      for (int s = 0; s < sentences.size(); s++) {
        Span sentence = sentences.get(s);
        if (!block.cues().has("objection.worry-lead", sentence) || situation(document, block)) {
          continue;
        }
        int next = s + 1;
        while (next < sentences.size()
            && !block.cues().has("objection.worry-lead", sentences.get(next))) {
          next++;
        }
        List<TextPart> answer = new ArrayList<>();
        if (next > s + 1) {
          answer.add(
              new TextPart(
                  block.index(), sentences.get(s + 1).start(), sentences.get(next - 1).end()));
        } else if (s == sentences.size() - 1 && block.index() + 1 < document.blocks().size()) {
          ReadBlock following = document.blocks().get(block.index() + 1);
          if (belongs(document, block, following, 1, false)
              && !following.cues().has("objection.worry-lead")) {
            answer.add(new TextPart(following.index(), 0, following.text().length()));
          }
        }
        Span worry = trimmed(block.text(), sentence);
        Objection objection =
            objection(document, new TextPart(block.index(), worry.start(), worry.end()), answer);
        if (objection.response() != null
            || announced(document, block.index())
            || endsAsking(block.text(), sentence)) {
          found.add(objection);
        }
        s = next - 1;
      }
    }
  }

  private static boolean situation(SegmentedDocument document, ReadBlock block) {
    var roles = document.sectionOf(block.index()).roles();
    return !roles.contains(SectionRole.OBJECTIONS_QA)
        && (roles.contains(SectionRole.CUSTOMER_SITUATION)
            || roles.contains(SectionRole.PAIN_POINTS));
  }

  // ---- common

  private static boolean announced(SegmentedDocument document, int block) {
    return document.sectionOf(block).roles().contains(SectionRole.OBJECTIONS_QA)
        || parentRoles(document, block).contains(SectionRole.OBJECTIONS_QA);
  }

  /**
   * The roles of the nearest heading above that is of a higher rank than the block's own section.
   */
  private static Set<SectionRole> parentRoles(SegmentedDocument document, int block) {
    Section own = document.sectionOf(block);
    int at = document.sections().indexOf(own);
    for (int i = at - 1; i >= 0; i--) {
      Section above = document.sections().get(i);
      if (above.heading() != null && above.level() < own.level()) {
        return above.level() <= 1 && own.level() > 2 ? Set.of() : above.roles();
      }
    }
    return Set.of();
  }

  private static boolean worry(ReadBlock block, Span at, boolean announced) {
    if (block.cues().has("objection.neutral-question", at) && !strongWorry(block, at)) {
      return false;
    }
    return announced || block.cues().has("objection.worry", at);
  }

  private static boolean strongWorry(ReadBlock block, Span at) {
    return block.cues().has("objection.worry-lead", at);
  }

  private static boolean asks(ReadBlock block) {
    return block.cues().has("objection.worry");
  }

  private static Span firstSentence(ReadBlock block, Span rest) {
    for (Span sentence : block.sentences()) {
      if (sentence.end() > rest.start()) {
        return new Span(Math.max(sentence.start(), rest.start()), sentence.end());
      }
    }
    return rest;
  }

  private static boolean endsAsking(String text, Span span) {
    int end = span.end();
    while (end > span.start() && "”\"’'」』）) ".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return end > span.start() && (text.charAt(end - 1) == '？' || text.charAt(end - 1) == '?');
  }

  private static Span trimmed(String text, Span span) {
    int start = span.start();
    int end = span.end();
    while (end > start + 1 && "”\"」』： ".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    while (start < end - 1 && "“\"「『 ".indexOf(text.charAt(start)) >= 0) {
      start++;
    }
    return new Span(start, end);
  }

  private static int skipSpace(String text, int from) {
    int at = from;
    while (at < text.length()
        && (Character.isWhitespace(text.charAt(at)) || "”\"」".indexOf(text.charAt(at)) >= 0)) {
      at++;
    }
    return at;
  }

  private static TextPart whole(List<ReadBlock> cell) {
    return new TextPart(cell.getFirst().index(), 0, cell.getFirst().text().length());
  }

  private static List<TextPart> parts(List<ReadBlock> blocks) {
    return blocks.stream()
        .map(block -> new TextPart(block.index(), 0, block.text().length()))
        .toList();
  }

  private static Objection objection(
      SegmentedDocument document, TextPart worry, @Nullable List<TextPart> answer) {
    Passage raised = Passage.of(document.document(), List.of(worry));
    if (answer == null || answer.isEmpty() || !Answers.answers(document, answer)) {
      return new Objection(raised, null);
    }
    return new Objection(raised, Passage.of(document.document(), answer));
  }
}
