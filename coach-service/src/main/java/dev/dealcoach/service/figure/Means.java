package dev.dealcoach.service.figure;

import org.jspecify.annotations.Nullable;

/** The figures that are means, with what each rests on, of what was added up. Not thread-safe. */
public final class Means {
  private int scored;
  private int scoreSum;
  private int actions;
  private int confirmed;
  private int proposals;
  private int goldSum;
  private int quoted;
  private int warmUpDays;

  /** Adds what was done. */
  public void add(Sums sums) {
    sums.scores()
        .forEach(
            (score, count) -> {
              scored += count;
              scoreSum += score * count;
            });
    actions += sums.actions();
    confirmed += sums.confirmed();
    proposals += sums.proposals();
    goldSum += sums.goldSum();
    quoted += sums.quoted();
    warmUpDays += sums.warmUpDays();
  }

  /** Adds what was added to another. */
  public void add(Means other) {
    scored += other.scored;
    scoreSum += other.scoreSum;
    actions += other.actions;
    confirmed += other.confirmed;
    proposals += other.proposals;
    goldSum += other.goldSum;
    quoted += other.quoted;
    warmUpDays += other.warmUpDays;
  }

  /** How many contacts count. */
  public int scored() {
    return scored;
  }

  /** How many contacts agreed a key action. */
  public int actions() {
    return actions;
  }

  /** How many of these the customer confirmed. */
  int confirmed() {
    return confirmed;
  }

  /** How many proposals were reviewed. */
  public int proposals() {
    return proposals;
  }

  /** Sum of their points. */
  int goldSum() {
    return goldSum;
  }

  /** How many deals had their first quote. */
  public int quoted() {
    return quoted;
  }

  /** Sum of the days from their first contact to it. */
  int warmUpDays() {
    return warmUpDays;
  }

  /** Mean score of the contacts that count, 0 to 100; null without any. */
  public @Nullable Double discovery() {
    return mean(scoreSum, scored);
  }

  /** Confirmed of all actions, 0 to 1; null without any. */
  public @Nullable Double effectiveActionRate() {
    return mean(confirmed, actions);
  }

  /** Mean points of the proposals, 0 to 3; null without any. */
  public @Nullable Double gold() {
    return mean(goldSum, proposals);
  }

  /** Mean days from the first contact to the first quote; null without any. */
  public @Nullable Double warmUp() {
    return mean(warmUpDays, quoted);
  }

  private static @Nullable Double mean(int sum, int count) {
    return count == 0 ? null : (double) sum / count;
  }
}
