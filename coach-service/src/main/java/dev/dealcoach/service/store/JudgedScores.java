package dev.dealcoach.service.store;

import dev.dealcoach.service.correction.Correction;
import dev.dealcoach.service.correction.Item;
import dev.dealcoach.service.correction.JudgedSummary;
import dev.dealcoach.service.correction.Said;
import dev.dealcoach.service.people.Sight;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** What people have said of scores, for agreement and for labelled cases. */
final class JudgedScores {
  /** Joins what tells whose work it is; a condition follows. */
  private static final String WHOSE =
      " from score_corrections k left join contacts c on c.id = k.contact"
          + " left join reviews r on r.id = k.review"
          + " left join proposal_versions v on v.id = r.version where "
          + "(k.summary is not null or k.review is not null)";

  private static final String SEEN =
      " and " + Seen.at("coalesce(c.author, v.handed_in_by)", "coalesce(c.created, v.handed_in)");

  private JudgedScores() {}

  private static Query seen(Handle handle, String select, @Nullable Sight sight, String order) {
    return sight == null
        ? handle.createQuery(select + WHOSE + order)
        : Seen.bind(handle.createQuery(select + WHOSE + SEEN + order), sight);
  }

  /** What people said last of each item, blind and not. */
  static List<Said> said(Handle handle, @Nullable Sight sight) {
    Map<String, Said> last = new LinkedHashMap<>();
    seen(
            handle,
            "select coalesce(k.summary, k.review) as version, k.item, k.kind, k.machine,"
                + " k.given",
            sight,
            " order by k.number")
        .map(
            (row, context) -> {
              boolean blind = row.getString("kind").equals(Correction.Kind.BLIND.id());
              return Map.entry(
                  row.getString("version") + " " + row.getString("item") + " " + blind,
                  new Said(
                      row.getObject("version", UUID.class),
                      Item.ofId(row.getString("item")).orElseThrow(),
                      row.getString("machine"),
                      row.getString("given"),
                      blind));
            })
        .forEach(each -> last.put(each.getKey(), each.getValue()));
    return List.copyOf(last.values());
  }

  /** Summaries of which people have judged something, with what holds. */
  static List<JudgedSummary> summaries(Handle handle, @Nullable Sight sight) {
    Map<UUID, Map<String, String>> open = new LinkedHashMap<>();
    Map<UUID, Map<String, String>> blind = new LinkedHashMap<>();
    seen(handle, "select k.summary, k.item, k.kind, k.given", sight, " order by k.number")
        .map(
            (row, context) -> {
              UUID summary = row.getObject("summary", UUID.class);
              if (summary != null) {
                open.computeIfAbsent(summary, id -> new LinkedHashMap<>());
                (row.getString("kind").equals(Correction.Kind.BLIND.id()) ? blind : open)
                    .computeIfAbsent(summary, id -> new LinkedHashMap<>())
                    .put(row.getString("item"), row.getString("given"));
              }
              return row.getString("item");
            })
        .list();
    List<JudgedSummary> all = new ArrayList<>();
    open.forEach(
        (id, said) ->
            summary(handle, id, said, blind.getOrDefault(id, Map.of())).ifPresent(all::add));
    return all;
  }

  private static Optional<JudgedSummary> summary(
      Handle handle, UUID id, Map<String, String> said, Map<String, String> blind) {
    Map<String, String> held = new LinkedHashMap<>();
    Map<String, String> machine = new LinkedHashMap<>();
    handle
        .createQuery(
            "select item, status, coalesce(corrected, status) as holds from contact_summary_items"
                + " where summary = :id order by position")
        .bind("id", id)
        .map(
            (row, context) ->
                List.of(row.getString("item"), row.getString("status"), row.getString("holds")))
        .forEach(
            row -> {
              String item = row.getFirst();
              machine.put(item, row.get(1));
              held.put(
                  item, said.containsKey(item) ? row.get(2) : blind.getOrDefault(item, row.get(2)));
            });
    Set<String> judged = new LinkedHashSet<>(held.keySet());
    judged.removeIf(item -> !said.containsKey(item) && !blind.containsKey(item));
    if (judged.isEmpty()) {
      return Optional.empty();
    }
    return handle
        .createQuery(
            "select s.text, s.language, c.deal, u.industry, w.report from contact_summaries s"
                + " join contacts c on c.id = s.contact join deals d on d.id = c.deal"
                + " join customers u on u.id = d.customer"
                + " join contact_summary_wordings w on w.summary = s.id and w.language = s.language"
                + " where s.id = :id")
        .bind("id", id)
        .map(
            (row, context) ->
                new JudgedSummary(
                    id,
                    row.getObject("deal", UUID.class),
                    row.getString("text"),
                    row.getString("language"),
                    row.getString("industry"),
                    held,
                    machine,
                    judged,
                    blind.keySet(),
                    row.getString("report")))
        .findOne();
  }
}
