package dev.dealcoach.service.correction;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How well machine and people agree on an item. Immutable, pure.
 *
 * <p>With q categories, p<sub>o</sub> the share of pairs in which both say the same, and
 * m<sub>k</sub> and h<sub>k</sub> the shares in which machine and person say category k:
 *
 * <ul>
 *   <li>Cohen's kappa = (p<sub>o</sub> − p<sub>e</sub>) / (1 − p<sub>e</sub>) with p<sub>e</sub> =
 *       Σ m<sub>k</sub> h<sub>k</sub>. J. Cohen, A coefficient of agreement for nominal scales,
 *       Educational and Psychological Measurement 20 (1960), 37–46.
 *   <li>Gwet's AC1 = (p<sub>o</sub> − p<sub>e</sub>) / (1 − p<sub>e</sub>) with p<sub>e</sub> =
 *       1/(q − 1) Σ π<sub>k</sub> (1 − π<sub>k</sub>) and π<sub>k</sub> = (m<sub>k</sub> +
 *       h<sub>k</sub>) / 2. K. L. Gwet, Computing inter-rater reliability and its variance in the
 *       presence of high agreement, British Journal of Mathematical and Statistical Psychology 61
 *       (2008), 29–48.
 * </ul>
 *
 * <p>Kappa falls towards zero where nearly everything is of one category, however rarely the two
 * differ; AC1 does not. Both are at most 1.
 *
 * @param count pairs
 * @param raw share of pairs in which both say the same, 0 to 1; null without pairs
 * @param kappa null without pairs, or where both always say one and the same category
 * @param ac1 null without pairs
 */
public record Agreement(
    int count, @Nullable Double raw, @Nullable Double kappa, @Nullable Double ac1) {
  /**
   * Under this many pairs a figure says little: with 30 pairs and a kappa of 0.7 the 95 % interval
   * is about 0.25 to either side.
   */
  public static final int ENOUGH = 30;

  /** What both said of one thing. */
  public record Pair(String machine, String person) {}

  /** Whether there are too few pairs to rely on. */
  public boolean few() {
    return count < ENOUGH;
  }

  /** Whether both said one and the same category all the time; kappa cannot be stated then. */
  public boolean single() {
    return count > 0 && kappa == null;
  }

  /**
   * The agreement of these pairs.
   *
   * @param categories all that can be said, at least two
   * @throws IllegalArgumentException if something else was said
   */
  public static Agreement of(List<Pair> pairs, List<String> categories) {
    if (categories.size() < 2) {
      throw new IllegalArgumentException("at least two categories");
    }
    Set<String> said =
        pairs.stream()
            .flatMap(pair -> java.util.stream.Stream.of(pair.machine(), pair.person()))
            .collect(Collectors.toSet());
    if (!categories.containsAll(said)) {
      throw new IllegalArgumentException("not among the categories");
    }
    int count = pairs.size();
    if (count == 0) {
      return new Agreement(0, null, null, null);
    }
    double raw = share(pairs.stream().filter(each -> each.machine().equals(each.person())), count);
    double byMargins = 0;
    double byMeans = 0;
    for (String category : categories) {
      double machine = share(pairs.stream().filter(p -> p.machine().equals(category)), count);
      double person = share(pairs.stream().filter(p -> p.person().equals(category)), count);
      double mean = (machine + person) / 2;
      byMargins += machine * person;
      byMeans += mean * (1 - mean);
    }
    byMeans /= categories.size() - 1;
    return new Agreement(
        count, raw, said.size() == 1 ? null : beyond(raw, byMargins), beyond(raw, byMeans));
  }

  private static double share(java.util.stream.Stream<Pair> some, int of) {
    return (double) some.count() / of;
  }

  private static Double beyond(double raw, double chance) {
    return (raw - chance) / (1 - chance);
  }
}
