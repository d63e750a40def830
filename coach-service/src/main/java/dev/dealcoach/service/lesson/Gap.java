package dev.dealcoach.service.lesson;

import dev.dealcoach.service.figure.Improvement.Kind;
import dev.dealcoach.service.figure.RepFigures;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a team lacks. Immutable.
 *
 * @param times in how many of them it is lacking
 * @param of how many contacts that count, or proposals, there were
 */
public record Gap(Flaw flaw, int times, int of) {
  /** How many are looked at in one meeting. */
  public static final int MOST = 3;

  /**
   * What is lacking most often, at most {@value #MOST}: items that were not asked for at all, and
   * what findings of proposals ask for. Among those as frequent, the one that is lacking in the
   * greater share comes first.
   *
   * @param figures of the team's reps
   * @param handedIn what the same reps handed in in the same time; of it, the proposals
   */
  public static List<Gap> top(Collection<RepFigures> figures, List<Submission> handedIn) {
    Map<Flaw, Integer> times = new TreeMap<>();
    int contacts = 0;
    for (RepFigures each : figures) {
      contacts += each.scored();
      each.missing()
          .forEach((item, count) -> times.merge(new Flaw(Kind.CONTACT, item), count, Integer::sum));
    }
    int proposals = 0;
    for (Submission each : handedIn) {
      if (each.kind() == Kind.PROPOSAL) {
        proposals++;
        each.flaws().forEach(rule -> times.merge(new Flaw(Kind.PROPOSAL, rule), 1, Integer::sum));
      }
    }
    List<Gap> gaps = new ArrayList<>();
    for (Map.Entry<Flaw, Integer> each : times.entrySet()) {
      int of = each.getKey().kind() == Kind.CONTACT ? contacts : proposals;
      gaps.add(new Gap(each.getKey(), each.getValue(), of));
    }
    gaps.sort(
        Comparator.comparingInt(Gap::times)
            .reversed()
            .thenComparingInt(Gap::of)
            .thenComparing(Gap::flaw));
    return List.copyOf(gaps.subList(0, Math.min(MOST, gaps.size())));
  }
}
