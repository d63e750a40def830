package dev.dealcoach.service.figure;

import java.util.Map;

/**
 * Sums of what was done, so that days, people and teams can be added up. Immutable.
 *
 * @param contacts how many contacts were held
 * @param scores how many of those that count have a discovery score, by score as it stands after
 *     corrections, 0 to 100; scores that none has are left out
 * @param missing in how many of those that count an item is missing, by item
 * @param partial the same of items that are partial
 * @param actions how many contacts agreed a key action
 * @param confirmed how many of these the customer confirmed
 * @param proposals how many proposals were reviewed
 * @param goldSum sum of their points as they stand after corrections, each 0 to 3
 * @param quoted how many deals had their first quote
 * @param warmUpDays sum of the days from their first contact to it
 * @param findings how often a rule is in what is to be mended of the proposals, by rule
 */
public record Sums(
    int contacts,
    Map<Integer, Integer> scores,
    Map<String, Integer> missing,
    Map<String, Integer> partial,
    int actions,
    int confirmed,
    int proposals,
    int goldSum,
    int quoted,
    int warmUpDays,
    Map<String, Integer> findings) {
  /** Nothing was done. */
  public static final Sums NONE =
      new Sums(0, Map.of(), Map.of(), Map.of(), 0, 0, 0, 0, 0, 0, Map.of());

  public Sums {
    scores = Map.copyOf(scores);
    missing = Map.copyOf(missing);
    partial = Map.copyOf(partial);
    findings = Map.copyOf(findings);
  }

  /** How many contacts count: with a summary that is no filler and no copy. */
  public int scored() {
    return scores.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Sum of their discovery scores. */
  public int scoreSum() {
    return scores.entrySet().stream().mapToInt(each -> each.getKey() * each.getValue()).sum();
  }
}
