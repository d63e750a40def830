package dev.dealcoach.service.figure;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Adds up sums. Not thread-safe. */
public final class Tally {
  private int contacts;
  private final Means means = new Means();
  private final Map<Integer, Integer> scores = new HashMap<>();
  private final Map<String, Integer> missing = new HashMap<>();
  private final Map<String, Integer> partial = new HashMap<>();
  private final Map<String, Integer> findings = new HashMap<>();

  /** Adds what was done. */
  public Tally add(Sums sums) {
    contacts += sums.contacts();
    means.add(sums);
    merge(scores, sums.scores());
    merge(missing, sums.missing());
    merge(partial, sums.partial());
    merge(findings, sums.findings());
    return this;
  }

  /** Adds what was added to another. */
  public Tally add(Tally other) {
    contacts += other.contacts;
    means.add(other.means);
    merge(scores, other.scores);
    merge(missing, other.missing);
    merge(partial, other.partial);
    merge(findings, other.findings);
    return this;
  }

  private static <T> void merge(Map<T, Integer> all, Map<T, Integer> more) {
    more.forEach((each, count) -> all.merge(each, count, Integer::sum));
  }

  /** The means of what was added; they go on with it. */
  public Means means() {
    return means;
  }

  /** What was added. */
  public Sums sums() {
    return new Sums(
        contacts,
        scores,
        missing,
        partial,
        means.actions(),
        means.confirmed(),
        means.proposals(),
        means.goldSum(),
        means.quoted(),
        means.warmUpDays(),
        findings);
  }

  /** The figures of what was added. */
  public RepFigures figures(UUID account) {
    return new RepFigures(
        account,
        contacts,
        means.scored(),
        means.discovery(),
        missing,
        partial,
        means.actions(),
        means.confirmed(),
        means.effectiveActionRate(),
        means.proposals(),
        means.gold(),
        means.quoted(),
        means.warmUp());
  }
}
