package dev.dealcoach.service.store;

import dev.dealcoach.service.figure.Stretch;
import dev.dealcoach.service.figure.Sums;
import dev.dealcoach.service.figure.Tally;
import dev.dealcoach.service.figure.WorkCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the sums of days, weeks and months what the sources say. A rep's month is counted anew as a
 * whole, so that a change that is noted twice, or for nothing, does no harm. Thread-safe, also
 * between processes: who counts holds the lock of one row, takes the changes that were committed by
 * then, reads the sources after that, and deletes just the changes taken; one that is committed
 * meanwhile waits for the next.
 */
final class FigureLedger {
  /** To be raised when what is counted changes: then everything is counted anew. */
  private static final int DEFINITION = 2;

  /** How many changes are taken in one transaction. */
  private static final int AT_ONCE = 2000;

  /** Where sums are kept, and the first day of what a row of each is about. */
  private static final Map<String, UnaryOperator<LocalDate>> TABLES =
      Map.of(
          "rep_days", day -> day,
          "rep_weeks", RepWeek::of,
          "rep_months", day -> day.withDayOfMonth(1));

  private static final LocalDate EVER = LocalDate.of(1970, 1, 1);
  private static final LocalDate NEVER = LocalDate.of(9000, 1, 1);

  /**
   * H2 lets only one process in and does not wait long for a row; its threads wait for each other
   * here.
   */
  private static final ReentrantLock TURN = new ReentrantLock();

  private final Jdbi jdbi;
  private final WorkCalendar calendar;

  FigureLedger(Jdbi jdbi, WorkCalendar calendar) {
    this.jdbi = jdbi;
    this.calendar = calendar;
  }

  private record Change(long number, UUID account, @Nullable Instant at, @Nullable LocalDate day) {}

  /** Counts what has changed; everything if nothing was counted yet or days begin elsewhere now. */
  void catchUp() {
    if (jdbi.withHandle(handle -> upToDate(handle) && pending(handle, 1).isEmpty())) {
      return;
    }
    TURN.lock();
    try {
      boolean more = true;
      while (more) {
        more = jdbi.inTransaction(this::step);
      }
    } finally {
      TURN.unlock();
    }
  }

  /** Counts everything anew. */
  void backfill() {
    TURN.lock();
    try {
      jdbi.useTransaction(
          handle -> {
            lock(handle);
            everything(handle);
          });
    } finally {
      TURN.unlock();
    }
  }

  /** Waits until nobody counts, and lets nobody count until the transaction ends. */
  static void lock(Handle handle) {
    handle.execute(
        "insert into figure_state (id, zone, definition) values (1, '', 0) on conflict do nothing");
    handle
        .createQuery("select id from figure_state where id = 1 for update")
        .mapTo(Integer.class)
        .one();
  }

  private boolean upToDate(Handle handle) {
    return handle
        .createQuery("select 1 from figure_state where zone = :zone and definition = :definition")
        .bind("zone", calendar.zone().getId())
        .bind("definition", DEFINITION)
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  private static List<Change> pending(Handle handle, int most) {
    return handle
        .createQuery(
            "select number, account, at, held_on from figure_changes order by number"
                + " fetch first :most rows only")
        .bind("most", most)
        .map(
            (row, context) -> {
              OffsetDateTime at = row.getObject("at", OffsetDateTime.class);
              return new Change(
                  row.getLong("number"),
                  row.getObject("account", UUID.class),
                  at == null ? null : at.toInstant(),
                  row.getObject("held_on", LocalDate.class));
            })
        .list();
  }

  /** Whether there may be more. */
  private boolean step(Handle handle) {
    lock(handle);
    if (!upToDate(handle)) {
      everything(handle);
      return true;
    }
    List<Change> changes = pending(handle, AT_ONCE);
    Map<UUID, TreeSet<YearMonth>> months = new TreeMap<>();
    for (Change each : changes) {
      LocalDate day = each.day();
      Instant at = each.at();
      if (at != null) {
        day = calendar.day(at);
      }
      if (day != null) {
        months.computeIfAbsent(each.account(), _ -> new TreeSet<>()).add(WorkCalendar.month(day));
      }
    }
    months.forEach(
        (account, each) -> {
          if (there(handle, account)) {
            each.forEach(
                month -> count(handle, account, month.atDay(1), month.plusMonths(1).atDay(1)));
          }
        });
    forget(handle, changes);
    return changes.size() == AT_ONCE;
  }

  private void everything(Handle handle) {
    List<Change> changes = pending(handle, Integer.MAX_VALUE);
    TABLES.forEach((table, _) -> handle.execute("delete from " + table));
    handle.execute("delete from review_rules");
    handle
        .createQuery("select id from accounts order by id")
        .mapTo(UUID.class)
        .list()
        .forEach(account -> count(handle, account, EVER, NEVER));
    forget(handle, changes);
    handle
        .createUpdate("update figure_state set zone = :zone, definition = :definition where id = 1")
        .bind("zone", calendar.zone().getId())
        .bind("definition", DEFINITION)
        .execute();
  }

  private static boolean there(Handle handle, UUID account) {
    return handle
        .createQuery("select 1 from accounts where id = :account")
        .bind("account", account)
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  private static void forget(Handle handle, List<Change> changes) {
    if (changes.isEmpty()) {
      return;
    }
    PreparedBatch batch = handle.prepareBatch("delete from figure_changes where number = :number");
    changes.forEach(each -> batch.bind("number", each.number()).add());
    batch.execute();
  }

  /** Counts a rep's whole months anew. */
  private void count(Handle handle, UUID account, LocalDate from, LocalDate until) {
    for (String table : TABLES.keySet()) {
      handle
          .createUpdate(
              "delete from "
                  + table
                  + " where account = :account and on_day >= :from and on_day < :until")
          .bind("account", account)
          .bind("from", from)
          .bind("until", until)
          .execute();
    }
    List<Stretch> days = FigureSources.days(handle, calendar, account, from, until);
    TABLES.forEach((table, first) -> write(handle, table, added(account, days, first)));
  }

  /** The days of each week or month in one, as long as the rep's teams stayed the same. */
  private static List<Stretch> added(
      UUID account, List<Stretch> days, UnaryOperator<LocalDate> first) {
    Map<LocalDate, Map<Instant, Tally>> all = new HashMap<>();
    for (Stretch each : days) {
      all.computeIfAbsent(first.apply(each.day()), _ -> new HashMap<>())
          .computeIfAbsent(each.part(), _ -> new Tally())
          .add(each.sums());
    }
    return all.entrySet().stream()
        .flatMap(
            day ->
                day.getValue().entrySet().stream()
                    .map(
                        part ->
                            new Stretch(
                                account, day.getKey(), part.getKey(), part.getValue().sums())))
        .toList();
  }

  private static void write(Handle handle, String table, List<Stretch> all) {
    if (all.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        handle.prepareBatch(
            "insert into "
                + table
                + " (account, on_day, part, contacts, scores, missing, partial, actions, confirmed,"
                + " proposals, gold_sum, quoted, warm_up_days, findings) values (:account, :day,"
                + " :part, :contacts, :scores, :missing, :partial, :actions, :confirmed,"
                + " :proposals, :goldSum, :quoted, :warmUpDays, :findings)");
    for (Stretch each : all) {
      Sums sums = each.sums();
      batch
          .bind("account", each.account())
          .bind("day", each.day())
          .bind("part", each.part())
          .bind("contacts", sums.contacts())
          .bind("scores", Counts.write(sums.scores()))
          .bind("missing", Counts.write(sums.missing()))
          .bind("partial", Counts.write(sums.partial()))
          .bind("actions", sums.actions())
          .bind("confirmed", sums.confirmed())
          .bind("proposals", sums.proposals())
          .bind("goldSum", sums.goldSum())
          .bind("quoted", sums.quoted())
          .bind("warmUpDays", sums.warmUpDays())
          .bind("findings", Counts.write(sums.findings()))
          .add();
    }
    batch.execute();
  }
}
