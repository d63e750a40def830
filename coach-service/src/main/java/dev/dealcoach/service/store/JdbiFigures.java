package dev.dealcoach.service.store;

import dev.dealcoach.service.figure.Figures;
import dev.dealcoach.service.figure.Improvement;
import dev.dealcoach.service.figure.Lights;
import dev.dealcoach.service.figure.RepDay;
import dev.dealcoach.service.figure.RepFigures;
import dev.dealcoach.service.figure.Stretch;
import dev.dealcoach.service.figure.Sums;
import dev.dealcoach.service.figure.Tally;
import dev.dealcoach.service.figure.WorkCalendar;
import dev.dealcoach.service.people.Sight;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * Figures from the database. Sums of days and months are kept in tables; whoever asks first counts
 * what has changed since ({@link FigureLedger}).
 */
public final class JdbiFigures implements Figures {
  private static final String SEEN = Seen.at("r.account", "r.part");

  private final Jdbi jdbi;
  private final WorkCalendar calendar;
  private final Lights lights;
  private final FigureLedger ledger;

  public JdbiFigures(Jdbi jdbi, WorkCalendar calendar, Lights lights) {
    this.jdbi = jdbi;
    this.calendar = calendar;
    this.lights = lights;
    this.ledger = new FigureLedger(jdbi, calendar);
  }

  /** Counts everything anew from what is stored of contacts, proposals and deals. */
  public void backfill() {
    ledger.backfill();
  }

  /** Counts what has changed; the same as being asked for a figure. */
  public void catchUp() {
    ledger.catchUp();
  }

  @Override
  public WorkCalendar calendar() {
    return calendar;
  }

  @Override
  public Lights lights() {
    return lights;
  }

  @Override
  public List<RepDay> days(Sight sight, LocalDate from, LocalDate until) {
    return days(stretches(sight, from, until, Grain.DAY));
  }

  @Override
  public List<RepDay> days(UUID account, LocalDate from, LocalDate until) {
    return days(read(Whose.of(account), from, until, Grain.DAY));
  }

  private static List<RepDay> days(List<Stretch> stretches) {
    Map<UUID, Map<LocalDate, Tally>> days = new TreeMap<>();
    for (Stretch each : stretches) {
      days.computeIfAbsent(each.account(), _ -> new TreeMap<>())
          .computeIfAbsent(each.day(), _ -> new Tally())
          .add(each.sums());
    }
    return days.entrySet().stream()
        .flatMap(
            rep ->
                rep.getValue().entrySet().stream()
                    .map(day -> day(rep.getKey(), day.getKey(), day.getValue().sums())))
        .filter(day -> day.contacts() + day.proposals() > 0)
        .toList();
  }

  private static RepDay day(UUID account, LocalDate day, Sums sums) {
    return new RepDay(
        account,
        day,
        sums.contacts(),
        sums.scored(),
        sums.scoreSum(),
        sums.missing(),
        sums.partial(),
        sums.actions(),
        sums.confirmed(),
        sums.proposals(),
        sums.goldSum());
  }

  @Override
  public List<RepFigures> figures(Sight sight, LocalDate from, LocalDate until) {
    return tallies(stretches(sight, from, until, Grain.MONTH)).entrySet().stream()
        .map(rep -> rep.getValue().figures(rep.getKey()))
        .toList();
  }

  @Override
  public RepFigures figures(UUID account, LocalDate from, LocalDate until) {
    Tally tally = new Tally();
    read(Whose.of(account), from, until, Grain.MONTH).forEach(each -> tally.add(each.sums()));
    return tally.figures(account);
  }

  private static Map<UUID, Tally> tallies(List<Stretch> stretches) {
    Map<UUID, Tally> tallies = new TreeMap<>();
    for (Stretch each : stretches) {
      tallies.computeIfAbsent(each.account(), _ -> new Tally()).add(each.sums());
    }
    return tallies;
  }

  @Override
  public List<Stretch> stretches(Sight sight, LocalDate from, LocalDate until, Grain grain) {
    return read(Whose.of(sight), from, until, grain);
  }

  @Override
  public List<Stretch> stretches(
      Sight sight, UUID account, LocalDate from, LocalDate until, Grain grain) {
    return read(Whose.of(sight, account), from, until, grain);
  }

  @Override
  public List<Improvement> improvement(UUID account, YearMonth month) {
    return improvements(Whose.of(account), month, List.of(account));
  }

  @Override
  public List<Improvement> improvement(Sight sight, YearMonth month) {
    return improvements(Whose.of(sight), month, List.of());
  }

  private List<Improvement> improvements(Whose whose, YearMonth month, List<UUID> always) {
    LocalDate first = month.atDay(1);
    LocalDate until = month.plusMonths(1).atDay(1);
    Map<UUID, Tally> before = new TreeMap<>();
    Map<UUID, Tally> after = new TreeMap<>();
    for (UUID account : always) {
      before.put(account, new Tally());
    }
    for (Stretch each : read(whose, first.minusMonths(1), until, Grain.MONTH)) {
      before.computeIfAbsent(each.account(), _ -> new Tally());
      (each.day().isBefore(first) ? before : after)
          .computeIfAbsent(each.account(), _ -> new Tally())
          .add(each.sums());
    }
    List<Improvement> all = new ArrayList<>();
    before.forEach(
        (account, tally) -> {
          Sums sums = tally.sums();
          Tally later = after.get(account);
          for (Improvement.Kind kind : Improvement.Kind.values()) {
            all.add(
                Improvement.of(
                    account, month, kind, sums, later == null ? Sums.NONE : later.sums()));
          }
        });
    return List.copyOf(all);
  }

  /** Whose rows are read. */
  private record Whose(String condition, UnaryOperator<Query> bind) {
    static Whose of(UUID account) {
      return new Whose("r.account = :account", query -> query.bind("account", account));
    }

    static Whose of(Sight sight, UUID account) {
      return new Whose(
          "r.account = :account and " + SEEN,
          query -> Seen.bind(query, sight).bind("account", account));
    }

    static Whose of(Sight sight) {
      return new Whose(SEEN, query -> Seen.bind(query, sight));
    }
  }

  private List<Stretch> read(Whose whose, LocalDate from, LocalDate until, Grain grain) {
    ledger.catchUp();
    LocalDate firstWhole = from.getDayOfMonth() == 1 ? from : from.withDayOfMonth(1).plusMonths(1);
    LocalDate endOfWhole = until.withDayOfMonth(1);
    return jdbi.withHandle(
        handle ->
            grain == Grain.DAY || !firstWhole.isBefore(endOfWhole)
                ? rows(handle, "rep_days", whose, from, until)
                : Stream.of(
                        rows(handle, "rep_days", whose, from, firstWhole),
                        rows(handle, "rep_months", whose, firstWhole, endOfWhole),
                        rows(handle, "rep_days", whose, endOfWhole, until))
                    .flatMap(List::stream)
                    .toList());
  }

  private static List<Stretch> rows(
      Handle handle, String table, Whose whose, LocalDate from, LocalDate until) {
    if (!from.isBefore(until)) {
      return List.of();
    }
    return whose
        .bind()
        .apply(
            handle.createQuery(
                "select r.* from "
                    + table
                    + " r where r.on_day >= :from and r.on_day < :until and "
                    + whose.condition()))
        .bind("from", from)
        .bind("until", until)
        .map(JdbiFigures::row)
        .list();
  }

  private static Stretch row(ResultSet row, StatementContext context) throws SQLException {
    return new Stretch(
        row.getObject("account", UUID.class),
        row.getObject("on_day", LocalDate.class),
        row.getObject("part", OffsetDateTime.class).toInstant(),
        new Sums(
            row.getInt("contacts"),
            Counts.numbers(row.getString("scores")),
            Counts.read(row.getString("missing")),
            Counts.read(row.getString("partial")),
            row.getInt("actions"),
            row.getInt("confirmed"),
            row.getInt("proposals"),
            row.getInt("gold_sum"),
            row.getInt("quoted"),
            row.getInt("warm_up_days"),
            Counts.read(row.getString("findings"))));
  }
}
