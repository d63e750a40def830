package dev.dealcoach.scan.detect.objection;

import dev.dealcoach.nlp.maxent.FeatureModel;
import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.nlp.text.Span;
import dev.dealcoach.nlp.worry.Paragraph;
import dev.dealcoach.nlp.worry.WorryJudge;
import dev.dealcoach.nlp.worry.WorryJudge.Judgement;
import dev.dealcoach.scan.segment.ReadBlock;
import dev.dealcoach.scan.segment.SegmentedDocument;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a document's units are before their neighbours are asked: by their own words, and where the
 * encoder has judged them by its judgement as well. The arrays are not changed.
 */
final class UnitReadings {
  /** Odds beyond these count as these. */
  private static final double SUREST = 0.995;

  private final double[] worry;
  private final double[] answered;

  private UnitReadings(double[] worry, double[] answered) {
    this.worry = worry;
    this.answered = answered;
  }

  /** For each unit how much it raises a worry, 0 to 1. */
  double[] worry() {
    return worry;
  }

  /** How much a worry there is answered, 0 to 1; 0.5 where the encoder has not judged. */
  double answered(int unit) {
    return answered[unit];
  }

  static UnitReadings of(
      SegmentedDocument document, List<Unit> units, FeatureModel words, WorryJudge judge) {
    Language language = document.document().language();
    double[] worry = new double[units.size()];
    for (int i = 0; i < worry.length; i++) {
      worry[i] = words.probability(UnitFeatures.words(units.get(i), language));
    }
    double[] answered = new double[worry.length];
    Arrays.fill(answered, 0.5);
    Map<Integer, Judgement> judged =
        judge.judge(paragraphs(document, units), language, worry.clone());
    judged.forEach(
        (unit, judgement) -> {
          worry[unit] = between(worry[unit], judgement.worry(), 0.5);
          answered[unit] = judgement.answered();
        });
    return new UnitReadings(worry, answered);
  }

  /** The document as the encoder reads it. */
  static List<Paragraph> paragraphs(SegmentedDocument document, List<Unit> units) {
    Map<Integer, List<Unit>> ofBlock = new TreeMap<>();
    units.forEach(
        unit -> ofBlock.computeIfAbsent(unit.block().index(), _ -> new ArrayList<>()).add(unit));
    List<Paragraph> paragraphs = new ArrayList<>();
    for (ReadBlock block : document.blocks()) {
      List<Unit> own = ofBlock.getOrDefault(block.index(), List.of());
      List<Span> spans = own.stream().map(Unit::span).toList();
      paragraphs.add(new Paragraph(block.text(), form(own), spans));
    }
    return paragraphs;
  }

  private static Paragraph.Form form(List<Unit> units) {
    if (units.isEmpty()) {
      return Paragraph.Form.TEXT;
    }
    return switch (units.getFirst().kind()) {
      case HEADING -> Paragraph.Form.HEADING;
      case CELL -> Paragraph.Form.CELL;
      default -> Paragraph.Form.TEXT;
    };
  }

  /**
   * The weighed mean of the odds of two probabilities, as a probability rounded to a thousandth.
   *
   * @param weight of the second, 0 to 1
   */
  static double between(double one, double other, double weight) {
    double sum = (1 - weight) * odds(one) + weight * odds(other);
    return Math.round(1000 / (1 + Math.exp(-sum))) / 1000.0;
  }

  private static double odds(double p) {
    double q = Math.clamp(p, 1 - SUREST, SUREST);
    return Math.log(q / (1 - q));
  }
}
