package dev.dealcoach.service.correction;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What waits for a manager besides disputes, each piece of work once. Immutable, pure.
 *
 * @param red contacts whose score is below the threshold
 * @param flagged contacts that look as if somebody played with the score
 * @param sampled work that is looked at whatever its score, one in twenty
 */
public record Queue(List<Candidate> red, List<Candidate> flagged, List<Candidate> sampled) {
  public Queue {
    red = List.copyOf(red);
    flagged = List.copyOf(flagged);
    sampled = List.copyOf(sampled);
  }

  /**
   * Sorts out what waits; what a person has said something of does not wait any more.
   *
   * @param below a score under this is red
   */
  public static Queue of(List<Candidate> candidates, double below) {
    List<Candidate> red = new ArrayList<>();
    List<Candidate> flagged = new ArrayList<>();
    List<Candidate> sampled = new ArrayList<>();
    for (Candidate each : candidates) {
      if (each.judged()) {
        continue;
      }
      boolean scored = each.score() != null;
      if (scored && Sampling.of(each.id())) {
        // first: its score is not to be known before it was judged
        sampled.add(each);
      } else if (!each.flags().isEmpty()) {
        flagged.add(each);
      } else if (each.kind() == Subject.Kind.CONTACT
          && scored
          && each.counts()
          && each.score() < below) {
        red.add(each);
      }
    }
    return new Queue(red, flagged, sampled);
  }

  /** How many pieces of work wait. */
  public int size() {
    return red.size() + flagged.size() + sampled.size();
  }

  /** Flags in the order of their ids, for the pages. */
  public static List<String> flags(Set<String> flags) {
    return flags.stream().sorted().toList();
  }
}
