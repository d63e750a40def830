package dev.dealcoach.service.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TeamTreeTest {
  private static final UUID SALES = UUID.randomUUID();
  private static final UUID EAST = UUID.randomUUID();
  private static final UUID SHORE = UUID.randomUUID();
  private static final UUID WEST = UUID.randomUUID();

  private static Team team(UUID id, String name, @Nullable UUID parent) {
    return new Team(id, name, parent);
  }

  @Test
  void everyTeamIsFollowedByThoseBelowIt() {
    TeamTree tree =
        TeamTree.of(
            List.of(
                team(EAST, "East", SALES),
                team(SALES, "Sales", null),
                team(SHORE, "Shore", EAST),
                team(WEST, "West", SALES)));
    assertThat(tree.branches())
        .extracting(branch -> branch.team().name(), TeamTree.Branch::depth)
        .containsExactly(tuple("Sales", 0), tuple("East", 1), tuple("Shore", 2), tuple("West", 1));
    assertThat(tree.within(SHORE, SALES)).isTrue();
    assertThat(tree.within(SHORE, SHORE)).isTrue();
    assertThat(tree.within(SALES, SHORE)).isFalse();
    assertThat(tree.within(SHORE, WEST)).isFalse();
  }

  @Test
  void aTeamWhoseParentIsNotSeenIsAtTheTop() {
    TeamTree tree = TeamTree.of(List.of(team(EAST, "East", SALES), team(SHORE, "Shore", EAST)));
    assertThat(tree.branches())
        .extracting(branch -> branch.team().name(), TeamTree.Branch::depth)
        .containsExactly(tuple("East", 0), tuple("Shore", 1));
  }

  @Test
  void teamsInACircleAreStillShownOnce() {
    TeamTree tree = TeamTree.of(List.of(team(EAST, "East", WEST), team(WEST, "West", EAST)));
    assertThat(tree.branches())
        .extracting(branch -> branch.team().name())
        .containsExactly("East", "West");
    assertThat(tree.within(EAST, SALES)).isFalse();
  }
}
