package dev.dealcoach.service.pack;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What another pack would make of a proposal or summary. Holds no names of people or customers: its
 * passages are masked. Immutable.
 *
 * @param scores all of them, whether they differ or not
 * @param added what would be found that is not found now
 * @param removed what would not be found any more
 */
public record Difference(List<Score> scores, List<Passage> added, List<Passage> removed) {
  public Difference {
    scores = List.copyOf(scores);
    added = List.copyOf(added);
    removed = List.copyOf(removed);
  }

  /**
   * A score, or the status of an item.
   *
   * @param id such as {@code gold} or {@code pain}
   * @param before with the pack in force; null if there is none, as for {@code after}
   * @param after with the other pack
   */
  public record Score(String id, @Nullable String before, @Nullable String after) {
    /** Whether it would be another. */
    public boolean changes() {
      return before == null ? after != null : !before.equals(after);
    }
  }

  /**
   * Something found.
   *
   * @param rule id of the finding's rule, or of the checklist's item
   * @param severity of the finding; empty for an item
   * @param text masked; empty for something that is missing
   */
  public record Passage(String rule, String severity, String text) {}

  /** Whether anything would be different. */
  public boolean any() {
    return !added.isEmpty() || !removed.isEmpty() || scores.stream().anyMatch(Score::changes);
  }
}
