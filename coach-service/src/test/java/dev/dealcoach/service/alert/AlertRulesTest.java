package dev.dealcoach.service.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealcoach.service.dispatch.SendingHours;
import dev.dealcoach.service.dispatch.SendingRules;
import dev.dealcoach.service.dispatch.Wishes.Quiet;
import dev.dealcoach.service.figure.Lights;
import dev.dealcoach.service.figure.RepDay;
import dev.dealcoach.service.figure.WorkCalendar;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What makes an alert, what ends it, and when somebody is told: at every edge of the calendar. */
class AlertRulesTest {
  private static final UUID REP = UUID.randomUUID();
  private static final LocalDate MONDAY = LocalDate.parse("2026-03-02");
  private static final Quiet NIGHT = new Quiet(LocalTime.of(20, 0), LocalTime.of(8, 0));

  private static RepDay day(LocalDate day, int... scores) {
    return new RepDay(
        REP,
        day,
        scores.length,
        scores.length,
        Arrays.stream(scores).sum(),
        Map.of(),
        Map.of(),
        0,
        0,
        0,
        0);
  }

  private static RepDay actions(LocalDate day, int actions, int confirmed) {
    return new RepDay(REP, day, actions, 0, 0, Map.of(), Map.of(), actions, confirmed, 0, 0);
  }

  /** R red, g good, . a day without contacts; from a Monday on. */
  private static List<Episode> episodes(String week) {
    return episodes(week, MONDAY);
  }

  private static List<Episode> episodes(String letters, LocalDate from) {
    List<RepDay> days =
        java.util.stream.IntStream.range(0, letters.length())
            .filter(i -> letters.charAt(i) != '.')
            .mapToObj(i -> day(from.plusDays(i), letters.charAt(i) == 'R' ? 40 : 80))
            .toList();
    return Episode.of(Measured.discovery(days, Lights.PRESET_60_40));
  }

  @ParameterizedTest
  @CsvSource({
    "RR, 0",
    "RRR, 1",
    "RRgRR, 0",
    "RR.....R, 1", // a gap neither breaks
    "R.R.R, 1",
    "RR........, 0", // nor lengthens
    "RgRRgRRg, 0",
    "RRRgg, 1",
    "RRRgRgRgg, 1", // one good day alone does not end it
    "RRRggRRR, 2",
    "RRRggRRggRR, 1",
    "gggg, 0"
  })
  void threeRedDaysRunningMakeOne(String letters, int episodes) {
    assertThat(episodes(letters)).hasSize(episodes);
  }

  @Test
  void twoGoodDaysRunningEndIt() {
    assertThat(episodes("RRR").getFirst().closed()).isNull();
    assertThat(episodes("RRRg").getFirst().closed()).isNull();
    assertThat(episodes("RRR.g..g").getFirst().closed()).isEqualTo(MONDAY.plusDays(7));
    assertThat(episodes("RRRgRg").getFirst().closed()).isNull();
    Episode whole = episodes("..RRRgRRgg").getFirst();
    assertThat(whole.first()).isEqualTo(MONDAY.plusDays(2));
    assertThat(whole.raised()).isEqualTo(MONDAY.plusDays(4));
    assertThat(whole.last()).isEqualTo(MONDAY.plusDays(7));
  }

  /** Over a month's end, a year's end and a leap day nothing begins anew. */
  @ParameterizedTest
  @CsvSource({"2026-03-30", "2026-12-30", "2028-02-28", "2027-02-27", "2026-10-24"})
  void aRunGoesOverEveryEnd(LocalDate from) {
    Episode episode = episodes("RRR", from).getFirst();
    assertThat(episode.first()).isEqualTo(from);
    assertThat(episode.raised()).isEqualTo(from.plusDays(2));
  }

  @Test
  void aDayIsRedByTheMeanOfItsContacts() {
    assertThat(measured(day(MONDAY, 20, 100)).red()).isFalse(); // exactly 60
    assertThat(measured(day(MONDAY, 20, 99)).red()).isTrue();
    // 59.67 must not be shown as 60, which is not below 60
    assertThat(measured(day(MONDAY, 60, 60, 59)).figure()).isEqualTo(59);
    assertThat(measured(day(MONDAY, 60, 60, 59)).red()).isTrue();
    // of a rep who changed teams at noon the day is one
    assertThat(Measured.discovery(List.of(day(MONDAY, 20), day(MONDAY, 100)), Lights.PRESET_60_40))
        .singleElement()
        .satisfies(whole -> assertThat(whole.figure()).isEqualTo(60));
    // fillers and copies are contacts that do not count
    RepDay filler = new RepDay(REP, MONDAY, 3, 0, 0, Map.of(), Map.of(), 0, 0, 0, 0);
    assertThat(Measured.discovery(List.of(filler), Lights.PRESET_60_40)).isEmpty();
  }

  private static Measured measured(RepDay day) {
    return Measured.discovery(List.of(day), Lights.PRESET_60_40).getFirst();
  }

  @Test
  void actionsAreRedByTheShareThatWasConfirmed() {
    List<Measured> days =
        Measured.actions(
            List.of(
                actions(MONDAY, 5, 2),
                actions(MONDAY.plusDays(1), 5, 1),
                actions(MONDAY.plusDays(2), 0, 0),
                actions(MONDAY.plusDays(3), 3, 1)),
            Lights.PRESET_60_40);
    assertThat(days).extracting(Measured::figure).containsExactly(40, 20, 33);
    assertThat(days).extracting(Measured::red).containsExactly(false, true, true);
  }

  @Test
  void whatIsMissedMostIsNamedFirst() {
    RepDay one =
        new RepDay(
            REP,
            MONDAY,
            3,
            3,
            90,
            Map.of("budget", 3, "pain", 1),
            Map.of("next_step", 3),
            0,
            0,
            0,
            0);
    RepDay other =
        new RepDay(
            REP,
            MONDAY.plusDays(1),
            1,
            1,
            30,
            Map.of("decision_maker", 1),
            Map.of("pain", 1, "competitor", 1),
            0,
            0,
            0,
            0);
    RepDay elsewhere =
        new RepDay(REP, MONDAY.plusDays(9), 9, 9, 0, Map.of("competitor", 9), Map.of(), 0, 0, 0, 0);
    List<Missed> most =
        Missed.most(List.of(one, other, elsewhere), Set.of(MONDAY, MONDAY.plusDays(1)));
    // 6, then 3 twice in the checklist's order; a decision maker missed once is 2
    assertThat(most)
        .containsExactly(
            new Missed("budget", 3, 0), new Missed("pain", 1, 1), new Missed("next_step", 0, 3));
    assertThat(most)
        .extracting(Missed::rule)
        .containsExactly("ask.budget-missing", "ask.pain-missing", "ask.next-step-partial");
    assertThat(Missed.most(List.of(day(MONDAY, 100)), Set.of(MONDAY))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Asia/Shanghai, 2026-12-31T16:30:00Z, 2027-01-01",
    "America/New_York, 2026-12-31T16:30:00Z, 2026-12-31"
  })
  void aDayIsTheCompanysDay(ZoneId zone, Instant at, LocalDate day) {
    assertThat(WorkCalendar.of(zone).day(at)).isEqualTo(day);
  }

  @ParameterizedTest
  @CsvSource({
    // by day at once
    "Asia/Shanghai, 2026-03-02T02:00:00Z, 2026-03-02T02:00:00Z",
    // in the evening and at night: in the morning
    "Asia/Shanghai, 2026-03-02T12:00:00Z, 2026-03-03T00:00:00Z",
    "Asia/Shanghai, 2026-03-02T23:59:59Z, 2026-03-03T00:00:00Z",
    // the same instant is morning elsewhere
    "America/New_York, 2026-03-02T13:00:00Z, 2026-03-02T13:00:00Z",
    "America/New_York, 2026-03-02T12:59:00Z, 2026-03-02T13:00:00Z",
    // Friday evening: on Monday
    "Asia/Shanghai, 2026-03-06T12:30:00Z, 2026-03-09T00:00:00Z",
    // over the new year, which is a holiday, and the weekend after it
    "Asia/Shanghai, 2026-12-31T13:00:00Z, 2027-01-04T00:00:00Z",
    // Sunday the leap year's 27 February is made up for; the 28th is a Monday
    "Asia/Shanghai, 2028-02-26T04:00:00Z, 2028-02-27T00:00:00Z",
    "Asia/Shanghai, 2028-02-29T13:00:00Z, 2028-03-01T00:00:00Z",
    // clocks go forward on a Sunday; Monday at eight is an hour earlier
    "America/New_York, 2026-03-07T15:00:00Z, 2026-03-09T12:00:00Z"
  })
  void nothingIsSentAtNightNorWithoutWork(ZoneId zone, Instant from, Instant expected) {
    assertThat(new SendingHours(zone, calendar(zone)::works).next(from, NIGHT)).isEqualTo(expected);
  }

  private static WorkCalendar calendar(ZoneId zone) {
    return new WorkCalendar(
        zone,
        EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
        Set.of(LocalDate.parse("2027-01-01")),
        Set.of(LocalDate.parse("2028-02-27")));
  }

  @Test
  void quietMayLieWithinADayOrBeNone() {
    SendingHours hours = new SendingHours(ZoneId.of("UTC"), day -> true);
    Quiet noon = new Quiet(LocalTime.of(12, 0), LocalTime.of(14, 0));
    Instant atOne = Instant.parse("2026-03-02T13:00:00Z");
    assertThat(hours.next(atOne, noon)).isEqualTo("2026-03-02T14:00:00Z");
    Quiet none = new Quiet(LocalTime.NOON, LocalTime.NOON);
    assertThat(hours.next(atOne, none)).isEqualTo(atOne);
    // a night that ends on a day of rest goes on until work begins, at midnight if nobody minds
    SendingHours weekdays =
        new SendingHours(ZoneId.of("UTC"), day -> day.getDayOfWeek() != DayOfWeek.SUNDAY);
    assertThat(weekdays.next(Instant.parse("2026-03-01T10:00:00Z"), noon))
        .isEqualTo("2026-03-02T00:00:00Z");
    // a company that never works is told at once
    assertThat(new SendingHours(ZoneId.of("UTC"), day -> false).next(atOne, noon)).isEqualTo(atOne);
  }

  @Test
  void aDigestTellsOfTheTimeSinceTheOneBefore() {
    ZoneId zone = ZoneId.of("Asia/Shanghai");
    LocalTime six = LocalTime.of(18, 0);
    assertThat(DigestTime.of(LocalDate.parse("2026-03-03"), six, calendar(zone)))
        .isEqualTo(
            new DigestTime(
                Instant.parse("2026-03-02T10:00:00Z"), Instant.parse("2026-03-03T10:00:00Z")));
    // Monday after the holiday and the weekend: since New Year's Eve
    assertThat(DigestTime.of(LocalDate.parse("2027-01-04"), six, calendar(zone)).from())
        .isEqualTo("2026-12-31T10:00:00Z");
  }

  @Test
  void itIsTriedAgainLaterAndLater() {
    SendingRules rules = new SendingRules(5, Duration.ofSeconds(10), Duration.ofMinutes(1), 18);
    assertThat(List.of(rules.wait(1), rules.wait(2), rules.wait(3), rules.wait(4), rules.wait(40)))
        .containsExactly(
            Duration.ofSeconds(10),
            Duration.ofSeconds(20),
            Duration.ofSeconds(40),
            Duration.ofMinutes(1),
            Duration.ofMinutes(1));
  }
}
