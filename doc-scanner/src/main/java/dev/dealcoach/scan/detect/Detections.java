package dev.dealcoach.scan.detect;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that was found in a proposal, each list in reading order. Immutable.
 *
 * @param painQuotes quotes of the customer's words, paraphrases included
 * @param evidence places where a capability is backed
 * @param objections worries with their answers, unanswered ones included
 * @param sections one entry for each of the ten sections
 * @param clauses one entry for each of the eight risk clauses
 * @param rivalPoints points about rivals
 * @param customerLanguage null if there are no statements of the customer's
 * @param weaknesses places that look like a strength and are none
 */
public record Detections(
    List<PainQuote> painQuotes,
    List<Evidence> evidence,
    List<Objection> objections,
    List<SectionPresence> sections,
    List<ClausePresence> clauses,
    List<RivalPoint> rivalPoints,
    @Nullable CustomerLanguage customerLanguage,
    List<Weakness> weaknesses) {
  public Detections {
    painQuotes = List.copyOf(painQuotes);
    evidence = List.copyOf(evidence);
    objections = List.copyOf(objections);
    sections = List.copyOf(sections);
    clauses = List.copyOf(clauses);
    rivalPoints = List.copyOf(rivalPoints);
    weaknesses = List.copyOf(weaknesses);
  }
}
