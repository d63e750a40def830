package dev.dealcoach.service.people;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Teams in the order in which a tree is read: each followed by those below it. Immutable.
 *
 * @param branches every team once
 */
public record TeamTree(List<Branch> branches) {
  public TeamTree {
    branches = List.copyOf(branches);
  }

  /**
   * A team at its place.
   *
   * @param depth 0 at the top
   */
  public record Branch(Team team, int depth) {}

  /** The tree of these teams, in their order; one whose parent is not among them is at the top. */
  public static TeamTree of(List<Team> teams) {
    Set<UUID> there = teams.stream().map(Team::id).collect(Collectors.toSet());
    List<Branch> branches = new ArrayList<>();
    Set<UUID> placed = new HashSet<>();
    for (Team team : teams) {
      if (team.parent() == null || !there.contains(team.parent())) {
        place(team, 0, teams, branches, placed);
      }
    }
    // teams that stand below themselves must not vanish from the page that could mend it
    for (Team team : teams) {
      place(team, 0, teams, branches, placed);
    }
    return new TeamTree(branches);
  }

  private static void place(
      Team team, int depth, List<Team> teams, List<Branch> branches, Set<UUID> placed) {
    if (!placed.add(team.id())) {
      return;
    }
    branches.add(new Branch(team, depth));
    for (Team each : teams) {
      if (Objects.equals(each.parent(), team.id())) {
        place(each, depth + 1, teams, branches, placed);
      }
    }
  }

  /** Whether a team is another one or stands below it. */
  public boolean within(UUID team, @Nullable UUID above) {
    UUID each = team;
    Set<UUID> seen = new HashSet<>();
    while (each != null && seen.add(each)) {
      if (each.equals(above)) {
        return true;
      }
      each = parent(each);
    }
    return false;
  }

  private @Nullable UUID parent(UUID id) {
    for (Branch branch : branches) {
      if (branch.team().id().equals(id)) {
        return branch.team().parent();
      }
    }
    return null;
  }
}
