package dev.dealcoach.scan.detect.objection;

import dev.dealcoach.scan.parse.TextPart;
import dev.dealcoach.scan.segment.SegmentedDocument;
import java.util.ArrayList;
import java.util.List;

/** Finds worries and their answers in a document. Immutable, thread-safe. */
public final class ObjectionFinder {
  private final ObjectionModels models;
  private final Thresholds thresholds;

  /**
   * From which probability a decision is taken.
   *
   * @param worry a unit raises a worry
   * @param answer what follows answers it
   * @param certain a worry counts as unanswered when nothing answers it
   */
  public record Thresholds(double worry, double answer, double certain) {
    public static final Thresholds STANDARD = new Thresholds(0.3, 0.5, 0.6);
  }

  /**
   * A worry and what the document says to it.
   *
   * @param worry where it is raised
   * @param answer what follows it as an answer; may be empty
   * @param answered whether that answers it
   */
  public record Found(TextPart worry, List<TextPart> answer, boolean answered) {}

  public ObjectionFinder(ObjectionModels models, Thresholds thresholds) {
    this.models = models;
    this.thresholds = thresholds;
  }

  /** The worries in reading order, unanswered ones included. */
  public List<Found> find(SegmentedDocument document) {
    Labels labels = new Labels(document);
    List<Unit> units = Units.of(document, labels);
    AnswerReach reach = new AnswerReach(document, labels, units);
    double[] words = new double[units.size()];
    for (int i = 0; i < words.length; i++) {
      words[i] =
          models
              .words()
              .probability(UnitFeatures.words(units.get(i), document.document().language()));
    }
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
    return found(document, units, reach, place, worries);
  }

  private List<Found> found(
      SegmentedDocument document,
      List<Unit> units,
      AnswerReach reach,
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
      Unit first = units.get(i);
      TextPart worry =
          new TextPart(first.block().index(), first.span().start(), units.get(last).span().end());
      List<TextPart> answer = reach.of(last, worries);
      boolean answered =
          !answer.isEmpty()
              && models.answer().probability(AnswerFeatures.of(document, answer))
                  >= thresholds.answer();
      if (answered || most >= thresholds.certain()) {
        found.add(new Found(worry, answer, answered));
      }
      i = last;
    }
    return found;
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
