package dev.dealcoach.nlp.worry;

import dev.dealcoach.nlp.text.Language;
import java.util.List;
import java.util.SortedMap;

/**
 * Judges units of a proposal in their surroundings. Implementations are immutable or synchronised
 * (many threads may call) and deterministic.
 */
public interface WorryJudge {
  /**
   * Judges the units that are worth it.
   *
   * @param document all paragraphs in reading order
   * @param language what it is written in
   * @param likely for each unit, numbered through the document from 0, how likely it is thought to
   *     raise a worry, 0 to 1; where that is little all around nothing need be judged
   * @return the judgements by unit; units without letters and those not worth it lack one
   */
  SortedMap<Integer, Judgement> judge(List<Paragraph> document, Language language, double[] likely);

  /**
   * What a unit is.
   *
   * @param worry probability that it raises a worry
   * @param answered probability that the worry, if it is one, is answered
   */
  record Judgement(double worry, double answered) {}
}
