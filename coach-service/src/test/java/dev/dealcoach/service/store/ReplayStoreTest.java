package dev.dealcoach.service.store;

import static dev.dealcoach.service.store.People.APRIL;
import static dev.dealcoach.service.store.People.JUNE;
import static dev.dealcoach.service.store.People.MARCH;
import static dev.dealcoach.service.store.People.MAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dealcoach.service.deal.Deal;
import dev.dealcoach.service.deal.DealEdit;
import dev.dealcoach.service.deal.NewDeal;
import dev.dealcoach.service.library.Curation;
import dev.dealcoach.service.people.Account;
import dev.dealcoach.service.people.Role;
import dev.dealcoach.service.people.Sight;
import dev.dealcoach.service.people.Team;
import dev.dealcoach.service.replay.Draw;
import dev.dealcoach.service.replay.Replay;
import dev.dealcoach.service.replay.ReplayStore;
import dev.dealcoach.service.request.Creation;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Only what was won in the team is drawn, once a month; marks and actions are kept with it. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class ReplayStoreTest {
  private static final YearMonth MONTH = YearMonth.of(2026, 4);

  @Parameter TestDatabase database;

  private Jdbi jdbi;
  private JdbiDeals deals;
  private JdbiReplays replays;
  private People people;
  private Team east;
  private Account rep;
  private Account boss;

  @BeforeEach
  void open() {
    jdbi = database.shared();
    deals = new JdbiDeals(jdbi);
    replays = new JdbiReplays(jdbi);
    people = new People(jdbi);
    east = people.team(null);
    rep = people.account(Role.REP);
    boss = people.account(Role.MANAGER);
    people.member(rep, east, false, MARCH, MAY);
  }

  private UUID deal(Account owner) {
    NewDeal deal = new NewDeal("C", "", owner.id(), "D", "", Deal.Stage.LEAD, null, MARCH);
    return ((Creation.New) deals.add(deal, null)).id();
  }

  private UUID ended(Account owner, Deal.Outcome outcome, Instant at) {
    UUID id = deal(owner);
    deals.change(id, new DealEdit("C", "", "D", "", Deal.Stage.CLOSED, outcome, null, null, at));
    return id;
  }

  private Sight sight() {
    return new Sight(new UUID(0, 0), Set.of(east.id()));
  }

  @Test
  void onlyWhatWasWonInTheTeamAndTheTimeIsThere() {
    UUID won = ended(rep, Deal.Outcome.WON, APRIL);
    ended(rep, Deal.Outcome.LOST, APRIL);
    deal(rep);
    ended(people.account(Role.REP), Deal.Outcome.WON, APRIL);
    // won after the rep had left the team
    ended(rep, Deal.Outcome.WON, MAY.plusSeconds(1));
    assertThat(replays.won(sight(), MARCH, JUNE)).containsExactly(won);
    assertThat(replays.won(sight(), MARCH, APRIL)).isEmpty();
  }

  @Test
  void aMonthIsDrawnOnce() {
    List<UUID> pool = List.of(ended(rep, Deal.Outcome.WON, APRIL), deal(rep), deal(rep));
    List<UUID> drawn = Draw.of(pool, 77);
    UUID id = replays.keep(east.id(), MONTH, 77, 3, drawn, boss.id(), MAY);
    assertThat(replays.keep(east.id(), MONTH, 99, 3, List.of(), boss.id(), JUNE)).isEqualTo(id);
    Replay replay = replays.find(id).orElseThrow();
    assertThat(replay.seed()).isEqualTo(77);
    assertThat(replay.pool()).isEqualTo(3);
    assertThat(replay.month()).isEqualTo("2026-04");
    assertThat(replay.deals()).isEqualTo(drawn);
    assertThat(replay.at()).isEqualTo(MAY);
    assertThat(replays.of(Set.of(east.id()))).containsExactly(replay);
    assertThat(replays.of(Set.of())).isEmpty();
    assertThat(replays.keep(east.id(), MONTH.plusMonths(1), 5, 0, List.of(), boss.id(), JUNE))
        .isNotEqualTo(id);
  }

  @Test
  void marksAndActionsAreKept() {
    UUID deal = deal(rep);
    UUID id = replays.keep(east.id(), MONTH, 1, 1, List.of(deal), boss.id(), MAY);
    replays.mark(id, deal, boss.id(), "contact:1", "the owner came", MAY);
    ReplayStore.Mark mark = replays.marks(id).getFirst();
    assertThat(mark.note()).isEqualTo("the owner came");
    assertThat(replays.unmark(id, mark.id(), rep.id())).isFalse();
    assertThat(replays.unmark(id, mark.id(), boss.id())).isTrue();
    assertThat(replays.marks(id)).isEmpty();

    Curation curation = new Curation(new JdbiLibrary(jdbi), () -> MAY, () -> {});
    for (int i = 0; i < ReplayStore.ACTIONS; i++) {
      assertThat(choose(id, deal, curation, "best " + i)).isTrue();
    }
    assertThat(choose(id, deal, curation, "one too many")).isFalse();
    assertThat(replays.actions(id))
        .extracting(ReplayStore.Action::title)
        .containsExactlyInAnyOrder("best 0", "best 1", "best 2");
    assertThat(replays.actions(id)).allSatisfy(each -> assertThat(each.example()).isNotNull());
  }

  private boolean choose(UUID replay, UUID deal, Curation curation, String title) {
    UUID example =
        curation.nominate(
            Curation.bare("a passage of " + UUID.randomUUID()), deal, rep.id(), "/x", boss.id());
    return replays.choose(replay, deal, boss.id(), title, "/x", example, MAY);
  }
}
