package dev.dealcoach.service.figure;

import java.time.YearMonth;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far a rep got rid, in a month, of what was flagged in the month before (SPEC §6). Immutable.
 *
 * @param account the rep
 * @param month the later of the two months
 * @param kind what is compared; never one with the other
 * @param rate 1 − (occurrences per submission in the month of what was flagged in the month before)
 *     / (the same in the month before), at most 1, below 0 if it got worse; null under {@value
 *     #FEWEST} submissions in either month, and if nothing was flagged
 * @param flagged what was flagged in the month before
 * @param submissionsBefore how many contacts that count, or proposals, in the month before
 * @param occurrencesBefore how often something was flagged in them
 * @param submissions how many in the month
 * @param occurrences how often the same was flagged in them
 */
public record Improvement(
    UUID account,
    YearMonth month,
    Kind kind,
    @Nullable Double rate,
    Set<String> flagged,
    int submissionsBefore,
    int occurrencesBefore,
    int submissions,
    int occurrences) {
  /** Under so many submissions in either month no rate is stated. */
  public static final int FEWEST = 3;

  /** Two months running below this call for 1:1 coaching. */
  public static final double COACHING = 0.6;

  public Improvement {
    flagged = Set.copyOf(flagged);
  }

  /** What is compared. */
  public enum Kind {
    /** Contacts that count; flagged are items of the checklist that are not covered. */
    CONTACT,
    /** Proposals that were reviewed; flagged are rules whose findings ask for something. */
    PROPOSAL;

    /** The name in JSON. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Compares two months that follow each other. */
  public static Improvement of(UUID account, YearMonth month, Kind kind, Sums before, Sums after) {
    Map<String, Integer> then = flagged(kind, before);
    Map<String, Integer> now = flagged(kind, after);
    int occurrencesBefore = then.values().stream().mapToInt(Integer::intValue).sum();
    int occurrences = then.keySet().stream().mapToInt(rule -> now.getOrDefault(rule, 0)).sum();
    int submissionsBefore = submissions(kind, before);
    int submissions = submissions(kind, after);
    boolean stated = submissionsBefore >= FEWEST && submissions >= FEWEST && occurrencesBefore > 0;
    Double rate =
        stated
            ? 1
                - ((double) occurrences * submissionsBefore)
                    / ((double) submissions * occurrencesBefore)
            : null;
    return new Improvement(
        account,
        month,
        kind,
        rate,
        then.keySet(),
        submissionsBefore,
        occurrencesBefore,
        submissions,
        occurrences);
  }

  /**
   * Whether two months running call for 1:1 coaching.
   *
   * @param before the same of the month before
   */
  public static boolean coaching(Improvement before, Improvement after) {
    if (before.kind != after.kind || !before.month.plusMonths(1).equals(after.month)) {
      throw new IllegalArgumentException("two months running, of the same kind");
    }
    return before.low() && after.low();
  }

  /** Whether it is stated and below {@value #COACHING}. */
  public boolean low() {
    return rate != null && rate < COACHING;
  }

  private static int submissions(Kind kind, Sums sums) {
    return kind == Kind.CONTACT ? sums.scored() : sums.proposals();
  }

  private static Map<String, Integer> flagged(Kind kind, Sums sums) {
    if (kind == Kind.PROPOSAL) {
      return sums.findings();
    }
    Map<String, Integer> all = new TreeMap<>(sums.missing());
    sums.partial().forEach((item, count) -> all.merge(item, count, Integer::sum));
    return all;
  }
}
