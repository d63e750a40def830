package dev.dealcoach.service.brief;

import dev.dealcoach.service.brief.Brief.Point;
import dev.dealcoach.service.brief.Brief.Rep;
import dev.dealcoach.service.figure.Figures;
import dev.dealcoach.service.figure.Light;
import dev.dealcoach.service.figure.Lights;
import dev.dealcoach.service.figure.RepFigures;
import dev.dealcoach.service.figure.WorkCalendar;
import dev.dealcoach.service.lesson.Gap;
import dev.dealcoach.service.lesson.Submission;
import dev.dealcoach.service.lesson.Submissions;
import dev.dealcoach.service.people.Account;
import dev.dealcoach.service.people.AccountStore;
import dev.dealcoach.service.people.Membership;
import dev.dealcoach.service.people.Role;
import dev.dealcoach.service.people.Sight;
import dev.dealcoach.service.people.Team;
import dev.dealcoach.service.people.TeamStore;
import dev.dealcoach.service.task.Task;
import dev.dealcoach.service.task.TaskStore;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Makes briefs. Thread-safe. */
public final class Briefs {
  private static final int DAYS = 7;

  private final Figures figures;
  private final Submissions submissions;
  private final TaskStore tasks;
  private final TeamStore teams;
  private final AccountStore accounts;
  private final InstantSource clock;

  public Briefs(
      Figures figures,
      Submissions submissions,
      TaskStore tasks,
      TeamStore teams,
      AccountStore accounts,
      InstantSource clock) {
    this.figures = figures;
    this.submissions = submissions;
    this.tasks = tasks;
    this.teams = teams;
    this.accounts = accounts;
    this.clock = clock;
  }

  /** The Monday of the week that is under way. */
  public LocalDate thisWeek() {
    return WorkCalendar.week(today());
  }

  private LocalDate today() {
    return figures.calendar().day(clock.instant());
  }

  /**
   * The brief of a week.
   *
   * @param sight of the team and those below it
   * @param monday of a week that has begun
   */
  public Brief of(Team team, Sight sight, LocalDate monday) {
    WorkCalendar calendar = figures.calendar();
    LocalDate end = monday.plusDays(DAYS);
    LocalDate today = today();
    LocalDate last = today.isBefore(end) ? today : end.minusDays(1);
    Instant from = calendar.start(monday);
    Instant until = calendar.start(end);
    Instant asOf = calendar.start(last.plusDays(1));
    Lights lights = figures.lights();

    Map<UUID, RepFigures> known =
        figures.figures(sight, monday, end).stream()
            .collect(Collectors.toMap(RepFigures::account, Function.identity()));
    List<Rep> reps =
        people(sight, from, until).stream()
            .map(
                account -> {
                  RepFigures own = known.getOrDefault(account.id(), none(account.id()));
                  return new Rep(
                      account.id(),
                      account.name(),
                      own,
                      lights.discovery(own.discovery()),
                      lights.rate(own.effectiveActionRate()));
                })
            .toList();
    Set<UUID> ids = reps.stream().map(Rep::id).collect(Collectors.toSet());
    List<Submission> handedIn =
        submissions.of(sight, from, until).stream()
            .filter(each -> ids.contains(each.account()))
            .toList();
    List<Task> left =
        tasks.during(sight, from, asOf).stream()
            .filter(task -> ids.contains(task.owner()))
            .toList();
    return new Brief(
        team,
        monday,
        last,
        reps,
        Gap.top(reps.stream().map(Rep::figures).toList(), handedIn),
        left,
        points(reps, left, last));
  }

  /** Who was in these teams at any time of the week without leading. */
  private List<Account> people(Sight sight, Instant from, Instant until) {
    Set<UUID> members =
        sight.teams().stream()
            .flatMap(team -> teams.in(team).stream())
            .filter(each -> !each.leads() && within(each, from, until))
            .map(Membership::account)
            .collect(Collectors.toSet());
    return accounts.all().stream()
        .filter(account -> account.role() == Role.REP && members.contains(account.id()))
        .sorted(Comparator.comparing(Account::name).thenComparing(Account::id))
        .toList();
  }

  private static boolean within(Membership membership, Instant from, Instant until) {
    Instant left = membership.until();
    return membership.since().isBefore(until) && (left == null || left.isAfter(from));
  }

  private static RepFigures none(UUID account) {
    return new RepFigures(account, 0, 0, null, Map.of(), Map.of(), 0, 0, null, 0, null, 0, null);
  }

  private static List<Point> points(List<Rep> reps, List<Task> tasks, LocalDate last) {
    List<Point> points = new ArrayList<>();
    for (Rep rep : reps) {
      Double score = rep.figures().discovery();
      if (rep.discovery() == Light.RED && score != null) {
        points.add(new Point.Discovery(rep.name(), score, mostMissed(rep.figures())));
      }
    }
    for (Rep rep : reps) {
      if (rep.rate() == Light.RED) {
        points.add(
            new Point.Actions(rep.name(), rep.figures().confirmed(), rep.figures().actions()));
      }
    }
    for (Rep rep : reps) {
      if (rep.figures().contacts() == 0) {
        points.add(new Point.Silent(rep.name()));
      }
    }
    for (Task task : tasks) {
      if (task.overdue(last.plusDays(1))) {
        points.add(new Point.Late(task.ownerName(), task.title()));
      }
    }
    return points;
  }

  private static String mostMissed(RepFigures figures) {
    return figures.missing().entrySet().stream()
        .min(
            Map.Entry.<String, Integer>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .orElse("");
  }
}
