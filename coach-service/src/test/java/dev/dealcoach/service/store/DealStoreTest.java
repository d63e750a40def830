package dev.dealcoach.service.store;

import static dev.dealcoach.service.store.People.APRIL;
import static dev.dealcoach.service.store.People.JUNE;
import static dev.dealcoach.service.store.People.MARCH;
import static dev.dealcoach.service.store.People.MAY;
import static dev.dealcoach.service.store.People.own;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dealcoach.service.deal.Deal;
import dev.dealcoach.service.deal.NewDeal;
import dev.dealcoach.service.deal.Statement;
import dev.dealcoach.service.people.Account;
import dev.dealcoach.service.people.Role;
import dev.dealcoach.service.people.Sight;
import dev.dealcoach.service.people.Team;
import dev.dealcoach.service.request.Creation;
import dev.dealcoach.service.request.Once;
import dev.dealcoach.service.request.Page;
import dev.dealcoach.service.request.PageRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Deals and statements come back as they were kept, to those who may see them. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class DealStoreTest {
  private static final String FINGERPRINT = "a".repeat(64);

  @Parameter TestDatabase database;

  private JdbiDeals deals;
  private People people;
  private Account rep;

  @BeforeEach
  void open() {
    deals = new JdbiDeals(database.shared());
    people = new People(database.shared());
    rep = people.account(Role.REP);
  }

  private static NewDeal deal(Account owner, String title, Instant at) {
    return new NewDeal(
        "海川精密", "机械", owner.id(), title, "MES", Deal.Stage.DISCOVERY, LocalDate.of(2026, 3, 2), at);
  }

  private UUID add(Account owner, String title, Instant at) {
    return ((Creation.New) deals.add(deal(owner, title, at), null)).id();
  }

  @Test
  void comesBackAsItWasKept() {
    UUID id = add(rep, "模具管理", MARCH);
    Deal kept = deals.find(id).orElseThrow();
    assertThat(kept)
        .isEqualTo(
            new Deal(
                id,
                kept.customer(),
                "海川精密",
                "机械",
                rep.id(),
                rep.name(),
                "模具管理",
                "MES",
                Deal.Stage.DISCOVERY,
                Deal.Outcome.OPEN,
                LocalDate.of(2026, 3, 2),
                null,
                MARCH,
                null));
    assertThat(deals.find(add(rep, "二期", APRIL)).orElseThrow().customer())
        .isEqualTo(kept.customer());
  }

  @Test
  void pagesTheOwnDealsTheNewestFirst() {
    List<UUID> all = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      // two of the same instant: the id decides
      all.addFirst(add(rep, "deal " + i, MARCH.plusSeconds(i / 2)));
    }
    add(people.account(Role.REP), "another's", JUNE);
    List<UUID> seen = new ArrayList<>();
    String after = null;
    do {
      Page<Deal> page = deals.deals(own(rep), JUNE, new PageRequest(2, after));
      page.items().forEach(deal -> seen.add(deal.id()));
      after = page.next();
    } while (after != null);
    assertThat(seen).containsExactlyInAnyOrderElementsOf(all);
    assertThat(seen.getFirst()).isEqualTo(all.getFirst());
  }

  @Test
  void theSameRequestCreatesOnce() {
    Once once = new Once(rep.id(), "key", FINGERPRINT);
    Creation first = deals.add(deal(rep, "once", MARCH), once);
    UUID id = ((Creation.New) first).id();
    assertThat(deals.add(deal(rep, "once", MARCH), once)).isEqualTo(new Creation.Earlier(id));
    assertThat(deals.add(deal(rep, "other", MARCH), new Once(rep.id(), "key", "b".repeat(64))))
        .isEqualTo(new Creation.KeyTaken());
    assertThat(deals.deals(own(rep), JUNE, PageRequest.first()).items()).hasSize(1);
  }

  @Test
  void theSameRequestManyTimesAtOnceCreatesOnce() throws Exception {
    Once once = new Once(rep.id(), "key", FINGERPRINT);
    List<Creation> creations = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      Callable<Creation> request = () -> deals.add(deal(rep, "once", MARCH), once);
      List<Callable<Creation>> requests = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        requests.add(request);
      }
      for (Future<Creation> each : threads.invokeAll(requests)) {
        creations.add(each.get());
      }
    }
    assertThat(creations).filteredOn(Creation.New.class::isInstance).hasSize(1);
    assertThat(creations).filteredOn(Creation.KeyTaken.class::isInstance).isEmpty();
    assertThat(deals.deals(own(rep), JUNE, PageRequest.first()).items()).hasSize(1);
  }

  @Test
  void aTeamSeesTheDealsOfItsTime() {
    Team before = people.team(null);
    Team after = people.team(null);
    people.member(rep, before, false, MARCH, MAY);
    people.member(rep, after, false, MAY, null);
    UUID early = add(rep, "early", APRIL);
    UUID late = add(rep, "late", JUNE);
    Account looking = people.account(Role.MANAGER);
    Sight old = new Sight(looking.id(), Set.of(before.id()));
    Sight fresh = new Sight(looking.id(), Set.of(after.id()));
    Instant now = JUNE.plusSeconds(1);
    assertThat(deals.find(early, old, now)).isPresent();
    assertThat(deals.find(late, old, now)).isEmpty();
    // still open when the rep came
    assertThat(deals.find(early, fresh, now)).isPresent();
    assertThat(deals.find(late, fresh, now)).isPresent();
    assertThat(deals.find(early, own(looking), now)).isEmpty();
    assertThat(deals.deals(old, now, PageRequest.first()).items())
        .extracting(Deal::id)
        .containsExactly(early);
  }

  @Test
  void statementsAreSeenByWhoWasThereThen() {
    Team before = people.team(null);
    people.member(rep, before, false, MARCH, MAY);
    UUID deal = add(rep, "talk", MARCH);
    Statement early = said(deal, "每次找模具都得翻半天", APRIL);
    Statement late = said(deal, "预算批了", JUNE);
    assertThat(deals.say(List.of(early, said(deal, "上个月停了十一次", APRIL)), null))
        .isInstanceOf(Creation.New.class);
    deals.say(List.of(late), null);
    assertThat(deals.statements(deal, own(rep)))
        .extracting(Statement::text)
        .containsExactly("每次找模具都得翻半天", "上个月停了十一次", "预算批了");
    Sight manager = new Sight(UUID.randomUUID(), Set.of(before.id()));
    assertThat(deals.statements(deal, manager))
        .extracting(Statement::text)
        .containsExactly("每次找模具都得翻半天", "上个月停了十一次");
  }

  private Statement said(UUID deal, String text, Instant at) {
    return new Statement(UUID.randomUUID(), deal, rep.id(), Statement.Source.TYPED, text, at);
  }
}
