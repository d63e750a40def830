package dev.dealcoach.service.web.team;

import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.service.access.Access;
import dev.dealcoach.service.account.Viewer;
import dev.dealcoach.service.discovery.Questions;
import dev.dealcoach.service.figure.Figures;
import dev.dealcoach.service.figure.Improvement;
import dev.dealcoach.service.figure.Means;
import dev.dealcoach.service.people.Account;
import dev.dealcoach.service.people.AccountStore;
import dev.dealcoach.service.people.Membership;
import dev.dealcoach.service.people.Sight;
import dev.dealcoach.service.people.Team;
import dev.dealcoach.service.people.TeamStore;
import dev.dealcoach.service.people.TeamTree;
import dev.dealcoach.service.team.TeamWork;
import dev.dealcoach.service.team.TeamWork.Point;
import dev.dealcoach.service.web.team.Progress.Four;
import dev.dealcoach.service.web.team.Progress.Improved;
import dev.dealcoach.service.web.team.Progress.Missed;
import dev.dealcoach.service.web.team.Progress.Share;
import dev.dealcoach.service.web.team.Progress.Span;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts together what a manager sees of the teams at one glance. Thread-safe. */
final class Overview {
  private static final int TO_BEGIN_WITH = 3;

  /** How many points a bar of the distribution is wide; the last is for the full score alone. */
  static final int BAR = 10;

  private final TeamStore teams;
  private final AccountStore accounts;
  private final TeamWork work;
  private final Figures figures;
  private final Questions questions;
  private final Access access;
  private final InstantSource clock;

  Overview(
      TeamStore teams,
      AccountStore accounts,
      TeamWork work,
      Figures figures,
      Questions questions,
      Access access,
      InstantSource clock) {
    this.teams = teams;
    this.accounts = accounts;
    this.work = work;
    this.figures = figures;
    this.questions = questions;
    this.access = access;
    this.clock = clock;
  }

  /**
   * Somebody in a team.
   *
   * @param improvement on the month before, one of each kind that can be told; empty if nothing is
   *     seen of either month
   */
  record Person(UUID id, String name, boolean leads, Four figures, List<Improved> improvement) {}

  /**
   * A team.
   *
   * @param depth below the topmost team that is seen
   * @param people who is in it now
   * @param items how often each item was not covered in what was done in this team
   * @param missed the most-missed of them, with what asks for them
   */
  record Group(
      UUID id,
      String name,
      int depth,
      List<Person> people,
      List<Share> items,
      List<Missed> missed) {}

  /**
   * A review to look at first.
   *
   * @param gold its points that hold, 0 to 3
   * @param machineGold what the machine said, where a person corrected a point; else null
   */
  record First(
      UUID account,
      String name,
      UUID deal,
      UUID review,
      String handedIn,
      int gold,
      @Nullable Integer machineGold) {}

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
   * @param scores how many summaries that count have 0 to 9 points, 10 to 19 and so on, and 100
   * @param spans the weeks, for a year the months, the earliest first
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
      List<First> first,
      List<Integer> scores,
      List<Span> spans) {}

  /**
   * A time in which somebody's teams stayed the same.
   *
   * @param part an instant of it
   */
  private record Turn(UUID account, Instant part) {}

  /** One look at what is stored. */
  private final class Look {
    final Period period;
    final Sight sight;
    final Instant now = clock.instant();
    final Map<UUID, String> names;
    final Map<UUID, Progress> progress = new HashMap<>();
    final Map<UUID, List<Improved>> improved = new HashMap<>();
    final Map<UUID, List<Membership>> members = new HashMap<>();

    Look(Viewer viewer, int days) {
      sight = access.sight(viewer);
      period = Period.of(days, figures.calendar().day(now));
      names = accounts.all().stream().collect(Collectors.toMap(Account::id, Account::name));
    }

    void improvement() {
      Figures.Running running = figures.improvements(sight, period.month());
      Map<UUID, Map<Improvement.Kind, Improvement>> before = new HashMap<>();
      running
          .before()
          .forEach(
              each ->
                  before
                      .computeIfAbsent(each.account(), _ -> new EnumMap<>(Improvement.Kind.class))
                      .put(each.kind(), each));
      for (Improvement each : running.after()) {
        Improvement last = before.getOrDefault(each.account(), Map.of()).get(each.kind());
        improved
            .computeIfAbsent(each.account(), _ -> new ArrayList<>())
            .add(Improved.of(last == null ? none(each) : last, each, figures.lights()));
      }
    }

    /** What each did, in each of the times between two changes of the teams. */
    Map<Turn, Progress> turns() {
      Map<Turn, Progress> turns = new HashMap<>();
      Stream.of(
              figures.stretches(sight, period.first(), period.from(), period.grain()),
              figures.stretches(sight, period.from(), period.until(), period.grain()))
          .flatMap(List::stream)
          .forEach(
              each ->
                  turns
                      .computeIfAbsent(
                          new Turn(each.account(), each.part()), _ -> new Progress(period))
                      .add(each));
      return turns;
    }

    Person person(UUID id, boolean leads) {
      Progress own = progress.get(id);
      return new Person(
          id,
          names.getOrDefault(id, ""),
          leads,
          (own == null ? new Progress(period) : own).four(figures.lights()),
          improved.getOrDefault(id, List.of()));
    }
  }

  /**
   * What this manager sees.
   *
   * @param language of the questions
   */
  Whole of(Viewer viewer, int days, Language language) {
    Look look = new Look(viewer, days);
    Progress whole = new Progress(look.period);
    Map<UUID, Progress> ofTeams = new HashMap<>();
    List<Team> seen =
        teams.all().stream().filter(team -> look.sight.teams().contains(team.id())).toList();
    Map<UUID, List<Membership>> ofAccount = new HashMap<>();
    seen.forEach(team -> ofTeams.put(team.id(), new Progress(look.period)));
    for (Membership each : teams.in(ofTeams.keySet())) {
      look.members.computeIfAbsent(each.team(), _ -> new ArrayList<>()).add(each);
      ofAccount.computeIfAbsent(each.account(), _ -> new ArrayList<>()).add(each);
    }
    look.turns()
        .forEach(
            (turn, progress) -> {
              if (turn.account().equals(viewer.id())) {
                return;
              }
              whole.add(progress);
              look.progress
                  .computeIfAbsent(turn.account(), _ -> new Progress(look.period))
                  .add(progress);
              ofAccount.getOrDefault(turn.account(), List.of()).stream()
                  .filter(membership -> membership.at(turn.part()))
                  .map(Membership::team)
                  .distinct()
                  .forEach(team -> ofTeams.get(team).add(progress));
            });
    look.improvement();
    return whole(viewer, look, whole, ofTeams, seen, language);
  }

  private Whole whole(
      Viewer viewer,
      Look look,
      Progress whole,
      Map<UUID, Progress> ofTeams,
      List<Team> seen,
      Language language) {
    Set<UUID> present = new HashSet<>();
    List<Group> groups = new ArrayList<>();
    for (TeamTree.Branch branch : TeamTree.of(seen).branches()) {
      UUID team = branch.team().id();
      List<Person> people = new ArrayList<>();
      for (Membership each : look.members.getOrDefault(team, List.of())) {
        if (each.at(look.now) && !each.account().equals(viewer.id())) {
          present.add(each.account());
          people.add(look.person(each.account(), each.leads()));
        }
      }
      people.sort(Comparator.comparing(Person::leads).reversed().thenComparing(Person::name));
      Progress own = ofTeams.getOrDefault(team, new Progress(look.period));
      groups.add(
          new Group(
              team,
              branch.team().name(),
              branch.depth(),
              people,
              own.shares(),
              own.missed(questions, language)));
    }
    List<Person> former =
        look.progress.keySet().stream()
            .filter(account -> !present.contains(account))
            .map(account -> look.person(account, false))
            .sorted(Comparator.comparing(Person::name).thenComparing(Person::id))
            .toList();
    Means ofAll = whole.means();
    int people =
        (int)
            look.progress.values().stream()
                .map(Progress::means)
                .filter(each -> each.scored() + each.proposals() > 0)
                .count();
    return new Whole(
        look.period.days(),
        people,
        ofAll.scored(),
        ofAll.discovery(),
        ofAll.proposals(),
        ofAll.gold(),
        groups,
        former,
        first(viewer, look),
        bars(whole.sums().scores()),
        whole.spans());
  }

  private static List<Integer> bars(Map<Integer, Integer> scores) {
    int[] bars = new int[100 / BAR + 1];
    scores.forEach((score, count) -> bars[score / BAR] += count);
    return Arrays.stream(bars).boxed().toList();
  }

  /** Goes back by a week, then by twice as much each time: most often the last week has enough. */
  private List<First> first(Viewer viewer, Look look) {
    List<First> first = new ArrayList<>();
    Set<UUID> known = new HashSet<>(Set.of(viewer.id()));
    LocalDate until = look.period.until();
    for (int weeks = 1;
        first.size() < TO_BEGIN_WITH && look.period.from().isBefore(until);
        weeks *= 2) {
      LocalDate back = until.minusWeeks(weeks);
      LocalDate from = back.isBefore(look.period.from()) ? look.period.from() : back;
      work
          .newest(look.sight, figures.calendar().start(from), figures.calendar().start(until))
          .stream()
          .filter(point -> known.add(point.account()) && point.gold() <= 1)
          .limit(TO_BEGIN_WITH - first.size())
          .map(point -> first(point, look.names))
          .forEach(first::add);
      until = from;
    }
    return List.copyOf(first);
  }

  private static First first(Point point, Map<UUID, String> names) {
    return new First(
        point.account(),
        names.getOrDefault(point.account(), ""),
        point.deal(),
        point.review(),
        point.handedIn().toString(),
        point.gold(),
        point.machineGold());
  }

  /**
   * One person in a period.
   *
   * @param missed the items that are missed most, with what asks for them
   * @param spans the weeks, for a year the months, the earliest first
   */
  record Single(
      int days,
      Four figures,
      List<Improved> improvement,
      List<Share> items,
      List<Missed> missed,
      List<Span> spans) {}

  /** One person, as far as it is seen. */
  Single person(Viewer viewer, UUID id, int days, Language language) {
    Sight sight = access.sight(viewer);
    Period period = Period.of(days, figures.calendar().day(clock.instant()));
    Progress own = new Progress(period);
    figures.stretches(sight, id, period.first(), period.from(), period.grain()).forEach(own::add);
    figures.stretches(sight, id, period.from(), period.until(), period.grain()).forEach(own::add);
    Figures.Running running = figures.improvements(sight, id, period.month());
    List<Improved> improved = new ArrayList<>();
    for (Improvement each : running.after()) {
      Improvement last =
          running.before().stream()
              .filter(other -> other.kind() == each.kind())
              .findFirst()
              .orElse(none(each));
      improved.add(Improved.of(last, each, figures.lights()));
    }
    return new Single(
        days,
        own.four(figures.lights()),
        improved,
        own.shares(),
        own.missed(questions, language),
        own.spans());
  }

  /** What stands for a month of which nothing is seen. */
  private static Improvement none(Improvement after) {
    return new Improvement(
        after.account(), after.month().minusMonths(1), after.kind(), null, Set.of(), 0, 0, 0, 0);
  }
}
