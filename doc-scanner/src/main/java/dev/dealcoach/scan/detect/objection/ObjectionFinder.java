package dev.dealcoach.scan.detect.objection;

import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.nlp.worry.WorryJudge;
import dev.dealcoach.scan.parse.TextPart;
import dev.dealcoach.scan.segment.SectionRole;
import dev.dealcoach.scan.segment.SegmentedDocument;
import java.util.ArrayList;
import java.util.List;

/** Finds worries and their answers in a document. Immutable, thread-safe. */
public final class ObjectionFinder {
  /** How much of a worry must be in the words of a remark before a question. */
  private static final double REMARK = 0.1;

  /** Of the encoder in whether a worry is answered; the rest is the answer model's. */
  private static final double ANSWER_WEIGHT = 0.5;

  private final ObjectionModels models;
  private final WorryJudge judge;
  private final Thresholds thresholds;

  /**
   * From which probability a decision is taken.
   *
   * @param worry a unit raises a worry
   * @param answer what follows answers it
   * @param certain a worry counts as unanswered when nothing answers it
   */
  public record Thresholds(double worry, double answer, double certain) {
    /** Those with the best agreement on writers the models had not seen (ObjectionCrossCheck). */
    public static Thresholds standard(Language language) {
      return new Thresholds(language == Language.ZH ? 0.5 : 0.4, 0.5, 0.6);
    }
  }

  /**
   * A worry and what the document says to it.
   *
   * @param worry where it is raised
   * @param answer what follows it as an answer; may be empty
   * @param answered whether that answers it
   */
  public record Found(TextPart worry, List<TextPart> answer, boolean answered) {}

  /** The models must have been trained with readings of such a judge. */
  public ObjectionFinder(ObjectionModels models, WorryJudge judge, Thresholds thresholds) {
    this.models = models;
    this.judge = judge;
    this.thresholds = thresholds;
  }

  /** The worries in reading order, unanswered ones included. */
  public List<Found> find(SegmentedDocument document) {
    Labels labels = new Labels(document);
    List<Unit> units = Units.of(document, labels);
    AnswerReach reach = new AnswerReach(document, labels, units);
    UnitReadings readings = UnitReadings.of(document, units, models.words(), judge);
    double[] words = readings.worry();
    List<List<TextPart>> likely = Neighbours.reaches(units, reach, words);
    double[] answers = new double[units.size()];
    for (int i = 0; i < words.length; i++) {
      answers[i] = models.answer().probability(AnswerFeatures.of(document, likely.get(i)));
    }
    Neighbours neighbours = new Neighbours(document, labels, units, reach, words, answers);
    double[] place = new double[units.size()];
    boolean[] worries = new boolean[units.size()];
    for (int i = 0; i < words.length; i++) {
      place[i] = models.place().probability(neighbours.of(i));
      worries[i] = place[i] >= thresholds.worry();
    }
    titles(document, units, worries);
    return found(document, units, reach, readings, place, worries);
  }

  /** A heading above two worries that asks nothing is the title of their list. */
  private static void titles(SegmentedDocument document, List<Unit> units, boolean[] worries) {
    for (int i = 0; i < worries.length; i++) {
      if (!worries[i] || units.get(i).kind() != Unit.Kind.HEADING || units.get(i).asks()) {
        continue;
      }
      int level = units.get(i).block().level();
      int below = 0;
      for (int k = i + 1; k < worries.length; k++) {
        Unit unit = units.get(k);
        if (unit.kind() == Unit.Kind.HEADING && unit.block().level() <= level) {
          break;
        }
        below += worries[k] ? 1 : 0;
      }
      boolean ownSection =
          document
              .sectionOf(units.get(i).block().index())
              .roles()
              .contains(SectionRole.OBJECTIONS_QA);
      worries[i] = below < 2 && !(ownSection && below == 1);
    }
  }

  private List<Found> found(
      SegmentedDocument document,
      List<Unit> units,
      AnswerReach reach,
      UnitReadings readings,
      double[] place,
      boolean[] worries) {
    List<Found> found = new ArrayList<>();
    for (int i = 0; i < worries.length; i++) {
      if (!worries[i]) {
        continue;
      }
      int last = i;
      double most = place[i];
      while (last + 1 < worries.length && worries[last + 1] && goesOn(units, last)) {
        last++;
        most = Math.max(most, place[last]);
      }
      Unit first = units.get(leadIn(units, i, readings.worry()));
      TextPart worry =
          new TextPart(first.block().index(), first.span().start(), units.get(last).span().end());
      List<TextPart> answer = reach.of(last, worries);
      boolean answered =
          !answer.isEmpty()
              && UnitReadings.between(
                      models.answer().probability(AnswerFeatures.of(document, answer)),
                      readings.answered(surest(readings.worry(), i, last)),
                      ANSWER_WEIGHT)
                  >= thresholds.answer();
      if (answered || most >= thresholds.certain()) {
        found.add(new Found(worry, answer, answered));
      }
      i = last;
    }
    return found;
  }

  private static int surest(double[] worry, int from, int to) {
    int surest = from;
    for (int i = from; i <= to; i++) {
      surest = worry[i] > worry[surest] ? i : surest;
    }
    return surest;
  }

  /**
   * "Residents complained last time. Why should they accept this?": a brief remark before a
   * question belongs to it.
   */
  private static int leadIn(List<Unit> units, int question, double[] words) {
    if (question == 0 || !units.get(question).asks()) {
      return question;
    }
    Unit unit = units.get(question);
    Unit remark = units.get(question - 1);
    boolean leads =
        remark.block().index() == unit.block().index()
            && remark.kind() == Unit.Kind.OPENING
            && !remark.asks()
            && remark.span().length() <= unit.span().length() * 3 / 2
            && unit.span().start() - remark.end() <= 2
            && words[question - 1] >= REMARK;
    return leads ? question - 1 : question;
  }

  /** Worries that follow each other without a word of answer between are one. */
  private static boolean goesOn(List<Unit> units, int at) {
    Unit one = units.get(at);
    Unit next = units.get(at + 1);
    return one.block().index() == next.block().index()
        && one.kind() != Unit.Kind.CELL
        && next.span().start() - one.end() <= 2
        && next.kind() != Unit.Kind.CLOSING;
  }
}
