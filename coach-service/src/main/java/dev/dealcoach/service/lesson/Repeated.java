package dev.dealcoach.service.lesson;

import dev.dealcoach.service.figure.Improvement.Kind;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/** Finds what somebody repeats. Stateless. */
public final class Repeated {
  /** So often running is a habit (SPEC §6). */
  public static final int RUNNING = 5;

  /** With fewer people who handed in the like, everybody could tell who is meant. */
  public static final int FEWEST_PEOPLE = 3;

  private Repeated() {}

  /**
   * The flaws that somebody had in {@value #RUNNING} submissions of one kind running, the last of
   * them in a time; nothing says in whose, nor in how many people's. Of a kind of which fewer than
   * {@value #FEWEST_PEOPLE} people handed something in in that time nothing is told.
   *
   * @param all what was handed in until the end of the time, and some time before it
   * @param from inclusive
   * @param until exclusive
   */
  public static Set<Flaw> of(List<Submission> all, Instant from, Instant until) {
    Map<Kind, Set<UUID>> people = new HashMap<>();
    Map<Kind, Set<Flaw>> found = new HashMap<>();
    Map<UUID, Map<Flaw, Integer>> runs = new HashMap<>();
    for (Submission each : all.stream().sorted(Comparator.comparing(Submission::at)).toList()) {
      boolean within = !each.at().isBefore(from) && each.at().isBefore(until);
      if (within) {
        people.computeIfAbsent(each.kind(), _ -> new HashSet<>()).add(each.account());
      }
      Map<Flaw, Integer> running = runs.computeIfAbsent(each.account(), _ -> new TreeMap<>());
      running
          .keySet()
          .removeIf(flaw -> flaw.kind() == each.kind() && !each.flaws().contains(flaw.id()));
      for (String id : each.flaws()) {
        Flaw flaw = new Flaw(each.kind(), id);
        if (running.merge(flaw, 1, Integer::sum) >= RUNNING && within) {
          found.computeIfAbsent(each.kind(), _ -> new HashSet<>()).add(flaw);
        }
      }
    }
    Set<Flaw> told = new TreeSet<>();
    found.forEach(
        (kind, flaws) -> {
          if (people.getOrDefault(kind, Set.of()).size() >= FEWEST_PEOPLE) {
            told.addAll(flaws);
          }
        });
    return told;
  }
}
