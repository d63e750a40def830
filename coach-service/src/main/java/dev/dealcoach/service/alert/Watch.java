package dev.dealcoach.service.alert;

import dev.dealcoach.service.alert.Turn.Held;
import dev.dealcoach.service.alert.Turn.Known;
import dev.dealcoach.service.alert.Turn.NewAlert;
import dev.dealcoach.service.dispatch.Telling;
import dev.dealcoach.service.figure.Figures;
import dev.dealcoach.service.figure.Improvement;
import dev.dealcoach.service.figure.Lights;
import dev.dealcoach.service.figure.RepDay;
import dev.dealcoach.service.people.Account;
import dev.dealcoach.service.people.AccountStore;
import dev.dealcoach.service.people.Superiors;
import dev.dealcoach.service.people.TeamStore;
import io.dropwizard.lifecycle.Managed;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks who needs help, and has those told who should know: whenever something of a rep has
 * changed, and for what is overdue or due by the clock. One process of those that share a database
 * does so at a time. Thread-safe.
 */
public final class Watch implements Managed {
  private static final Logger LOG = LoggerFactory.getLogger(Watch.class);

  /** A summary is due this long after the contact (SPEC §6). */
  public static final Duration DUE = Duration.ofHours(2);

  /** How far back days are looked at for somebody who never had an alert. */
  private static final int LOOK_BACK_DAYS = 90;

  /** Nobody is told of days that are so long ago, such as after an import. */
  private static final int FRESH_DAYS = 14;

  /** Nor of a contact that was due, or summarised, so long ago. */
  private static final Duration FRESH = Duration.ofDays(1);

  /** What the clock alone brings about is looked for every so many seconds. */
  private static final int CLOCKWORK_SECONDS = 60;

  private final AlertStore alerts;
  private final Figures figures;
  private final TeamStore teams;
  private final AccountStore accounts;
  private final Mailings mailings;
  private final LocalTime digest;
  private final InstantSource clock;

  /** The day on which months were compared last; their causes see to it that once is enough. */
  private volatile LocalDate compared = LocalDate.MIN;

  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("alerts").factory());

  /**
   * @param digest when managers are told what was not covered, on days on which people work
   */
  public Watch(
      AlertStore alerts,
      Figures figures,
      TeamStore teams,
      AccountStore accounts,
      Mailings mailings,
      LocalTime digest,
      InstantSource clock) {
    this.alerts = alerts;
    this.figures = figures;
    this.teams = teams;
    this.accounts = accounts;
    this.mailings = mailings;
    this.digest = digest;
    this.clock = clock;
  }

  @Override
  public void start() {
    ScheduledFuture<?> unusedChanges =
        timer.scheduleWithFixedDelay(() -> attempt(this::changes), 1, 1, TimeUnit.SECONDS);
    ScheduledFuture<?> unusedClockwork =
        timer.scheduleWithFixedDelay(
            () -> attempt(this::clockwork), CLOCKWORK_SECONDS, CLOCKWORK_SECONDS, TimeUnit.SECONDS);
  }

  @Override
  public void stop() throws InterruptedException {
    timer.shutdown();
    if (!timer.awaitTermination(5, TimeUnit.SECONDS)) {
      timer.shutdownNow();
    }
  }

  private static void attempt(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      LOG.error("alerts could not be looked after; they will be soon", e);
    }
  }

  /** Looks at everything now; what another process is just looking at is left to it. */
  public void run() {
    changes();
    clockwork();
  }

  private void changes() {
    Set<UUID> seen = new HashSet<>();
    boolean more = alerts.anyChanged();
    while (more) {
      Instant now = clock.instant();
      seen.clear();
      boolean mine =
          alerts.alone(
              now,
              turn -> {
                seen.addAll(turn.changed());
                seen.forEach(account -> lookAt(turn, account, now));
              });
      more = mine && !seen.isEmpty();
    }
  }

  private void clockwork() {
    Instant now = clock.instant();
    boolean unused =
        alerts.alone(
            now,
            turn -> {
              turn.closeSummarised(now);
              overdue(turn, now);
              digests(turn, now);
              coaching(turn, now);
            });
  }

  private void lookAt(Turn turn, UUID account, Instant now) {
    if (!active(account)) {
      return;
    }
    turn.closeSummarised(now);
    Lights lights = figures.lights();
    for (Held held : turn.below(account, lights.discoveryRed(), now.minus(FRESH), now)) {
      for (UUID manager : Superiors.direct(teams, account, now)) {
        tell(
            turn,
            Telling.ofContact(manager, held.contact(), now),
            "red-contact",
            "/deals/" + held.deal() + "/contacts/" + held.contact(),
            now);
      }
    }
    days(turn, account, AlertKind.DISCOVERY, now);
    days(turn, account, AlertKind.ACTIONS, now);
  }

  private boolean active(UUID account) {
    return accounts.find(account).filter(Account::active).isPresent();
  }

  /** Raises, ends or withdraws the alert that rests on somebody's days. */
  private void days(Turn turn, UUID account, AlertKind kind, Instant now) {
    LocalDate today = figures.calendar().day(now);
    Known known = turn.latest(account, kind).orElse(null);
    List<RepDay> days = figures.days(account, from(known, today), today.plusDays(1));
    Lights lights = figures.lights();
    List<Measured> measured =
        kind == AlertKind.DISCOVERY
            ? Measured.discovery(days, lights)
            : Measured.actions(days, lights);
    List<Episode> episodes = Episode.of(measured);
    Optional<Episode> same =
        known == null || known.closing() == Closing.GOOD_DAYS
            ? Optional.empty()
            : Episode.on(known.days(), episodes);
    if (known != null) {
      settle(turn, known, same.orElse(null), now);
    }
    if (episodes.isEmpty() || same.equals(Optional.of(episodes.getLast()))) {
      return;
    }
    Episode last = episodes.getLast();
    if (last.closed() == null && !last.last().isBefore(today.minusDays(FRESH_DAYS))) {
      double threshold = kind == AlertKind.DISCOVERY ? lights.discoveryRed() : lights.rateRed();
      Set<LocalDate> red = last.red().stream().map(Measured::day).collect(Collectors.toSet());
      raise(
          turn,
          new NewAlert(
              UUID.randomUUID(),
              account,
              kind,
              last.first().toString(),
              null,
              (int) Math.round(threshold),
              last.red(),
              Missed.most(days, red),
              now),
          now);
    }
  }

  /** What is closed by good days stays closed: only what comes after can be a new cause. */
  private static LocalDate from(@Nullable Known known, LocalDate today) {
    if (known == null) {
      return today.minusDays(LOOK_BACK_DAYS);
    }
    LocalDate closed = known.closedDay();
    return known.closing() == Closing.GOOD_DAYS && closed != null
        ? closed.plusDays(1)
        : known.days().stream().min(LocalDate::compareTo).orElse(today);
  }

  private static void settle(Turn turn, Known known, @Nullable Episode same, Instant now) {
    if (known.closing() == null) {
      if (same == null) {
        turn.close(known.id(), Closing.WITHDRAWN, null, now);
      } else if (same.closed() != null) {
        turn.close(known.id(), Closing.GOOD_DAYS, same.closed(), now);
      }
    } else if (known.closing() == Closing.WITHDRAWN && same != null && same.closed() == null) {
      turn.reopen(known.id());
    }
  }

  private void overdue(Turn turn, Instant now) {
    Instant due = now.minus(DUE);
    for (Held held : turn.withoutSummary(due.minus(FRESH), due)) {
      if (active(held.author())) {
        raise(
            turn,
            new NewAlert(
                UUID.randomUUID(),
                held.author(),
                AlertKind.OVERDUE,
                held.contact().toString(),
                held.contact(),
                0,
                List.of(),
                List.of(),
                now),
            now);
      }
    }
  }

  /** Two months running with little improvement call for a talk; once a day is soon enough. */
  private void coaching(Turn turn, Instant now) {
    LocalDate today = figures.calendar().day(now);
    if (today.equals(compared)) {
      return;
    }
    YearMonth month = YearMonth.from(today).minusMonths(1);
    for (Account account : accounts.all()) {
      if (account.active()) {
        coaching(turn, account.id(), month, now);
      }
    }
    compared = today;
  }

  private void coaching(Turn turn, UUID account, YearMonth month, Instant now) {
    List<Improvement> later = figures.improvement(account, month);
    List<Improvement> stated = later.stream().filter(each -> each.rate() != null).toList();
    if (stated.isEmpty()) {
      return;
    }
    Known known = turn.latest(account, AlertKind.COACHING).orElse(null);
    boolean open = known != null && known.closing() == null;
    if (stated.stream().noneMatch(Watch::low)) {
      if (open) {
        turn.close(known.id(), Closing.IMPROVED, null, now);
      }
      return;
    }
    List<Improvement> before = figures.improvement(account, month.minusMonths(1));
    for (Improvement each : stated) {
      Optional<Improvement> same =
          before.stream().filter(other -> other.kind() == each.kind() && low(other)).findFirst();
      if (!open && low(each) && same.isPresent()) {
        List<RepDay> days = figures.days(account, month.atDay(1), month.plusMonths(1).atDay(1));
        Set<LocalDate> all = days.stream().map(RepDay::day).collect(Collectors.toSet());
        raise(
            turn,
            new NewAlert(
                UUID.randomUUID(),
                account,
                AlertKind.COACHING,
                month.toString(),
                null,
                (int) Math.round(100 * Improvement.COACHING),
                List.of(measured(same.get()), measured(each)),
                each.kind() == Improvement.Kind.CONTACT ? Missed.most(days, all) : List.of(),
                now),
            now);
        return;
      }
    }
  }

  private static boolean low(Improvement each) {
    return each.rate() != null && each.rate() < Improvement.COACHING;
  }

  private static Measured measured(Improvement each) {
    double rate = each.rate() == null ? 0 : each.rate();
    return new Measured(each.month().atDay(1), (int) Math.floor(100 * rate), true);
  }

  private void raise(Turn turn, NewAlert alert, Instant now) {
    if (!turn.raise(alert)) {
      return;
    }
    String link = "/alerts/" + alert.id();
    String notice = "alert-" + alert.kind().id();
    tell(turn, Telling.ofAlert(alert.account(), alert.id(), now), notice, link, now);
    for (UUID manager : Superiors.direct(teams, alert.account(), now)) {
      tell(turn, Telling.ofAlert(manager, alert.id(), now), notice + "-team", link, now);
    }
  }

  private void digests(Turn turn, Instant now) {
    LocalDate today = figures.calendar().day(now);
    DigestTime time = DigestTime.of(today, digest, figures.calendar());
    if (!figures.calendar().works(today) || now.isBefore(time.until())) {
      return;
    }
    for (UUID leader : turn.digestReaders(today, now)) {
      if (!alerts.digest(leader, time.from(), time.until()).isEmpty()) {
        tell(turn, Telling.ofDay(leader, today, now), "digest", "/alerts/digest/" + today, now);
      }
    }
  }

  private void tell(Turn turn, Telling telling, String notice, String link, Instant now) {
    if (active(telling.account())) {
      turn.tell(telling, notice, link, mailings.mailing(telling.account(), now));
    }
  }
}
