package dev.dealcoach.service.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.service.alert.Alert;
import dev.dealcoach.service.alert.AlertKind;
import dev.dealcoach.service.alert.AlertStore.Shelf;
import dev.dealcoach.service.alert.Assignment;
import dev.dealcoach.service.alert.Closing;
import dev.dealcoach.service.alert.Mailings;
import dev.dealcoach.service.alert.Measured;
import dev.dealcoach.service.alert.Missed;
import dev.dealcoach.service.alert.Watch;
import dev.dealcoach.service.contact.Contact;
import dev.dealcoach.service.contact.Judgement;
import dev.dealcoach.service.contact.NewContact;
import dev.dealcoach.service.contact.NewSummary;
import dev.dealcoach.service.deal.Deal;
import dev.dealcoach.service.deal.NewDeal;
import dev.dealcoach.service.dispatch.Mailing;
import dev.dealcoach.service.dispatch.SendingHours;
import dev.dealcoach.service.dispatch.Wishes;
import dev.dealcoach.service.figure.Lights;
import dev.dealcoach.service.figure.WorkCalendar;
import dev.dealcoach.service.notice.Notice;
import dev.dealcoach.service.people.Account;
import dev.dealcoach.service.people.Role;
import dev.dealcoach.service.people.Sight;
import dev.dealcoach.service.people.Team;
import dev.dealcoach.service.request.Creation;
import dev.dealcoach.service.request.PageRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever needs help is found on the day, once, and who should know is told. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class AlertStoreTest {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  /** A Monday, ten in the morning in Shanghai. */
  private static final Instant MONDAY = Instant.parse("2026-06-01T02:00:00Z");

  @Parameter TestDatabase database;

  private Jdbi jdbi;
  private JdbiAlerts alerts;
  private JdbiContacts contacts;
  private JdbiNotices notices;
  private People people;
  private Account rep;
  private Account manager;
  private Account above;
  private UUID deal;
  private Instant now = MONDAY;

  @BeforeEach
  void open() {
    DataSource source = database.migrated();
    jdbi = Database.jdbi(source);
    alerts = new JdbiAlerts(jdbi);
    contacts = new JdbiContacts(jdbi);
    notices = new JdbiNotices(jdbi);
    people = new People(jdbi);
    rep = people.account(Role.REP);
    manager = people.account(Role.MANAGER);
    above = people.account(Role.MANAGER);
    Team top = people.team(null);
    Team team = people.team(top);
    people.member(above, top, true, People.MARCH, null);
    people.member(manager, team, true, People.MARCH, null);
    people.member(rep, team, false, People.MARCH, null);
    top(top, team);
    deal = deal(rep);
  }

  private Sight sightOfManager;
  private Sight sightOfAbove;

  private void top(Team top, Team team) {
    sightOfManager = new Sight(manager.id(), Set.of(team.id()));
    sightOfAbove = new Sight(above.id(), Set.of(top.id(), team.id()));
  }

  private UUID deal(Account owner) {
    return ((Creation.New)
            new JdbiDeals(jdbi)
                .add(
                    new NewDeal(
                        "Customer " + owner.id(),
                        "",
                        owner.id(),
                        "D",
                        "",
                        Deal.Stage.LEAD,
                        null,
                        People.MARCH),
                    null))
        .id();
  }

  private Watch watch() {
    return watch(jdbi);
  }

  /** As another process has it. */
  private Watch watch(Jdbi own) {
    WorkCalendar calendar = WorkCalendar.of(SHANGHAI);
    return new Watch(
        new JdbiAlerts(own),
        new JdbiFigures(own, calendar, Lights.PRESET_60_40),
        new JdbiTeams(own),
        new JdbiAccounts(own),
        new Mailings(
            new JdbiWishes(own),
            new JdbiAccounts(own),
            Map.of("robot", Set.of(Role.MANAGER)),
            Language.ZH,
            new Wishes.Quiet(LocalTime.of(20, 0), LocalTime.of(8, 0)),
            new SendingHours(SHANGHAI, calendar::works)),
        LocalTime.of(18, 0),
        () -> now);
  }

  private UUID contact(Instant held, int score, String missing) {
    return contact(held, summary(score, missing, held));
  }

  private UUID contact(Instant held, NewSummary summary) {
    NewContact contact = new NewContact(deal, rep.id(), Contact.Kind.VISIT, "", held, held);
    return ((Creation.New) contacts.add(contact, summary, null)).id();
  }

  private static NewSummary summary(int score, String missing, Instant at) {
    Map<String, String> items = new LinkedHashMap<>();
    for (String item : List.of("pain", "budget", "decision_maker", "competitor", "next_step")) {
      items.put(item, List.of(missing.split(" ")).contains(item) ? "missing" : "covered");
    }
    return new NewSummary(
        "words " + UUID.randomUUID(),
        new Judgement(Language.EN, score, false, items, Map.of(), "standard", "a".repeat(64), "[]"),
        null,
        at);
  }

  /** So many days later, at the same hour. */
  private static Instant on(int day) {
    return MONDAY.plus(Duration.ofDays(day));
  }

  private void day(int day, int score, String missing) {
    now = on(day);
    contact(now, score, missing);
    watch().run();
  }

  private List<Alert> open(Sight sight) {
    return alerts.alerts(sight, Shelf.OPEN, PageRequest.first()).items();
  }

  private List<String> strings(String sql) {
    return jdbi.withHandle(handle -> handle.createQuery(sql).mapTo(String.class).list());
  }

  private List<String> told(Account account) {
    return notices.of(account.id(), PageRequest.first()).items().stream()
        .map(Notice::kind)
        .toList();
  }

  @Test
  void theThirdRedDayTellsTheRepAndTheDirectManagerOnce() {
    day(0, 40, "pain budget");
    day(1, 40, "budget competitor");
    assertThat(open(People.own(rep))).isEmpty();
    day(4, 30, "budget competitor decision_maker");
    Alert alert = open(People.own(rep)).getFirst();
    assertThat(alert.kind()).isEqualTo(AlertKind.DISCOVERY);
    assertThat(alert.cause()).isEqualTo("2026-06-01");
    assertThat(alert.threshold()).isEqualTo(60);
    assertThat(alert.at()).isEqualTo(on(4));
    assertThat(alerts.days(alert.id()))
        .extracting(Measured::day)
        .containsExactly(
            LocalDate.parse("2026-06-01"),
            LocalDate.parse("2026-06-02"),
            LocalDate.parse("2026-06-05"));
    assertThat(alerts.missed(alert.id()))
        .extracting(Missed::item)
        .containsExactly("budget", "competitor", "pain");
    // what is still red is no new cause
    day(7, 20, "budget");
    watch().run();
    assertThat(told(rep)).containsExactly("alert-discovery");
    assertThat(told(manager))
        .filteredOn(kind -> kind.startsWith("alert"))
        .containsExactly("alert-discovery-team");
    assertThat(told(above)).isEmpty();
    assertThat(open(sightOfManager)).hasSize(1);
    // who leads above sees it, but it does not wait there
    assertThat(open(sightOfAbove)).hasSize(1);
    assertThat(alerts.waiting(sightOfAbove)).isZero();
    assertThat(alerts.waiting(sightOfManager)).isEqualTo(1);
    assertThat(open(new Sight(UUID.randomUUID(), Set.of()))).isEmpty();
  }

  @Test
  void twoGoodDaysCloseItAndANewRunIsANewAlert() {
    for (int i = 0; i < 3; i++) {
      day(i, 40, "budget");
    }
    day(3, 80, "budget");
    assertThat(open(People.own(rep))).hasSize(1);
    day(8, 80, "budget");
    assertThat(open(People.own(rep))).isEmpty();
    Alert closed =
        alerts.alerts(People.own(rep), Shelf.CLOSED, PageRequest.first()).items().getFirst();
    assertThat(closed.closing()).isEqualTo(Closing.GOOD_DAYS);
    assertThat(closed.closedDay()).isEqualTo("2026-06-09");
    for (int i = 9; i < 12; i++) {
      day(i, 40, "pain");
    }
    assertThat(open(People.own(rep))).extracting(Alert::cause).containsExactly("2026-06-10");
    assertThat(told(rep)).containsExactly("alert-discovery", "alert-discovery");
  }

  @Test
  void aDayThatGoesOnWellTakesTheAlertBackAndNobodyIsToldTwice() {
    for (int i = 0; i < 3; i++) {
      day(i, 40, "budget");
    }
    now = on(2).plusSeconds(3600);
    contact(now, 100, "");
    watch().run();
    assertThat(open(People.own(rep))).isEmpty();
    assertThat(
            alerts
                .alerts(People.own(rep), Shelf.CLOSED, PageRequest.first())
                .items()
                .getFirst()
                .closing())
        .isEqualTo(Closing.WITHDRAWN);
    now = on(2).plusSeconds(7200);
    contact(now, 10, "budget");
    watch().run();
    assertThat(open(People.own(rep))).hasSize(1);
    assertThat(told(rep)).containsExactly("alert-discovery");
  }

  @Test
  void whatIsLongAgoIsNotTold() {
    for (int i = 0; i < 3; i++) {
      contact(on(i), 40, "budget");
    }
    now = on(40);
    watch().run();
    assertThat(open(People.own(rep))).isEmpty();
    assertThat(told(manager)).isEmpty();
  }

  @Test
  void aContactWithoutASummaryIsOverdueAfterTwoHours() {
    UUID contact = contact(MONDAY, (NewSummary) null);
    now = MONDAY.plus(Duration.ofHours(2));
    watch().run();
    assertThat(open(People.own(rep))).isEmpty();
    now = now.plusSeconds(1);
    watch().run();
    Alert overdue = open(People.own(rep)).getFirst();
    assertThat(overdue.kind()).isEqualTo(AlertKind.OVERDUE);
    assertThat(overdue.contact()).isEqualTo(contact);
    assertThat(overdue.held()).isEqualTo(MONDAY);
    assertThat(told(rep)).containsExactly("alert-overdue");
    assertThat(told(manager)).containsExactly("alert-overdue-team");
    now = now.plusSeconds(60);
    contacts.summarise(contact, summary(80, "budget", now), null);
    watch().run();
    assertThat(open(People.own(rep))).isEmpty();
    assertThat(told(rep)).hasSize(1);
  }

  @Test
  void aRedContactIsToldToTheManagerAtOnceAndTheRestInTheDigest() {
    contact(MONDAY, 40, "pain budget decision_maker");
    contact(MONDAY.plusSeconds(600), 80, "budget");
    now = MONDAY.plusSeconds(1200);
    watch().run();
    assertThat(told(manager)).containsExactly("red-contact");
    now = Instant.parse("2026-06-01T10:00:00Z"); // six in the evening
    watch().run();
    watch().run();
    assertThat(told(manager)).containsExactly("digest", "red-contact");
    assertThat(told(above)).isEmpty();
    assertThat(told(rep)).isEmpty();
    assertThat(alerts.digest(manager.id(), MONDAY, now))
        .extracting(each -> each.missing().size())
        .containsExactly(3, 1);
    // nothing new on the next day: nothing to tell
    now = on(1).plus(Duration.ofHours(9));
    watch().run();
    assertThat(told(manager)).hasSize(2);
    // messages wait for the robot that managers have: at once by day
    assertThat(
            strings(
                "select channel from messages m join accounts a on a.id = m.account"
                    + " where a.role = 'MANAGER'"))
        .containsExactly("robot", "robot");
  }

  @Test
  void twoMonthsWithLittleImprovementCallForATalk() {
    for (String month : List.of("2026-03-10", "2026-04-10", "2026-05-11")) {
      for (int i = 0; i < 3; i++) {
        contact(Instant.parse(month + "T02:00:00Z").plus(Duration.ofDays(i)), 80, "budget");
      }
    }
    now = Instant.parse("2026-05-31T15:59:59Z"); // May ends a second later in Shanghai
    watch().run();
    assertThat(open(People.own(rep))).isEmpty();
    now = now.plusSeconds(1);
    watch().run();
    watch().run();
    Alert alert = open(People.own(rep)).getFirst();
    assertThat(alert.kind()).isEqualTo(AlertKind.COACHING);
    assertThat(alert.cause()).isEqualTo("2026-05");
    assertThat(alerts.days(alert.id())).extracting(Measured::figure).containsExactly(0, 0);
    assertThat(alerts.missed(alert.id())).containsExactly(new Missed("budget", 3, 0));
    assertThat(told(rep)).containsExactly("alert-coaching");
    assertThat(told(manager)).contains("alert-coaching-team");
    for (int i = 1; i < 4; i++) {
      contact(on(i), 100, "");
    }
    now = Instant.parse("2026-07-01T02:00:00Z");
    watch().run();
    assertThat(
            alerts
                .alerts(People.own(rep), Shelf.CLOSED, PageRequest.first())
                .items()
                .getFirst()
                .closing())
        .isEqualTo(Closing.IMPROVED);
  }

  @Test
  void twoProcessesDoNotDoubleIt() throws Exception {
    for (int i = 0; i < 3; i++) {
      contact(on(i), 40, "budget");
    }
    contact(on(2).minusSeconds(10_000), (NewSummary) null);
    now = on(2);
    CyclicBarrier barrier = new CyclicBarrier(4);
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        all.add(
            threads.submit(
                () -> {
                  Watch own = watch();
                  barrier.await();
                  for (int n = 0; n < 5; n++) {
                    own.run();
                  }
                  return null;
                }));
      }
      for (Future<?> each : all) {
        each.get();
      }
    }
    assertThat(told(rep)).containsExactlyInAnyOrder("alert-discovery", "alert-overdue");
    assertThat(told(manager))
        .containsExactlyInAnyOrder("alert-discovery-team", "alert-overdue-team", "red-contact");
    assertThat(open(People.own(rep))).hasSize(2);
  }

  @Test
  void itIsAcknowledgedAndAssigned() {
    for (int i = 0; i < 3; i++) {
      day(i, 40, "budget");
    }
    UUID id = open(sightOfManager).getFirst().id();
    alerts.acknowledge(id, manager.id(), now);
    alerts.acknowledge(id, manager.id(), now);
    assertThat(alerts.acknowledged(manager.id(), Set.of(id))).containsExactly(id);
    assertThat(alerts.waiting(sightOfManager)).isZero();
    assertThat(alerts.waiting(People.own(rep))).isEqualTo(1);
    LocalDate friday = LocalDate.parse("2026-06-05");
    alerts.assign(
        new Assignment(id, above.id(), manager.id(), friday, " practise ", now),
        new Mailing(Set.of("robot"), now));
    Alert assigned =
        alerts.alerts(sightOfAbove, Shelf.ASSIGNED, PageRequest.first()).items().getFirst();
    assertThat(assigned.due()).isEqualTo(friday);
    assertThat(assigned.note()).isEqualTo("practise");
    assertThat(assigned.assigneeName()).isEqualTo(above.name());
    assertThat(alerts.waiting(sightOfAbove, 5)).extracting(Alert::id).containsExactly(id);
    assertThat(told(above)).containsExactly("alert-assigned");
    // the last one counts, and whoever is asked sees it, whatever team it is
    Account colleague = people.account(Role.MANAGER);
    alerts.assign(
        new Assignment(id, colleague.id(), manager.id(), null, "", now),
        new Mailing(Set.of(), now));
    assertThat(alerts.alerts(sightOfAbove, Shelf.ASSIGNED, PageRequest.first()).items()).isEmpty();
    assertThat(alerts.find(id, People.own(colleague))).isPresent();
  }

  @Test
  void whoWasInAnotherTeamWhenItWasRaisedIsSeenThere() {
    for (int i = 0; i < 3; i++) {
      day(i, 40, "budget");
    }
    Team other = people.team(null);
    Account newManager = people.account(Role.MANAGER);
    people.member(newManager, other, true, People.MARCH, null);
    new JdbiTeams(jdbi)
        .move(
            new dev.dealcoach.service.people.Membership(
                UUID.randomUUID(), rep.id(), other.id(), false, on(3), null));
    assertThat(open(sightOfManager)).hasSize(1);
    assertThat(open(new Sight(newManager.id(), Set.of(other.id())))).isEmpty();
  }

  @Test
  void wishesAreKept() {
    JdbiWishes wishes = new JdbiWishes(jdbi);
    assertThat(wishes.of(rep.id())).isEmpty();
    Wishes some =
        new Wishes(
            Set.of("mail", "robot"),
            Language.EN,
            " someone@company.example ",
            new Wishes.Quiet(LocalTime.of(19, 30), LocalTime.of(9, 0)));
    wishes.set(rep.id(), some);
    assertThat(wishes.of(rep.id())).contains(some);
    Wishes none = new Wishes(Set.of(), Language.ZH, "", null);
    wishes.set(rep.id(), none);
    assertThat(wishes.of(rep.id())).contains(none);
  }

  @Test
  void whatIsErasedLeavesNothingBehind() {
    for (int i = 0; i < 3; i++) {
      day(i, 40, "budget");
    }
    UUID id = open(sightOfManager).getFirst().id();
    alerts.assign(
        new Assignment(id, rep.id(), manager.id(), null, "note", now),
        new Mailing(Set.of("robot"), now));
    new JdbiErasure(jdbi, new FolderBlobs(java.nio.file.Path.of("target", "no-files")))
        .account(rep.id());
    for (String table :
        List.of(
            "alerts",
            "alert_days",
            "alert_items",
            "alert_acknowledgements",
            "alert_assignments",
            "alert_checks")) {
      assertThat(strings("select 'row' from " + table)).as(table).isEmpty();
    }
    assertThat(strings("select kind from tellings where alert is not null")).isEmpty();
  }
}
