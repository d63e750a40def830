package dev.dealcoach.service.store;

import dev.dealcoach.service.figure.Stretch;
import dev.dealcoach.service.figure.Sums;
import dev.dealcoach.service.figure.Tally;
import dev.dealcoach.service.figure.WorkCalendar;
import dev.dealcoach.service.proposal.ReviewState;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * Counts what a rep did from what is stored of it: contacts with the latest of their summaries,
 * versions of proposals with a finished review, deals with their dates. A contact belongs to the
 * day on which it was held, a proposal to that on which it was handed in, a deal's warm-up to the
 * day of its first quote.
 *
 * <p>Each is attributed to the teams that the rep was in when it was noted, as {@link Seen} does; a
 * day dated without a time counts for the teams at its end. The day's sums are therefore kept in
 * parts, one for each time between two changes of the rep's teams, and a part is named by the
 * change that began it. At that instant the rep was in the same teams as all through the part,
 * however many these are, so that {@link Seen#at} decides over a part as it does over the single
 * contact.
 */
final class FigureSources {
  /** Before a rep's teams first changed. */
  private static final Instant FIRST = Instant.EPOCH;

  private static final String HELD =
      " from contacts c left join contact_summaries s on s.contact = c.id and s.number ="
          + " (select max(n.number) from contact_summaries n where n.contact = c.id)";

  private static final String DURING =
      " where c.author = :account and c.held >= :start and c.held < :end";

  private final Handle handle;
  private final WorkCalendar calendar;
  private final UUID account;
  private final NavigableSet<Instant> boundaries;
  private final Map<Place, Tally> tallies = new HashMap<>();

  private record Place(LocalDate day, Instant part) {}

  /** What one source adds to a day. */
  private record Held(
      UUID contact,
      Instant held,
      Instant created,
      @Nullable UUID counted,
      int score,
      boolean action,
      boolean confirmed) {}

  private record Reviewed(
      UUID review, UUID version, Instant handedIn, int gold, @Nullable String rules) {}

  private FigureSources(Handle handle, WorkCalendar calendar, UUID account) {
    this.handle = handle;
    this.calendar = calendar;
    this.account = account;
    this.boundaries = boundaries(handle, account);
  }

  /** What a rep did on each day of a period, by day and part. */
  static List<Stretch> days(
      Handle handle, WorkCalendar calendar, UUID account, LocalDate from, LocalDate until) {
    FigureSources sources = new FigureSources(handle, calendar, account);
    sources.contacts(calendar.start(from), calendar.start(until));
    sources.proposals(calendar.start(from), calendar.start(until));
    sources.quotes(from, until);
    return sources.tallies.entrySet().stream()
        .map(
            each ->
                new Stretch(
                    account, each.getKey().day(), each.getKey().part(), each.getValue().sums()))
        .toList();
  }

  private static NavigableSet<Instant> boundaries(Handle handle, UUID account) {
    NavigableSet<Instant> boundaries = new TreeSet<>();
    handle
        .createQuery("select since, until from memberships where account = :account")
        .bind("account", account)
        .map(
            (row, context) -> {
              List<Instant> ends = new ArrayList<>();
              ends.add(instant(row.getObject("since", OffsetDateTime.class)));
              OffsetDateTime until = row.getObject("until", OffsetDateTime.class);
              if (until != null) {
                ends.add(instant(until));
              }
              return ends;
            })
        .forEach(boundaries::addAll);
    return boundaries;
  }

  private static Instant instant(OffsetDateTime time) {
    return time.toInstant();
  }

  private void add(LocalDate day, Instant at, Sums sums) {
    Instant boundary = boundaries.floor(at);
    Place place = new Place(day, boundary == null ? FIRST : boundary);
    tallies.computeIfAbsent(place, _ -> new Tally()).add(sums);
  }

  private Query during(String sql, Instant start, Instant end) {
    return handle.createQuery(sql).bind("account", account).bind("start", start).bind("end", end);
  }

  private void contacts(Instant start, Instant end) {
    Map<UUID, Map<String, Set<String>>> items = items(start, end);
    List<Held> all =
        during(
                "select c.id, c.held, c.created, s.id as summary,"
                    + " coalesce(s.corrected_score, s.score) as score, "
                    + JdbiContacts.COUNTS
                    + " as counts,"
                    + " f.action, f.confirmed"
                    + HELD
                    + " left join contact_facts f on f.contact = c.id"
                    + DURING,
                start,
                end)
            .map(
                (row, context) -> {
                  UUID summary = row.getObject("summary", UUID.class);
                  boolean counts = summary != null && row.getBoolean("counts");
                  boolean action = row.getString("action") != null;
                  return new Held(
                      row.getObject("id", UUID.class),
                      instant(row.getObject("held", OffsetDateTime.class)),
                      instant(row.getObject("created", OffsetDateTime.class)),
                      counts ? summary : null,
                      row.getInt("score"),
                      action,
                      action && row.getBoolean("confirmed"));
                })
            .list();
    for (Held each : all) {
      Map<String, Set<String>> open = items.getOrDefault(each.counted(), Map.of());
      add(
          calendar.day(each.held()),
          each.created(),
          new Sums(
              1,
              each.counted() == null ? Map.of() : Map.of(each.score(), 1),
              once(open.getOrDefault("missing", Set.of())),
              once(open.getOrDefault("partial", Set.of())),
              each.action() ? 1 : 0,
              each.confirmed() ? 1 : 0,
              0,
              0,
              0,
              0,
              Map.of()));
    }
  }

  /** The items that are not covered, by summary and status. */
  private Map<UUID, Map<String, Set<String>>> items(Instant start, Instant end) {
    Map<UUID, Map<String, Set<String>>> items = new HashMap<>();
    during(
            "select i.summary, i.item, coalesce(i.corrected, i.status) as status"
                + HELD
                + " join contact_summary_items i on i.summary = s.id"
                + DURING,
            start,
            end)
        .map(
            (row, context) ->
                items
                    .computeIfAbsent(row.getObject("summary", UUID.class), _ -> new HashMap<>())
                    .computeIfAbsent(row.getString("status"), _ -> new HashSet<>())
                    .add(row.getString("item")))
        .list();
    return items;
  }

  private static Map<String, Integer> once(Set<String> items) {
    Map<String, Integer> counts = new TreeMap<>();
    items.forEach(item -> counts.put(item, 1));
    return counts;
  }

  private void proposals(Instant start, Instant end) {
    Map<UUID, Reviewed> versions = new TreeMap<>();
    // each version counts once: what was reviewed again counts as it was reviewed last
    during(
            "select r.id, r.version, v.handed_in, coalesce(r.corrected_gold, r.gold) as gold,"
                // the rep's versions first: H2 joins in the order that is written
                + " w.rules from proposal_versions v join reviews r on r.version = v.id"
                + " left join review_rules w on w.review = r.id"
                + " where v.handed_in_by = :account and v.handed_in >= :start"
                + " and v.handed_in < :end and r.state = :done and r.gold is not null"
                + " order by r.ended, r.id",
            start,
            end)
        .bind("done", ReviewState.DONE)
        .map(
            (row, context) ->
                new Reviewed(
                    row.getObject("id", UUID.class),
                    row.getObject("version", UUID.class),
                    instant(row.getObject("handed_in", OffsetDateTime.class)),
                    row.getInt("gold"),
                    row.getString("rules")))
        .forEach(each -> versions.put(each.version(), each));
    for (Reviewed each : versions.values()) {
      String known = each.rules();
      add(
          calendar.day(each.handedIn()),
          each.handedIn(),
          new Sums(
              0,
              Map.of(),
              Map.of(),
              Map.of(),
              0,
              0,
              1,
              each.gold(),
              0,
              0,
              known == null ? ReviewRules.read(handle, each.review()) : Counts.read(known)));
    }
  }

  private void quotes(LocalDate from, LocalDate until) {
    handle
        .createQuery(
            "select first_contact, first_quote from deals where owner = :account"
                + " and first_quote >= :from and first_quote < :until"
                + " and first_contact <= first_quote")
        .bind("account", account)
        .bind("from", from)
        .bind("until", until)
        .map(
            (row, context) ->
                List.of(
                    row.getObject("first_contact", LocalDate.class),
                    row.getObject("first_quote", LocalDate.class)))
        .forEach(
            dates ->
                add(
                    dates.getLast(),
                    calendar.start(dates.getLast().plusDays(1)).minusNanos(1),
                    new Sums(
                        0,
                        Map.of(),
                        Map.of(),
                        Map.of(),
                        0,
                        0,
                        0,
                        0,
                        1,
                        Math.toIntExact(ChronoUnit.DAYS.between(dates.getFirst(), dates.getLast())),
                        Map.of())));
  }
}
