package dev.dealcoach.kb.rank;

import dev.dealcoach.kb.BoostSettings;

/** What who sold and when adds to the log-odds of a passage. Stateless. */
public final class Boosts {
  /** Instead of a rank or an age that is not known. */
  public static final long UNKNOWN = -1;

  private Boosts() {}

  /**
   * The addition.
   *
   * @param rank the seller's, from 1, or {@link #UNKNOWN}
   * @param ageDays the example's, 0 or more, or {@link #UNKNOWN}
   */
  public static double of(BoostSettings settings, long rank, long ageDays) {
    double boost = isTop(settings, rank) ? settings.topSeller() : 0;
    if (ageDays != UNKNOWN) {
      boost += settings.recent() * Math.pow(0.5, ageDays / settings.halfLifeDays());
    }
    return boost;
  }

  /** Whether a seller of this rank is a top seller. */
  public static boolean isTop(BoostSettings settings, long rank) {
    return rank != UNKNOWN && rank <= settings.topRank();
  }

  /** Whether an example of this age is recent. */
  public static boolean isRecent(BoostSettings settings, long ageDays) {
    return ageDays != UNKNOWN && ageDays <= settings.recentDays();
  }
}
