package dev.dealcoach.service.brief;

import dev.dealcoach.service.figure.Light;
import dev.dealcoach.service.figure.RepFigures;
import dev.dealcoach.service.lesson.Gap;
import dev.dealcoach.service.people.Team;
import dev.dealcoach.service.task.Task;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What a team looks at in its weekly meeting. Immutable.
 *
 * @param monday the week's first day
 * @param last the last day that is in it: of a week that is not over, today
 * @param reps everybody who was in the team or below it in the week and did not lead, by name
 * @param gaps what was lacking most often, the most frequent first
 * @param tasks those left from before and those of the week, as they stood at the end of {@code
 *     last}
 * @param points what to talk about
 */
public record Brief(
    Team team,
    LocalDate monday,
    LocalDate last,
    List<Rep> reps,
    List<Gap> gaps,
    List<Task> tasks,
    List<Point> points) {
  /** A mean of fewer says so. */
  public static final int FEW = 3;

  public Brief {
    reps = List.copyOf(reps);
    gaps = List.copyOf(gaps);
    tasks = List.copyOf(tasks);
    points = List.copyOf(points);
  }

  /**
   * How somebody stood.
   *
   * @param discovery light of the mean discovery score
   * @param rate light of the effective-action rate
   */
  public record Rep(UUID id, String name, RepFigures figures, Light discovery, Light rate) {
    /** Whether one of the lights is red. */
    public boolean red() {
      return discovery == Light.RED || rate == Light.RED;
    }
  }

  /** Something to talk about. */
  public sealed interface Point {
    /**
     * Somebody asks too little.
     *
     * @param score mean, 0 to 100
     * @param item that was missing most often; empty if none
     */
    record Discovery(String name, double score, String item) implements Point {}

    /**
     * What somebody agreed was seldom confirmed.
     *
     * @param confirmed how many
     * @param actions of how many
     */
    record Actions(String name, int confirmed, int actions) implements Point {}

    /** Nobody knows what somebody did. */
    record Silent(String name) implements Point {}

    /** A task is late. */
    record Late(String owner, String title) implements Point {}
  }
}
