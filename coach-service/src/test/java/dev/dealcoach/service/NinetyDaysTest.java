package dev.dealcoach.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.service.account.Passwords;
import dev.dealcoach.service.alert.Mailings;
import dev.dealcoach.service.alert.Watch;
import dev.dealcoach.service.dispatch.SendingHours;
import dev.dealcoach.service.dispatch.Wishes;
import dev.dealcoach.service.figure.Lights;
import dev.dealcoach.service.figure.RepFigures;
import dev.dealcoach.service.figure.WorkCalendar;
import dev.dealcoach.service.people.Account;
import dev.dealcoach.service.people.Role;
import dev.dealcoach.service.store.JdbiAccounts;
import dev.dealcoach.service.store.JdbiAlerts;
import dev.dealcoach.service.store.JdbiFigures;
import dev.dealcoach.service.store.JdbiTeams;
import dev.dealcoach.service.store.JdbiWishes;
import io.dropwizard.lifecycle.JettyManaged;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ninety days of a company, played through the interface on a clock of the test's own: three teams,
 * 24 reps, one who fades, one who improves, one who games. The figures of every rep and week are
 * counted a second time in plain SQL, and the one alert comes on the day it must.
 */
class NinetyDaysTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final LocalDate FIRST = LocalDate.parse("2026-03-02"); // a Monday
  private static final int DAYS = 90;
  private static final int REPS = 24;
  private static final int TEAMS = 3;
  private static final int FADES = 5;
  private static final int IMPROVES = 9;
  private static final int GAMES = 14;
  private static final int FADES_FROM = 60;
  private static final int IMPROVES_FROM = 45;
  private static final String FILLER = "今天拜访很顺利，客户表示很感兴趣，需求明确，后续保持跟进。";

  @TempDir Path folder;

  private final Random random = new Random(90);
  private final List<String> good = new ArrayList<>();
  private final List<String> bad = new ArrayList<>();
  private final List<UUID> reps = new ArrayList<>();
  private final List<String> deals = new ArrayList<>();
  private final List<List<LocalDate>> held = new ArrayList<>();
  private volatile Instant now = at(FIRST, 8);
  private ServiceUnderTest service;
  private Jdbi jdbi;
  private Watch watch;

  private static Instant at(LocalDate day, int hour) {
    return day.atTime(hour, 0).atZone(ZONE).toInstant();
  }

  @Test
  void oneAlertOnTheThirdDayAndTheSameFigures() throws Exception {
    texts();
    try (ServiceUnderTest running =
        ServiceUnderTest.at(
            () -> now,
            folder.resolve("data"),
            "sampleCompany=false",
            "figures.zone=" + ZONE,
            "limits.requests=100000",
            "limits.signIns=10000")) {
      service = running;
      // the service's own watch would look at any hour of the test's days, before they are over
      for (Object each : running.support().getEnvironment().lifecycle().getManagedObjects()) {
        if (each instanceof JettyManaged managed && managed.getManaged() instanceof Watch own) {
          own.stop();
        }
      }
      jdbi = running.database();
      watch = watch();
      company();
      for (int day = 0; day < DAYS; day++) {
        play(day);
      }
      theFadingRepHasTheOnlyAlert();
      everyWeekIsTheSame();
    }
  }

  /** Labelled summaries from which the analysis was trained: so its verdict on them is known. */
  private void texts() throws IOException {
    for (String part : List.of("train-zh-a", "train-zh-b")) {
      Path file = Path.of("../nlp-models/corpora/summaries/" + part + ".jsonl");
      for (String line : Files.readAllLines(file)) {
        JsonNode summary = ServiceUnderTest.JSON.readTree(line);
        int score = 0;
        for (JsonNode status : summary.get("labels")) {
          score +=
              status.asText().equals("covered") ? 20 : status.asText().equals("partial") ? 10 : 0;
        }
        if (score >= 80) {
          good.add(summary.get("text").asText());
        } else if (score > 0 && score <= 30) {
          bad.add(summary.get("text").asText());
        }
      }
    }
  }

  private Watch watch() {
    WorkCalendar calendar = WorkCalendar.of(ZONE);
    return new Watch(
        new JdbiAlerts(jdbi),
        figures(),
        new JdbiTeams(jdbi),
        new JdbiAccounts(jdbi),
        new Mailings(
            new JdbiWishes(jdbi),
            new JdbiAccounts(jdbi),
            Map.of(),
            Language.ZH,
            new Wishes.Quiet(LocalTime.of(20, 0), LocalTime.of(8, 0)),
            new SendingHours(ZONE, calendar::works)),
        LocalTime.of(18, 0),
        () -> now);
  }

  private JdbiFigures figures() {
    return new JdbiFigures(jdbi, WorkCalendar.of(ZONE), Lights.PRESET_60_40);
  }

  private String made(String signIn, String path, Map<String, ?> body) throws Exception {
    HttpResponse<String> answer =
        service.send(signIn, "POST", path, ServiceUnderTest.JSON.writeValueAsString(body));
    assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(201);
    return ServiceUnderTest.JSON.readTree(answer.body()).get("id").asText();
  }

  private void company() throws Exception {
    new JdbiAccounts(jdbi)
        .add(
            new Account(UUID.randomUUID(), "root", "Root", Role.ADMIN, true, now),
            new Passwords().hash("try-dealcoach"));
    for (int team = 0; team < TEAMS; team++) {
      String id = made("root", "/api/v1/teams", Map.of("name", "Team " + team));
      join(id, account("lead-" + team, "manager"), true);
      for (int rep = team; rep < REPS; rep += TEAMS) {
        held.add(new ArrayList<>());
      }
    }
    JsonNode teams = service.json("root", "/api/v1/teams");
    for (int rep = 0; rep < REPS; rep++) {
      String account = account("rep-" + rep, "rep");
      reps.add(UUID.fromString(account));
      join(teams.get(rep % TEAMS).get("id").asText(), account, false);
      deals.add(service.deal("rep-" + rep, "客户" + rep));
    }
  }

  private String account(String name, String role) throws Exception {
    return made(
        "root",
        "/api/v1/accounts",
        Map.of("signIn", name, "name", name, "role", role, "password", "try-dealcoach"));
  }

  private void join(String team, String account, boolean leads) throws Exception {
    made(
        "root",
        "/api/v1/teams/" + team + "/members",
        Map.of("account", account, "leads", leads, "since", now.toString()));
  }

  private void play(int number) throws Exception {
    LocalDate day = FIRST.plusDays(number);
    if (day.getDayOfWeek().getValue() > 5) {
      return;
    }
    for (int rep = 0; rep < REPS; rep++) {
      // each meets customers about once a week; the times are anybody's
      if ((number + rep) % 6 == 0 || random.nextInt(25) == 0) {
        now = at(day, 9 + random.nextInt(8)).plusSeconds(random.nextInt(3600));
        contact(rep, number, day);
      }
    }
    if (number % 20 == 1) {
      int rep = random.nextInt(REPS);
      now = at(day, 17);
      String text = "# 方案\n\n您说过：“找模具每次都得翻半天，上个月停了十一次。”\n\n## 报价\n\n共 " + number + " 万元。\n";
      service.handedIn("rep-" + rep, deals.get(rep), "p" + number + ".md", text.getBytes(UTF_8));
      service.ended("rep-" + rep, deals.get(rep));
    }
    now = at(day, 19);
    do {
      watch.run();
    } while (new JdbiAlerts(jdbi).anyChanged());
  }

  private void contact(int rep, int number, LocalDate day) throws Exception {
    List<LocalDate> own = held.get(rep);
    int count = own.size();
    own.add(day);
    String text = good.get((7 * rep + count) % good.size());
    if (rep == FADES && number >= FADES_FROM) {
      text = bad.get(count % bad.size());
    } else if (rep == IMPROVES && number < IMPROVES_FROM && count % 3 != 2) {
      text = bad.get(count % bad.size());
    } else if (rep == GAMES && count > 0) {
      text = count % 2 == 0 ? FILLER : good.get((7 * rep) % good.size());
    }
    HttpResponse<String> answer =
        service.send(
            "rep-" + rep,
            "POST",
            "/api/v1/deals/" + deals.get(rep) + "/contacts",
            ServiceUnderTest.JSON.writeValueAsString(Map.of("text", text)));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
  }

  private void theFadingRepHasTheOnlyAlert() throws Exception {
    List<LocalDate> red =
        held.get(FADES).stream()
            .filter(day -> !day.isBefore(FIRST.plusDays(FADES_FROM)))
            .distinct()
            .limit(3)
            .toList();
    assertThat(red).hasSize(3);
    List<Map<String, Object>> all =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        "select a.account, n.name, a.kind, a.at, a.cause from alerts a"
                            + " join accounts n on n.id = a.account")
                    .mapToMap()
                    .list());
    assertThat(all).hasSize(1);
    assertThat(all.getFirst().get("account")).isEqualTo(reps.get(FADES));
    assertThat(all.getFirst().get("kind")).isEqualTo("DISCOVERY");
    assertThat(all.getFirst().get("cause")).isEqualTo(red.getFirst().toString());

    JsonNode own = service.json("rep-" + FADES, "/api/v1/alerts").get("items");
    assertThat(own).hasSize(1);
    Instant raised = Instant.parse(own.get(0).get("at").asText());
    assertThat(LocalDate.ofInstant(raised, ZONE)).isEqualTo(red.getLast());
    JsonNode alert =
        service.json("rep-" + FADES, "/api/v1/alerts/" + own.get(0).get("id").asText());
    assertThat(alert.get("questions").findValuesAsText("item"))
        .isEqualTo(missedMost(reps.get(FADES), red));
    assertThat(alert.get("questions").findValuesAsText("ask"))
        .allSatisfy(ask -> assertThat(ask).isNotBlank());
    assertThat(alert.get("days").findValuesAsText("day"))
        .isEqualTo(red.stream().map(LocalDate::toString).toList());
    // the direct manager has the copy; the others see nothing of it
    for (int team = 0; team < TEAMS; team++) {
      JsonNode seen = service.json("lead-" + team, "/api/v1/alerts").get("items");
      assertThat(seen).hasSize(team == FADES % TEAMS ? 1 : 0);
      assertThat(told("lead-" + team, "alert-discovery-team")).isEqualTo(seen.size());
    }
    for (int rep = 0; rep < REPS; rep++) {
      assertThat(told("rep-" + rep, "alert-discovery")).isEqualTo(rep == FADES ? 1 : 0);
    }
  }

  private long told(String signIn, String kind) throws Exception {
    return service
        .json(signIn, "/api/v1/notices?limit=200")
        .get("items")
        .findValuesAsText("kind")
        .stream()
        .filter(kind::equals)
        .count();
  }

  private List<String> missedMost(UUID rep, List<LocalDate> days) {
    Map<String, Integer> weight = new TreeMap<>();
    for (LocalDate day : days) {
      jdbi.useHandle(
          handle ->
              handle
                  .createQuery(
                      "select i.item, sum(case i.status when 'missing' then 2 when 'partial' then 1"
                          + " else 0 end) as w from contacts c"
                          + " join contact_summaries s on s.contact = c.id"
                          + " join contact_summary_items i on i.summary = s.id"
                          + " where c.author = :rep and c.held >= :from and c.held < :until"
                          + " and not s.filler and s.copy_of is null group by i.item")
                  .bind("rep", rep)
                  .bind("from", at(day, 0))
                  .bind("until", at(day.plusDays(1), 0))
                  .map((row, context) -> Map.entry(row.getString("item"), row.getInt("w")))
                  .forEach(each -> weight.merge(each.getKey(), each.getValue(), Integer::sum)));
    }
    List<String> order = List.of("pain", "budget", "decision_maker", "competitor", "next_step");
    return order.stream()
        .filter(item -> weight.getOrDefault(item, 0) > 0)
        .sorted(java.util.Comparator.comparingInt((String item) -> -weight.get(item)))
        .limit(3)
        .toList();
  }

  private void everyWeekIsTheSame() {
    JdbiFigures figures = figures();
    int contacts = 0;
    int proposals = 0;
    for (UUID rep : reps) {
      for (LocalDate week = FIRST; week.isBefore(FIRST.plusDays(DAYS)); week = week.plusDays(7)) {
        RepFigures counted = figures.figures(rep, week, week.plusDays(7));
        Instant from = at(week, 0);
        Instant until = at(week.plusDays(7), 0);
        assertThat(
                List.of(
                    counted.contacts(),
                    counted.scored(),
                    String.valueOf(counted.discovery()),
                    counted.missing(),
                    counted.partial(),
                    counted.proposals(),
                    String.valueOf(counted.gold())))
            .as(rep + " " + week)
            .isEqualTo(
                List.of(
                    number("select count(*) from contacts c where " + HELD, rep, from, until),
                    number("select count(*) " + COUNTED, rep, from, until),
                    mean(
                        "select avg(cast(s.score as double precision)) " + COUNTED,
                        rep,
                        from,
                        until),
                    items("missing", rep, from, until),
                    items("partial", rep, from, until),
                    number("select count(*) " + REVIEWED, rep, from, until),
                    mean(
                        "select avg(cast(r.gold as double precision)) " + REVIEWED,
                        rep,
                        from,
                        until)));
        contacts += counted.contacts();
        proposals += counted.proposals();
      }
    }
    assertThat(contacts).isEqualTo(held.stream().mapToInt(List::size).sum()).isGreaterThan(250);
    assertThat(proposals).isPositive();
    // what games is there, and does not count
    RepFigures games = figures.figures(reps.get(GAMES), FIRST, FIRST.plusDays(DAYS));
    assertThat(games.contacts()).isGreaterThan(10);
    assertThat(games.scored()).isEqualTo(1);
    RepFigures before = figures.figures(reps.get(IMPROVES), FIRST, FIRST.plusDays(IMPROVES_FROM));
    RepFigures after =
        figures.figures(reps.get(IMPROVES), FIRST.plusDays(IMPROVES_FROM), FIRST.plusDays(DAYS));
    assertThat(after.discovery()).isGreaterThan(before.discovery());
  }

  private static final String HELD = "c.author = :rep and c.held >= :from and c.held < :until";
  private static final String COUNTED =
      "from contacts c join contact_summaries s on s.contact = c.id"
          + " where not s.filler and s.copy_of is null and "
          + HELD;
  private static final String REVIEWED =
      "from reviews r join proposal_versions v on v.id = r.version where r.state = 'DONE'"
          + " and v.handed_in_by = :rep and v.handed_in >= :from and v.handed_in < :until";

  private int number(String sql, UUID rep, Instant from, Instant until) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(sql)
                .bind("rep", rep)
                .bind("from", from)
                .bind("until", until)
                .mapTo(Integer.class)
                .one());
  }

  private String mean(String sql, UUID rep, Instant from, Instant until) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(sql)
                .bind("rep", rep)
                .bind("from", from)
                .bind("until", until)
                .map(
                    (row, context) ->
                        row.getObject(1) == null ? "null" : String.valueOf(row.getDouble(1)))
                .one());
  }

  private Map<String, Integer> items(String status, UUID rep, Instant from, Instant until) {
    return jdbi.withHandle(
        handle -> {
          Map<String, Integer> items = new TreeMap<>();
          handle
              .createQuery(
                  "select i.item, count(*) as n from contacts c"
                      + " join contact_summaries s on s.contact = c.id"
                      + " join contact_summary_items i on i.summary = s.id where not s.filler"
                      + " and s.copy_of is null and i.status = :status and "
                      + HELD
                      + " group by i.item")
              .bind("status", status)
              .bind("rep", rep)
              .bind("from", from)
              .bind("until", until)
              .map((row, context) -> Map.entry(row.getString("item"), row.getInt("n")))
              .forEach(each -> items.put(each.getKey(), each.getValue()));
          return items;
        });
  }
}
