package dev.dealcoach.service.store;

import dev.dealcoach.service.figure.RepDay;
import dev.dealcoach.service.people.Sight;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Counts a rep's days a second time, row by row, with nothing of what the service counts with. */
final class PlainFigures {
  private final List<Map<String, Object>> contacts;
  private final List<Map<String, Object>> summaries;
  private final List<Map<String, Object>> items;
  private final List<Map<String, Object>> facts;
  private final List<Map<String, Object>> reviews;
  private final List<Map<String, Object>> memberships;
  private final List<Map<String, Object>> deals;
  private final ZoneId zone;

  PlainFigures(Jdbi jdbi, ZoneId zone) {
    this.zone = zone;
    contacts = all(jdbi, "select * from contacts");
    summaries = all(jdbi, "select * from contact_summaries");
    items = all(jdbi, "select * from contact_summary_items");
    facts = all(jdbi, "select * from contact_facts");
    memberships = all(jdbi, "select * from memberships");
    deals = all(jdbi, "select * from deals");
    reviews =
        all(
            jdbi,
            "select r.gold, r.corrected_gold, v.handed_in, v.handed_in_by from reviews r"
                + " join proposal_versions v on v.id = r.version where r.state = 'DONE'");
  }

  private static List<Map<String, Object>> all(Jdbi jdbi, String sql) {
    return jdbi.withHandle(handle -> handle.createQuery(sql).mapToMap().list());
  }

  private static Instant instant(Object value) {
    return value instanceof OffsetDateTime time
        ? time.toInstant()
        : ((java.sql.Timestamp) value).toInstant();
  }

  private static LocalDate date(Object value) {
    return value instanceof LocalDate day ? day : ((java.sql.Date) value).toLocalDate();
  }

  private boolean seen(Sight sight, Object account, Instant at) {
    return account.equals(sight.self())
        || memberships.stream()
            .anyMatch(
                each ->
                    each.get("account").equals(account)
                        && sight.teams().contains((UUID) each.get("team"))
                        && !instant(each.get("since")).isAfter(at)
                        && (each.get("until") == null || instant(each.get("until")).isAfter(at)));
  }

  private static int number(Map<String, Object> row, String corrected, String column) {
    return (Integer) (row.get(corrected) == null ? row.get(column) : row.get(corrected));
  }

  private Optional<Map<String, Object>> counted(Object contact) {
    return summaries.stream()
        .filter(each -> each.get("contact").equals(contact))
        .max(Comparator.comparing(each -> (Integer) each.get("number")))
        .filter(each -> each.get("copy_of") == null && Boolean.FALSE.equals(each.get("filler")));
  }

  /** The days that are seen, in the order of {@link JdbiFigures#days}. */
  List<RepDay> days(Sight sight) {
    Map<UUID, Map<LocalDate, List<Map<String, Object>>>> held = new TreeMap<>();
    Map<UUID, Map<LocalDate, List<Integer>>> golds = new TreeMap<>();
    for (Map<String, Object> each : contacts) {
      if (seen(sight, each.get("author"), instant(each.get("created")))) {
        held.computeIfAbsent((UUID) each.get("author"), _ -> new TreeMap<>())
            .computeIfAbsent(
                instant(each.get("held")).atZone(zone).toLocalDate(), _ -> new ArrayList<>())
            .add(each);
      }
    }
    for (Map<String, Object> each : reviews) {
      Instant at = instant(each.get("handed_in"));
      if (seen(sight, each.get("handed_in_by"), at)) {
        golds
            .computeIfAbsent((UUID) each.get("handed_in_by"), _ -> new TreeMap<>())
            .computeIfAbsent(at.atZone(zone).toLocalDate(), _ -> new ArrayList<>())
            .add(number(each, "corrected_gold", "gold"));
      }
    }
    TreeMap<UUID, Object> accounts = new TreeMap<>(held);
    accounts.putAll(golds);
    List<RepDay> days = new ArrayList<>();
    for (UUID account : accounts.keySet()) {
      Map<LocalDate, List<Map<String, Object>>> ownHeld = held.getOrDefault(account, Map.of());
      Map<LocalDate, List<Integer>> ownGolds = golds.getOrDefault(account, Map.of());
      TreeMap<LocalDate, Object> dates = new TreeMap<>(ownHeld);
      dates.putAll(ownGolds);
      for (LocalDate date : dates.keySet()) {
        days.add(
            day(
                account,
                date,
                ownHeld.getOrDefault(date, List.of()),
                ownGolds.getOrDefault(date, List.of())));
      }
    }
    return days;
  }

  private RepDay day(
      UUID account, LocalDate date, List<Map<String, Object>> held, List<Integer> golds) {
    int scored = 0;
    int sum = 0;
    int actions = 0;
    int confirmed = 0;
    Map<String, Integer> missing = new TreeMap<>();
    Map<String, Integer> partial = new TreeMap<>();
    for (Map<String, Object> contact : held) {
      Optional<Map<String, Object>> summary = counted(contact.get("id"));
      if (summary.isPresent()) {
        scored++;
        sum += number(summary.get(), "corrected_score", "score");
        for (Map<String, Object> item : items) {
          if (item.get("summary").equals(summary.get().get("id"))) {
            Object status =
                item.get("corrected") == null ? item.get("status") : item.get("corrected");
            if (status.equals("missing")) {
              missing.merge((String) item.get("item"), 1, Integer::sum);
            } else if (status.equals("partial")) {
              partial.merge((String) item.get("item"), 1, Integer::sum);
            }
          }
        }
      }
      for (Map<String, Object> fact : facts) {
        if (fact.get("contact").equals(contact.get("id")) && fact.get("action") != null) {
          actions++;
          confirmed += Boolean.TRUE.equals(fact.get("confirmed")) ? 1 : 0;
        }
      }
    }
    return new RepDay(
        account,
        date,
        held.size(),
        scored,
        sum,
        missing,
        partial,
        actions,
        confirmed,
        golds.size(),
        golds.stream().mapToInt(Integer::intValue).sum());
  }

  /** Days from first contact to first quote of the deals that are seen in a period. */
  List<Integer> warmUps(Sight sight, UUID account, LocalDate from, LocalDate until) {
    List<Integer> all = new ArrayList<>();
    for (Map<String, Object> each : deals) {
      if (!each.get("owner").equals(account)
          || each.get("first_contact") == null
          || each.get("first_quote") == null) {
        continue;
      }
      LocalDate quote = date(each.get("first_quote"));
      Instant end = quote.plusDays(1).atStartOfDay(zone).toInstant().minusSeconds(1);
      if (!quote.isBefore(from) && quote.isBefore(until) && seen(sight, account, end)) {
        all.add((int) (quote.toEpochDay() - date(each.get("first_contact")).toEpochDay()));
      }
    }
    return all;
  }
}
