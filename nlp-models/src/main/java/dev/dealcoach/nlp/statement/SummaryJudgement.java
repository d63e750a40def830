package dev.dealcoach.nlp.statement;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What a judge makes of a summary. Immutable.
 *
 * @param clauses one judgement for every clause and item, clauses in order, the items of a clause
 *     in the order of {@link DiscoveryItem}; empty when there are no clauses
 * @param whole one judgement an item for the whole text, in the order of the items; their clause
 *     index is 0
 * @param filler the probability, 0–1 and rounded to 1e-3, that the summary says nothing checkable
 */
public record SummaryJudgement(
    List<ItemJudgement> clauses, List<ItemJudgement> whole, double filler) {
  /** Copies the lists. */
  public SummaryJudgement {
    clauses = List.copyOf(clauses);
    whole = List.copyOf(whole);
    filler = Math.round(filler * 1000) / 1000.0;
  }

  /** What every clause is to an item, in order. */
  public List<ItemJudgement> clauses(DiscoveryItem item) {
    return clauses.stream().filter(judgement -> judgement.item() == item).toList();
  }

  /** What the whole text is to an item. */
  public ItemJudgement whole(DiscoveryItem item) {
    return whole.stream().filter(judgement -> judgement.item() == item).findFirst().orElseThrow();
  }

  /**
   * The weighted mean of this and another judgement of the same summary.
   *
   * @param share of the other for the clauses and filler, 0 to 1
   * @param wholeShare of the other for the whole text, 0 to 1
   */
  SummaryJudgement mean(SummaryJudgement other, double share, double wholeShare) {
    return new SummaryJudgement(
        mean(clauses, other.clauses, share),
        mean(whole, other.whole, wholeShare),
        (1 - share) * filler + share * other.filler);
  }

  private static List<ItemJudgement> mean(
      List<ItemJudgement> these, List<ItemJudgement> others, double share) {
    if (these.size() != others.size()) {
      throw new IllegalArgumentException("judgements of different summaries");
    }
    List<ItemJudgement> means = new ArrayList<>();
    for (int i = 0; i < these.size(); i++) {
      means.add(these.get(i).mean(others.get(i), share));
    }
    return Collections.unmodifiableList(means);
  }
}
