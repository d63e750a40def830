package dev.dealcoach.service.web.team;

import dev.dealcoach.service.access.Access;
import dev.dealcoach.service.account.Viewer;
import dev.dealcoach.service.people.Account;
import dev.dealcoach.service.people.AccountStore;
import dev.dealcoach.service.people.Membership;
import dev.dealcoach.service.people.Sight;
import dev.dealcoach.service.people.Team;
import dev.dealcoach.service.people.TeamStore;
import dev.dealcoach.service.people.TeamTree;
import dev.dealcoach.service.team.TeamWork;
import dev.dealcoach.service.team.TeamWork.Figures;
import dev.dealcoach.service.team.TeamWork.Point;
import dev.dealcoach.service.team.TeamWork.Talks;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts together what a manager sees of the teams at one glance. Thread-safe. */
final class Overview {
  /** How many reviews a person's trend line has. */
  static final int TREND = 10;

  private static final int TO_BEGIN_WITH = 3;

  private final TeamStore teams;
  private final AccountStore accounts;
  private final TeamWork work;
  private final Access access;
  private final InstantSource clock;

  Overview(
      TeamStore teams, AccountStore accounts, TeamWork work, Access access, InstantSource clock) {
    this.teams = teams;
    this.accounts = accounts;
    this.work = work;
    this.access = access;
    this.clock = clock;
  }

  /**
   * Somebody in a team.
   *
   * @param summaries how many summaries of the period count
   * @param discovery mean of their scores, 0 to 100; null without any
   * @param reviews how many were done in the period
   * @param gold mean of their points, 0 to 3; null without a review in the period
   * @param trend points of the newest reviews, whenever they were, the oldest first
   * @param last when the newest of the period was handed in; null if there is none
   */
  record Person(
      UUID id,
      String name,
      boolean leads,
      int summaries,
      @Nullable Double discovery,
      int reviews,
      @Nullable Double gold,
      List<Integer> trend,
      @Nullable String last) {}

  /**
   * A team.
   *
   * @param depth below the topmost team that is seen
   */
  record Group(UUID id, String name, int depth, List<Person> people) {}

  /**
   * A review to look at first.
   *
   * @param gold its points, 0 to 3
   */
  record First(UUID account, String name, UUID deal, UUID review, String handedIn, int gold) {}

  /**
   * The whole.
   *
   * @param days length of the period
   * @param people how many handed something in or wrote a summary that counts
   * @param summaries how many summaries count
   * @param discovery mean of their scores; null without any
   * @param reviews how many reviews were done
   * @param gold mean of their points; null without any
   * @param former whose work in these teams is seen, and who is in none of them now
   * @param first the newest reviews of their people with at most one point, the newest first
   */
  record Whole(
      int days,
      int people,
      int summaries,
      @Nullable Double discovery,
      int reviews,
      @Nullable Double gold,
      List<Group> teams,
      List<Person> former,
      List<First> first) {}

  /** What this manager sees. */
  Whole of(Viewer viewer, int days) {
    Instant now = clock.instant();
    Sight sight = access.sight(viewer);
    Map<UUID, String> names =
        accounts.all().stream().collect(Collectors.toMap(Account::id, Account::name));
    Instant since = now.minus(Duration.ofDays(days));
    Map<UUID, Figures> figures = new LinkedHashMap<>();
    work.figures(sight, since).stream()
        .filter(each -> !each.account().equals(viewer.id()))
        .forEach(each -> figures.put(each.account(), each));
    Map<UUID, Talks> talks = new LinkedHashMap<>();
    work.talks(sight, since).stream()
        .filter(each -> !each.account().equals(viewer.id()))
        .forEach(each -> talks.put(each.account(), each));
    Map<UUID, List<Point>> latest =
        work.latest(sight, TREND).stream()
            .filter(each -> !each.account().equals(viewer.id()))
            .collect(Collectors.groupingBy(Point::account));

    Set<UUID> present = new HashSet<>();
    List<Group> groups = new ArrayList<>();
    List<Team> seen =
        teams.all().stream().filter(team -> sight.teams().contains(team.id())).toList();
    for (TeamTree.Branch branch : TeamTree.of(seen).branches()) {
      List<Person> people = new ArrayList<>();
      for (Membership each : teams.in(branch.team().id())) {
        if (each.at(now) && !each.account().equals(viewer.id())) {
          present.add(each.account());
          people.add(person(each.account(), each.leads(), names, figures, talks, latest));
        }
      }
      people.sort(Comparator.comparing(Person::leads).reversed().thenComparing(Person::name));
      groups.add(new Group(branch.team().id(), branch.team().name(), branch.depth(), people));
    }
    List<Person> former =
        Stream.concat(latest.keySet().stream(), talks.keySet().stream())
            .distinct()
            .filter(account -> !present.contains(account))
            .map(account -> person(account, false, names, figures, talks, latest))
            .sorted(Comparator.comparing(Person::name))
            .toList();
    int reviews = figures.values().stream().mapToInt(Figures::reviews).sum();
    double points =
        figures.values().stream().mapToDouble(each -> each.gold() * each.reviews()).sum();
    int summaries = talks.values().stream().mapToInt(Talks::summaries).sum();
    double scores =
        talks.values().stream().mapToDouble(each -> each.score() * each.summaries()).sum();
    Set<UUID> active = new HashSet<>(figures.keySet());
    active.addAll(talks.keySet());
    return new Whole(
        days,
        active.size(),
        summaries,
        summaries == 0 ? null : scores / summaries,
        reviews,
        reviews == 0 ? null : points / reviews,
        groups,
        former,
        first(latest, since, names));
  }

  private static List<First> first(
      Map<UUID, List<Point>> latest, Instant since, Map<UUID, String> names) {
    return latest.values().stream()
        .map(List::getLast)
        .filter(point -> point.gold() <= 1 && !point.handedIn().isBefore(since))
        .sorted(Comparator.comparing(Point::handedIn).reversed().thenComparing(Point::review))
        .limit(TO_BEGIN_WITH)
        .map(
            point ->
                new First(
                    point.account(),
                    names.getOrDefault(point.account(), ""),
                    point.deal(),
                    point.review(),
                    point.handedIn().toString(),
                    point.gold()))
        .toList();
  }

  private static Person person(
      UUID id,
      boolean leads,
      Map<UUID, String> names,
      Map<UUID, Figures> figures,
      Map<UUID, Talks> talks,
      Map<UUID, List<Point>> latest) {
    Figures own = figures.get(id);
    Talks talk = talks.get(id);
    return new Person(
        id,
        names.getOrDefault(id, ""),
        leads,
        talk == null ? 0 : talk.summaries(),
        talk == null ? null : talk.score(),
        own == null ? 0 : own.reviews(),
        own == null ? null : own.gold(),
        latest.getOrDefault(id, List.of()).stream().map(Point::gold).toList(),
        own == null ? null : own.last().toString());
  }
}
