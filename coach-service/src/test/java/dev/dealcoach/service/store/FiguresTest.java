package dev.dealcoach.service.store;

import static dev.dealcoach.service.store.FigureStory.summary;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dealcoach.service.figure.Figures;
import dev.dealcoach.service.figure.Figures.Grain;
import dev.dealcoach.service.figure.Improvement;
import dev.dealcoach.service.figure.Lights;
import dev.dealcoach.service.figure.RepDay;
import dev.dealcoach.service.figure.RepFigures;
import dev.dealcoach.service.figure.Stretch;
import dev.dealcoach.service.figure.WorkCalendar;
import dev.dealcoach.service.people.Account;
import dev.dealcoach.service.people.Sight;
import dev.dealcoach.service.people.Team;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Figures are what the definitions say, at every edge, however they were counted. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class FiguresTest {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);
  private static final LocalDate FAR_AHEAD = LocalDate.of(2031, 1, 1);
  private static final Instant BEFORE = Instant.parse("2023-06-01T00:00:00Z");

  @Parameter TestDatabase database;
  @TempDir Path folder;

  private DataSource source;
  private FigureStory story;
  private Team east;
  private Team west;
  private Account lin;
  private UUID deal;

  @BeforeEach
  void open() {
    source = database.migrated();
    story = new FigureStory(source);
    east = story.people.team(null);
    west = story.people.team(null);
    lin = story.rep(east, BEFORE);
    deal = story.deal(lin, null, BEFORE);
  }

  private JdbiFigures figures(ZoneId zone) {
    return new JdbiFigures(story.jdbi, WorkCalendar.of(zone), Lights.PRESET_60_40);
  }

  private static Sight through(Team... teams) {
    return new Sight(new UUID(0, 1), Set.copyOf(Arrays.stream(teams).map(Team::id).toList()));
  }

  private void held(String at, String statuses) {
    Instant instant = Instant.parse(at);
    story.contact(lin, deal, instant, summary(statuses, false, null, instant));
  }

  private List<LocalDate> days(ZoneId zone) {
    return figures(zone).days(lin.id(), LONG_AGO, FAR_AHEAD).stream().map(RepDay::day).toList();
  }

  @Test
  void aDayBeginsAtMidnightInTheCompanysZone() {
    held("2026-01-31T15:59:59Z", "ccccc"); // the last second of January in Shanghai
    held("2026-01-31T16:00:00Z", "mmmmm");
    held("2026-12-31T15:59:59Z", "ccccc"); // of the year
    held("2026-12-31T16:00:00Z", "mmmmm");
    held("2028-02-28T16:00:00Z", "ccccc"); // a leap day
    held("2028-02-29T15:59:59Z", "ccccc");
    held("2028-02-29T16:00:00Z", "mmmmm");
    assertThat(days(SHANGHAI))
        .containsExactly(
            LocalDate.of(2026, 1, 31),
            LocalDate.of(2026, 2, 1),
            LocalDate.of(2026, 12, 31),
            LocalDate.of(2027, 1, 1),
            LocalDate.of(2028, 2, 29),
            LocalDate.of(2028, 3, 1));
    JdbiFigures figures = figures(SHANGHAI);
    assertThat(month(figures, 2026, 1).discovery()).isEqualTo(100);
    assertThat(month(figures, 2026, 2).discovery()).isEqualTo(0);
    assertThat(month(figures, 2026, 12).discovery()).isEqualTo(100);
    assertThat(month(figures, 2027, 1).discovery()).isEqualTo(0);
    assertThat(month(figures, 2028, 2).scored()).isEqualTo(2);
    assertThat(month(figures, 2028, 3).scored()).isEqualTo(1);
    assertThat(month(figures, 2026, 3)).isEqualTo(nothing());
    LocalDate empty = LocalDate.of(2026, 2, 2);
    assertThat(figures.figures(lin.id(), empty, empty.plusWeeks(1))).isEqualTo(nothing());
    assertThat(figures.figures(lin.id(), empty.minusWeeks(1), empty).discovery()).isEqualTo(50);
  }

  private RepFigures month(JdbiFigures figures, int year, int month) {
    YearMonth of = YearMonth.of(year, month);
    return figures.figures(lin.id(), of.atDay(1), of.plusMonths(1).atDay(1));
  }

  private RepFigures nothing() {
    return new RepFigures(lin.id(), 0, 0, null, Map.of(), Map.of(), 0, 0, null, 0, null, 0, null);
  }

  @Test
  void aDayIsAsLongAsTheZoneSays() {
    // the clocks go forward on 8 March 2026 and back on 1 November in New York
    held("2026-03-08T04:59:59Z", "ccccc"); // 7 March, 23:59:59
    held("2026-03-08T05:00:00Z", "ccccc");
    held("2026-03-09T03:59:59Z", "ccccc"); // 23 hours later
    held("2026-03-09T04:00:00Z", "ccccc");
    held("2026-11-01T04:00:00Z", "ccccc");
    held("2026-11-02T04:59:59Z", "ccccc"); // 25 hours later
    held("2026-11-02T05:00:00Z", "ccccc");
    assertThat(days(NEW_YORK))
        .containsExactly(
            LocalDate.of(2026, 3, 7),
            LocalDate.of(2026, 3, 8),
            LocalDate.of(2026, 3, 9),
            LocalDate.of(2026, 11, 1),
            LocalDate.of(2026, 11, 2));
  }

  @Test
  void inAnotherZoneDaysAreCountedAnew() {
    held("2026-03-08T17:00:00Z", "ccccc");
    assertThat(days(SHANGHAI)).containsExactly(LocalDate.of(2026, 3, 9));
    assertThat(days(NEW_YORK)).containsExactly(LocalDate.of(2026, 3, 8));
    assertThat(days(SHANGHAI)).containsExactly(LocalDate.of(2026, 3, 9));
  }

  @Test
  void whatDoesNotCountIsKeptAndNotScored() {
    Instant at = Instant.parse("2026-05-04T02:00:00Z");
    UUID first = story.contact(lin, deal, at, summary("cpmcc", false, null, at));
    story.contact(lin, deal, at, null);
    story.contact(lin, deal, at, summary("mmmmm", true, null, at));
    UUID copied = story.contacts.summary(first).orElseThrow().id();
    story.contact(lin, deal, at, summary("ccccc", false, copied, at));
    story.action(lin, deal, at, true);
    story.action(lin, deal, at, false);
    LocalDate day = LocalDate.of(2026, 5, 4);
    JdbiFigures figures = figures(SHANGHAI);
    assertThat(figures.days(lin.id(), day, day.plusDays(1)))
        .containsExactly(
            new RepDay(
                lin.id(),
                day,
                6,
                1,
                70,
                Map.of("decision_maker", 1),
                Map.of("budget", 1),
                2,
                1,
                0,
                0));
    // the latest version of a summary, and what holds after a correction
    story.contacts.summarise(first, summary("mmmmm", false, null, at), null);
    story.correct(first, 20, "pain", "covered");
    RepFigures now = figures.figures(lin.id(), day, day.plusDays(1));
    assertThat(now.discovery()).isEqualTo(20);
    assertThat(now.missing())
        .containsOnly(
            Map.entry("budget", 1),
            Map.entry("decision_maker", 1),
            Map.entry("competitor", 1),
            Map.entry("next_step", 1));
    assertThat(now.effectiveActionRate()).isEqualTo(0.5);
  }

  @Test
  void warmUpIsFromTheFirstContactToTheFirstQuote() {
    LocalDate first = LocalDate.of(2026, 2, 20);
    LocalDate quote = LocalDate.of(2026, 3, 2);
    UUID one = story.deal(lin, first, BEFORE);
    story.quote(one, first, quote, BEFORE);
    UUID other = story.deal(lin, quote, BEFORE);
    story.quote(other, quote, quote, BEFORE);
    story.quote(story.deal(lin, null, BEFORE), null, quote, BEFORE); // no first contact
    JdbiFigures figures = figures(NEW_YORK);
    assertThat(month(figures, 2026, 3).warmUpDays()).isEqualTo(5);
    assertThat(month(figures, 2026, 3).quoted()).isEqualTo(2);
    // dated anew, it leaves the month
    story.quote(one, first, quote.plusMonths(1), BEFORE);
    assertThat(month(figures, 2026, 3).warmUpDays()).isEqualTo(0);
    assertThat(month(figures, 2026, 4).warmUpDays()).isEqualTo(41);
    story.quote(one, first, null, BEFORE);
    assertThat(month(figures, 2026, 4).warmUpDays()).isNull();
  }

  @Test
  void aRepWhoChangesTeamsIsSeenByTheRightOneEvenOnThatDay() {
    held("2026-05-06T01:00:00Z", "ccccc");
    Instant noon = Instant.parse("2026-05-06T04:00:00Z");
    story.move(lin, west, noon);
    held("2026-05-06T04:00:00Z", "mmmmm");
    held("2026-05-06T05:00:00Z", "mmmmm");
    // held in the old team, noted in the new one: as the contact itself is seen
    story.contact(
        lin,
        deal,
        noon.minusSeconds(60),
        noon.plusSeconds(60),
        summary("ppppp", false, null, noon));
    story.review(lin, deal, noon.minusSeconds(1), 3);
    LocalDate day = LocalDate.of(2026, 5, 6);
    JdbiFigures figures = figures(SHANGHAI);
    RepFigures old = figures.figures(through(east), day, day.plusDays(1)).getFirst();
    assertThat(old.scored()).isEqualTo(1);
    assertThat(old.discovery()).isEqualTo(100);
    assertThat(old.proposals()).isEqualTo(1);
    RepFigures present = figures.figures(through(west), day, day.plusDays(1)).getFirst();
    assertThat(present.scored()).isEqualTo(3);
    assertThat(present.proposals()).isZero();
    // who leads both sees all of it, once
    assertThat(figures.figures(through(east, west), day, day.plusDays(1)).getFirst().scored())
        .isEqualTo(4);
    assertThat(figures.figures(new Sight(lin.id(), Set.of()), day, day.plusDays(1))).hasSize(1);
    assertThat(figures.figures(through(), day, day.plusDays(1))).isEmpty();
    // a change of teams that is noted later moves what was done since
    story.move(lin, east, noon.plusSeconds(3600));
    assertThat(figures.figures(through(west), day, day.plusDays(1)).getFirst().scored())
        .isEqualTo(2);
    assertThat(figures.figures(through(east), day, day.plusDays(1)).getFirst().scored())
        .isEqualTo(2);
  }

  @Test
  void improvementComparesWhatWasFlaggedBefore() {
    for (int day = 1; day <= 4; day++) {
      held("2026-03-0%dT02:00:00Z".formatted(day), "mpccc"); // 2 a contact
      held("2026-04-0%dT02:00:00Z".formatted(day), "pcmmm"); // 1 of the same, 3 others
    }
    Instant march = Instant.parse("2026-03-10T02:00:00Z");
    Instant april = Instant.parse("2026-04-10T02:00:00Z");
    for (int i = 0; i < 3; i++) {
      story.review(lin, deal, march, 1, "clause.ip-missing", "clause.ip-missing", "section.roi");
      story.review(lin, deal, april, 1, i == 0 ? "clause.ip-missing" : "clause.other");
    }
    JdbiFigures figures = figures(SHANGHAI);
    List<Improvement> both = figures.improvement(lin.id(), YearMonth.of(2026, 4));
    assertThat(both.getFirst())
        .isEqualTo(
            new Improvement(
                lin.id(),
                YearMonth.of(2026, 4),
                Improvement.Kind.CONTACT,
                0.5,
                Set.of("pain", "budget"),
                4,
                8,
                4,
                4));
    assertThat(both.getLast().rate()).isEqualTo(1 - 1.0 / 9);
    assertThat(figures.improvement(through(east), YearMonth.of(2026, 4))).isEqualTo(both);
    assertThat(figures.improvement(through(west), YearMonth.of(2026, 4))).isEmpty();
    for (int month = 4; month <= 6; month++) {
      YearMonth last = YearMonth.of(2026, month);
      Figures.Running running = figures.improvements(through(east), last);
      assertThat(running.before())
          .isEqualTo(figures.improvement(through(east), last.minusMonths(1)));
      assertThat(running.after()).isEqualTo(figures.improvement(through(east), last));
      assertThat(figures.improvements(through(east), lin.id(), last)).isEqualTo(running);
      assertThat(figures.improvements(through(west), lin.id(), last).after()).isEmpty();
    }
    assertThat(figures.improvement(lin.id(), YearMonth.of(2026, 5)))
        .extracting(Improvement::rate)
        .containsExactly(null, null);
  }

  /** A seeded company; whatever happens in whatever order, three ways of counting agree. */
  @Test
  void incrementalAndBackfillAndAnIndependentCountAgree() {
    for (long seed = 1; seed <= 3; seed++) {
      ZoneId zone = seed % 2 == 0 ? NEW_YORK : SHANGHAI;
      Random random = new Random(seed);
      JdbiFigures figures = figures(zone);
      List<Account> reps = new ArrayList<>(List.of(lin));
      List<Team> teams = List.of(east, west, story.people.team(null));
      for (int i = 0; i < 4; i++) {
        reps.add(story.rep(teams.get(i % 3), BEFORE));
      }
      List<UUID> deals = new ArrayList<>();
      for (Account each : reps) {
        deals.add(story.deal(each, LocalDate.of(2023, 12, 1), BEFORE));
      }
      for (int step = 0; step < 250; step++) {
        Instant at = BEFORE.plus(Duration.ofMinutes(random.nextInt(400 * 24 * 60)));
        int who = random.nextInt(reps.size());
        happens(random, reps.get(who), deals.get(who), teams, at);
        if (step % 20 == 0) {
          assertThat(figures.days(through(east), LONG_AGO, FAR_AHEAD))
              .isEqualTo(new PlainFigures(story.jdbi, zone).days(through(east)));
        }
      }
      JdbiErasure erasure = new JdbiErasure(story.jdbi, new FolderBlobs(folder));
      erasure.deal(deals.getLast());
      erasure.contactsBefore(BEFORE.plus(Duration.ofDays(60)));
      story.held.removeIf(each -> story.contacts.find(each).isEmpty());
      figures.catchUp();
      List<String> incremental = story.rows();
      PlainFigures plain = new PlainFigures(story.jdbi, zone);
      for (Team each : teams) {
        assertThat(figures.days(through(each), LONG_AGO, FAR_AHEAD))
            .isEqualTo(plain.days(through(each)));
      }
      periodsAddUp(figures, plain, random);
      figures.backfill();
      assertThat(story.rows()).isEqualTo(incremental).isNotEmpty();
      assertThat(pending()).isZero();
    }
  }

  private void happens(Random random, Account rep, UUID deal, List<Team> teams, Instant at) {
    String statuses =
        random
            .ints(5, 0, 3)
            .mapToObj("cpm"::charAt)
            .map(String::valueOf)
            .reduce("", String::concat);
    switch (random.nextInt(10)) {
      case 0, 1, 2 ->
          story.contact(
              rep,
              deal,
              at,
              at.plusSeconds(random.nextInt(200_000)),
              summary(statuses, random.nextInt(6) == 0, null, at));
      case 3 -> story.action(rep, deal, at, random.nextBoolean());
      case 4 ->
          story.contacts.summarise(
              story.held.isEmpty()
                  ? story.contact(rep, deal, at, null)
                  : story.held.get(random.nextInt(story.held.size())),
              summary(statuses, random.nextInt(6) == 0, null, at),
              null);
      case 5, 6 -> story.review(rep, deal, at, random.nextInt(4), "rule-" + random.nextInt(3));
      case 7 -> story.move(rep, teams.get(random.nextInt(3)), at);
      case 8 -> {
        LocalDate first = LocalDate.of(2023, 7, 1);
        story.quote(deal, first, first.plusDays(random.nextInt(300)), at);
      }
      default -> {
        if (!story.held.isEmpty()) {
          story.correct(
              story.held.get(random.nextInt(story.held.size())),
              random.nextInt(11) * 10,
              FigureStory.ITEMS.get(random.nextInt(5)),
              random.nextBoolean() ? "covered" : "missing");
        }
        if (!story.reviews.isEmpty()) {
          story.correctGold(
              story.reviews.get(random.nextInt(story.reviews.size())), random.nextInt(4));
        }
      }
    }
  }

  /** Months in one piece and days at the edges come to the same as the days. */
  private void periodsAddUp(JdbiFigures figures, PlainFigures plain, Random random) {
    for (int i = 0; i < 20; i++) {
      LocalDate from = LocalDate.of(2023, 5, 1).plusDays(random.nextInt(200));
      LocalDate until = from.plusDays(random.nextInt(300));
      List<RepDay> days =
          plain.days(through(east)).stream()
              .filter(each -> !each.day().isBefore(from) && each.day().isBefore(until))
              .toList();
      for (RepFigures each : figures.figures(through(east), from, until)) {
        List<RepDay> own =
            days.stream().filter(day -> day.account().equals(each.account())).toList();
        assertThat(each.contacts()).isEqualTo(own.stream().mapToInt(RepDay::contacts).sum());
        assertThat(each.scored()).isEqualTo(own.stream().mapToInt(RepDay::scored).sum());
        int sum = own.stream().mapToInt(RepDay::scoreSum).sum();
        assertThat(each.discovery())
            .isEqualTo(each.scored() == 0 ? null : (Double) ((double) sum / each.scored()));
        List<Integer> warmUps = plain.warmUps(through(east), each.account(), from, until);
        assertThat(each.quoted()).isEqualTo(warmUps.size());
        assertThat(each.warmUpDays())
            .isEqualTo(
                warmUps.isEmpty()
                    ? null
                    : (Double)
                        warmUps.stream().mapToInt(Integer::intValue).average().orElseThrow());
      }
      for (Grain grain : Grain.values()) {
        List<Stretch> stretches = figures.stretches(through(east), from, until, grain);
        assertThat(stretches.stream().mapToInt(each -> each.sums().contacts()).sum())
            .isEqualTo(days.stream().mapToInt(RepDay::contacts).sum());
        assertThat(stretches)
            .allMatch(each -> !each.day().isBefore(from) && each.day().isBefore(until));
      }
      // weeks in one are of one week, and of one month
      assertThat(
              figures.stretches(through(east), from, until, Grain.WEEK).stream()
                  .filter(each -> each.sums().contacts() > 0)
                  .collect(byWeek(Stretch::day, each -> each.sums().scoreSum())))
          .isEqualTo(
              days.stream()
                  .filter(each -> each.contacts() > 0)
                  .collect(byWeek(RepDay::day, RepDay::scoreSum)));
    }
  }

  private static <T> Collector<T, ?, Map<LocalDate, Integer>> byWeek(
      Function<T, LocalDate> day, ToIntFunction<T> value) {
    return Collectors.groupingBy(
        each -> {
          LocalDate monday =
              day.apply(each).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
          LocalDate first = day.apply(each).withDayOfMonth(1);
          return monday.isBefore(first) ? first : monday;
        },
        TreeMap::new,
        Collectors.summingInt(value));
  }

  private int pending() {
    return story.jdbi.withHandle(
        handle ->
            handle.createQuery("select count(*) from figure_changes").mapTo(Integer.class).one());
  }

  /** Several readers and writers at once: nothing is lost and nothing is counted twice. */
  @Test
  void readersAndWritersAtTheSameTimeLoseNothing() throws Exception {
    List<Account> reps = List.of(lin, story.rep(east, BEFORE), story.rep(west, BEFORE));
    List<UUID> deals = reps.stream().map(rep -> story.deal(rep, null, BEFORE)).toList();
    try (ExecutorService threads = Executors.newFixedThreadPool(5)) {
      List<Future<?>> all = new ArrayList<>();
      for (int who = 0; who < reps.size(); who++) {
        Account rep = reps.get(who);
        UUID in = deals.get(who);
        FigureStory own = new FigureStory(source);
        all.add(
            threads.submit(
                () -> {
                  for (int i = 0; i < 40; i++) {
                    Instant at = BEFORE.plus(Duration.ofHours(i % 7));
                    own.contact(rep, in, at, summary("cpmcc", false, null, at));
                  }
                }));
      }
      for (int reader = 0; reader < 2; reader++) {
        // as another process would: with an object of its own
        JdbiFigures own = figures(SHANGHAI);
        all.add(
            threads.submit(
                () -> {
                  for (int i = 0; i < 40; i++) {
                    own.catchUp();
                  }
                }));
      }
      for (Future<?> each : all) {
        each.get();
      }
    }
    JdbiFigures figures = figures(SHANGHAI);
    for (Account each : reps) {
      assertThat(figures.figures(each.id(), LONG_AGO, FAR_AHEAD).scored()).isEqualTo(40);
    }
    List<String> incremental = story.rows();
    figures.backfill();
    assertThat(story.rows()).isEqualTo(incremental);
  }
}
