package dev.dealcoach.service.figure;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Adds up sums. Not thread-safe. */
public final class Tally {
  private int contacts;
  private int scored;
  private int scoreSum;
  private int actions;
  private int confirmed;
  private int proposals;
  private int goldSum;
  private int quoted;
  private int warmUpDays;
  private final Map<Integer, Integer> scores = new TreeMap<>();
  private final Map<String, Integer> missing = new TreeMap<>();
  private final Map<String, Integer> partial = new TreeMap<>();
  private final Map<String, Integer> findings = new TreeMap<>();

  /** Adds what was done. */
  public Tally add(Sums sums) {
    contacts += sums.contacts();
    actions += sums.actions();
    confirmed += sums.confirmed();
    proposals += sums.proposals();
    goldSum += sums.goldSum();
    quoted += sums.quoted();
    warmUpDays += sums.warmUpDays();
    sums.scores()
        .forEach(
            (score, count) -> {
              scored += count;
              scoreSum += score * count;
              scores.merge(score, count, Integer::sum);
            });
    sums.missing().forEach((item, count) -> missing.merge(item, count, Integer::sum));
    sums.partial().forEach((item, count) -> partial.merge(item, count, Integer::sum));
    sums.findings().forEach((rule, count) -> findings.merge(rule, count, Integer::sum));
    return this;
  }

  /** What was added. */
  public Sums sums() {
    return new Sums(
        contacts,
        scores,
        missing,
        partial,
        actions,
        confirmed,
        proposals,
        goldSum,
        quoted,
        warmUpDays,
        findings);
  }

  /** The figures of what was added. */
  public RepFigures figures(UUID account) {
    return new RepFigures(
        account,
        contacts,
        scored,
        mean(scoreSum, scored),
        missing,
        partial,
        actions,
        confirmed,
        mean(confirmed, actions),
        proposals,
        mean(goldSum, proposals),
        quoted,
        mean(warmUpDays, quoted));
  }

  private static @Nullable Double mean(int sum, int count) {
    return count == 0 ? null : (double) sum / count;
  }
}
