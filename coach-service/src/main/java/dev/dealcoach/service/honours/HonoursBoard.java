package dev.dealcoach.service.honours;

import dev.dealcoach.service.figure.Improvement;
import dev.dealcoach.service.lesson.Flaw;
import dev.dealcoach.service.lesson.Repeated;
import dev.dealcoach.service.lesson.Submission;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A month's board. Immutable.
 *
 * @param praised who improved most, the best first
 * @param repeated what somebody does again and again
 */
public record HonoursBoard(List<Praise> praised, List<Flaw> repeated) {
  /** So many are praised. */
  public static final int MOST = 3;

  /** So many of what is repeated are told: who is told everything mends nothing. */
  public static final int MOST_REPEATED = 6;

  /** So much of the path is shown. */
  private static final int STEPS = 3;

  public HonoursBoard {
    praised = List.copyOf(praised);
    repeated = List.copyOf(repeated);
  }

  /**
   * Somebody who improved.
   *
   * @param rate how far, above 0, at most 1
   * @param steps what became better most, the greatest step first
   */
  public record Praise(UUID account, Improvement improvement, double rate, List<Step> steps) {
    public Praise {
      steps = List.copyOf(steps);
    }
  }

  /**
   * What became better.
   *
   * @param before in how many submissions it was lacking in the month before
   * @param after in how many in the month
   * @param evidence the newest submission of the month in which it is not lacking
   */
  public record Step(Flaw flaw, int before, int after, Submission evidence) {}

  /**
   * The times that are compared; each ends where the next begins.
   *
   * @param before when the month before began
   * @param from when the month began
   * @param until when it ended
   */
  public record Times(Instant before, Instant from, Instant until) {}

  /**
   * The board of a month.
   *
   * @param improvements of the month
   * @param all what was handed in until the end of the month and some time before it
   */
  public static HonoursBoard of(
      Collection<Improvement> improvements, List<Submission> all, Times times) {
    List<Praise> praised = new ArrayList<>();
    for (Improvement each : improvements) {
      Double rate = each.rate();
      if (rate != null && rate > 0) {
        praised.add(new Praise(each.account(), each, rate, steps(each, all, times)));
      }
    }
    praised.sort(
        Comparator.comparingDouble(Praise::rate)
            .reversed()
            .thenComparing(each -> -each.improvement().submissions())
            .thenComparing(Praise::account));
    // whoever is best in both kinds is named once, with the better of them
    Set<UUID> named = new HashSet<>();
    praised.removeIf(each -> !named.add(each.account()));
    return new HonoursBoard(
        praised.subList(0, Math.min(MOST, praised.size())),
        Repeated.of(all, times.from(), times.until()).stream().limit(MOST_REPEATED).toList());
  }

  private static List<Step> steps(Improvement improvement, List<Submission> all, Times times) {
    List<Submission> own =
        all.stream()
            .filter(
                each ->
                    each.account().equals(improvement.account())
                        && each.kind() == improvement.kind())
            .toList();
    List<Submission> before = within(own, times.before(), times.from());
    List<Submission> after = within(own, times.from(), times.until());
    if (before.isEmpty() || after.isEmpty()) {
      return List.of();
    }
    return improvement.flagged().stream()
        .map(id -> step(new Flaw(improvement.kind(), id), before, after))
        .filter(Objects::nonNull)
        .filter(step -> gain(step, before, after) > 0)
        .sorted(
            Comparator.comparingDouble((Step step) -> gain(step, before, after))
                .reversed()
                .thenComparing(Step::flaw))
        .limit(STEPS)
        .toList();
  }

  private static List<Submission> within(List<Submission> own, Instant from, Instant until) {
    return own.stream()
        .filter(each -> !each.at().isBefore(from) && each.at().isBefore(until))
        .toList();
  }

  private static @Nullable Step step(Flaw flaw, List<Submission> before, List<Submission> after) {
    return after.stream()
        .filter(each -> !each.flaws().contains(flaw.id()))
        .max(Comparator.comparing(Submission::at).thenComparing(Submission::id))
        .map(evidence -> new Step(flaw, times(flaw, before), times(flaw, after), evidence))
        .orElse(null);
  }

  private static int times(Flaw flaw, List<Submission> of) {
    return (int) of.stream().filter(each -> each.flaws().contains(flaw.id())).count();
  }

  /** How much smaller the share became in which it is lacking. */
  private static double gain(Step step, List<Submission> before, List<Submission> after) {
    return (double) step.before() / before.size() - (double) step.after() / after.size();
  }
}
