package dev.dealcoach.service.people;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who leads whom. */
public final class Superiors {
  private Superiors() {}

  /**
   * Who was somebody's direct manager at a time: those who led the own teams or, where nobody else
   * did, the nearest above; empty if nobody did.
   */
  public static List<UUID> direct(TeamStore teams, UUID account, Instant at) {
    return levels(teams, account, at).stream().findFirst().orElse(List.of());
  }

  /**
   * Who led somebody's teams at a time, from the direct managers up the tree, without the person;
   * empty if nobody did. Who leads the own team is led by those above it.
   */
  public static List<UUID> of(TeamStore teams, UUID account, Instant at) {
    return levels(teams, account, at).stream().flatMap(List::stream).distinct().toList();
  }

  /** Leaders by how far above they are; levels without any are left out. */
  private static List<List<UUID>> levels(TeamStore teams, UUID account, Instant at) {
    Map<UUID, Team> tree = teams.all().stream().collect(Collectors.toMap(Team::id, team -> team));
    List<UUID> level =
        teams.of(account).stream().filter(each -> each.at(at)).map(Membership::team).toList();
    List<List<UUID>> levels = new ArrayList<>();
    Set<UUID> looked = new LinkedHashSet<>();
    while (!level.isEmpty()) {
      Set<UUID> found = new LinkedHashSet<>();
      List<UUID> above = new ArrayList<>();
      for (UUID each : level) {
        if (looked.add(each)) {
          teams.in(each).stream()
              .filter(member -> member.leads() && member.at(at))
              .map(Membership::account)
              .filter(leader -> !leader.equals(account))
              .forEach(found::add);
          @Nullable Team team = tree.get(each);
          if (team != null && team.parent() != null) {
            above.add(team.parent());
          }
        }
      }
      if (!found.isEmpty()) {
        levels.add(List.copyOf(found));
      }
      level = above;
    }
    return levels;
  }
}
