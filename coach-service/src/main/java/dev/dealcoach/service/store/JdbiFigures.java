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
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/**
 * Figures from the database. Sums of days, weeks and months are kept in tables; whoever asks first
 * counts what has changed since ({@link FigureLedger}).
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
    return days(read(Whose.of(account), from, until, Grain.DAY, false));
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
    read(Whose.of(account), from, until, Grain.MONTH, false)
        .forEach(each -> tally.add(each.sums()));
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
    return read(Whose.of(sight), from, until, grain, false);
  }

  @Override
  public List<Stretch> stretches(
      Sight sight, UUID account, LocalDate from, LocalDate until, Grain grain) {
    return read(Whose.of(sight, account), from, until, grain, false);
  }

  @Override
  public List<Improvement> improvement(UUID account, YearMonth month) {
    Map<YearMonth, Map<UUID, Sums>> months = months(Whose.of(account), month.minusMonths(1), month);
    months.get(month.minusMonths(1)).putIfAbsent(account, Sums.NONE);
    return improvements(months, month);
  }

  @Override
  public List<Improvement> improvement(Sight sight, YearMonth month) {
    return improvements(months(Whose.of(sight), month.minusMonths(1), month), month);
  }

  @Override
  public Running improvements(Sight sight, YearMonth month) {
    return running(Whose.of(sight), month);
  }

  @Override
  public Running improvements(Sight sight, UUID account, YearMonth month) {
    return running(Whose.of(sight, account), month);
  }

  private Running running(Whose whose, YearMonth month) {
    Map<YearMonth, Map<UUID, Sums>> months = months(whose, month.minusMonths(2), month);
    return new Running(improvements(months, month.minusMonths(1)), improvements(months, month));
  }

  /** What was done in each of some months, by rep. */
  private Map<YearMonth, Map<UUID, Sums>> months(Whose whose, YearMonth first, YearMonth last) {
    Map<YearMonth, Map<UUID, Sums>> months = new TreeMap<>();
    for (YearMonth each = first; !each.isAfter(last); each = each.plusMonths(1)) {
      months.put(each, new TreeMap<>());
    }
    LocalDate until = last.plusMonths(1).atDay(1);
    for (Stretch each : read(whose, first.atDay(1), until, Grain.MONTH, true)) {
      months
          .get(WorkCalendar.month(each.day()))
          .merge(
              each.account(), each.sums(), (one, other) -> new Tally().add(one).add(other).sums());
    }
    return months;
  }

  private static List<Improvement> improvements(
      Map<YearMonth, Map<UUID, Sums>> months, YearMonth month) {
    Map<UUID, Sums> before = months.get(month.minusMonths(1));
    Map<UUID, Sums> after = months.get(month);
    TreeSet<UUID> reps = new TreeSet<>(before.keySet());
    reps.addAll(after.keySet());
    List<Improvement> all = new ArrayList<>();
    for (UUID account : reps) {
      Sums then = before.getOrDefault(account, Sums.NONE);
      Sums now = after.getOrDefault(account, Sums.NONE);
      for (Improvement.Kind kind : Improvement.Kind.values()) {
        all.add(Improvement.of(account, month, kind, then, now));
      }
    }
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

  private List<Stretch> read(
      Whose whose, LocalDate from, LocalDate until, Grain grain, boolean findings) {
    ledger.catchUp();
    List<Stretch> all = new ArrayList<>();
    jdbi.useHandle(
        handle -> {
          for (Piece each : pieces(from, until, grain)) {
            all.addAll(rows(handle, each, whose, findings));
          }
        });
    return all;
  }

  /** A time that is read from one table. */
  private record Piece(String table, LocalDate from, LocalDate until) {}

  /** What together is the period, in as few rows as there are. */
  private static List<Piece> pieces(LocalDate from, LocalDate until, Grain grain) {
    if (!from.isBefore(until)) {
      return List.of();
    }
    if (grain == Grain.DAY) {
      return List.of(new Piece("rep_days", from, until));
    }
    boolean months = grain == Grain.MONTH;
    Grain finer = months ? Grain.WEEK : Grain.DAY;
    LocalDate last = months ? until.withDayOfMonth(1) : RepWeek.of(until);
    LocalDate first = from;
    while (!first.equals(months ? first.withDayOfMonth(1) : RepWeek.of(first))) {
      first = first.plusDays(1);
    }
    if (!first.isBefore(last)) {
      return pieces(from, until, finer);
    }
    List<Piece> all = new ArrayList<>(pieces(from, first, finer));
    all.add(new Piece(months ? "rep_months" : "rep_weeks", first, last));
    all.addAll(pieces(last, until, finer));
    return all;
  }

  private static List<Stretch> rows(Handle handle, Piece piece, Whose whose, boolean findings) {
    return whose
        .bind()
        .apply(
            handle.createQuery(
                "select r.account, r.on_day, r.part, r.contacts, r.scores, r.missing, r.partial,"
                    + " r.actions, r.confirmed, r.proposals, r.gold_sum, r.quoted, r.warm_up_days"
                    + (findings ? ", r.findings" : "")
                    + " from "
                    + piece.table()
                    + " r where r.on_day >= :from and r.on_day < :until and "
                    + whose.condition()))
        .bind("from", piece.from())
        .bind("until", piece.until())
        .map((row, context) -> row(row, findings))
        .list();
  }

  private static Stretch row(ResultSet row, boolean findings) throws SQLException {
    return new Stretch(
        row.getObject(1, UUID.class),
        row.getObject(2, LocalDate.class),
        row.getObject(3, OffsetDateTime.class).toInstant(),
        new Sums(
            row.getInt(4),
            Counts.numbers(row.getString(5)),
            Counts.read(row.getString(6)),
            Counts.read(row.getString(7)),
            row.getInt(8),
            row.getInt(9),
            row.getInt(10),
            row.getInt(11),
            row.getInt(12),
            row.getInt(13),
            findings ? Counts.read(row.getString(14)) : Map.of()));
  }
}
