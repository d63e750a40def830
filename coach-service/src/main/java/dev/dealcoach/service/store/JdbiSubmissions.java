package dev.dealcoach.service.store;

import dev.dealcoach.service.figure.Improvement.Kind;
import dev.dealcoach.service.lesson.Submission;
import dev.dealcoach.service.lesson.Submissions;
import dev.dealcoach.service.people.Sight;
import dev.dealcoach.service.proposal.ReviewState;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** What was handed in, as the database has it. */
public final class JdbiSubmissions implements Submissions {
  private final Jdbi jdbi;

  public JdbiSubmissions(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** A submission without its flaws. */
  private record Row(UUID id, UUID part, UUID account, UUID deal, Instant at) {
    Submission with(Kind kind, Set<String> flaws) {
      return new Submission(id, kind, account, deal, at, flaws);
    }
  }

  @Override
  public List<Submission> of(Sight sight, Instant from, Instant until) {
    List<Submission> all = new ArrayList<>();
    jdbi.useTransaction(
        handle -> {
          all.addAll(contacts(handle, sight, from, until));
          all.addAll(proposals(handle, sight, from, until));
        });
    all.sort(Comparator.comparing(Submission::at).thenComparing(Submission::id));
    return List.copyOf(all);
  }

  private static List<Submission> contacts(
      Handle handle, Sight sight, Instant from, Instant until) {
    Map<UUID, Row> rows = new LinkedHashMap<>();
    Map<UUID, Set<String>> open = new HashMap<>();
    Seen.bind(
            handle.createQuery(
                "select c.id, s.id as part, c.author as account, c.deal, c.held as at, i.item,"
                    + " coalesce(i.corrected, i.status) as status from contacts c"
                    + " join contact_summaries s on s.contact = c.id and s.number ="
                    + " (select max(n.number) from contact_summaries n where n.contact = c.id)"
                    + " join contact_summary_items i on i.summary = s.id"
                    + " where "
                    + JdbiContacts.COUNTS
                    + " and c.held >= :from and c.held < :until and "
                    + Seen.at("c.author", "c.created")),
            sight)
        .bind("from", from)
        .bind("until", until)
        .map(
            (row, context) -> {
              Row each = row(row);
              rows.put(each.id(), each);
              if (!row.getString("status").equals("covered")) {
                open.computeIfAbsent(each.id(), _ -> new HashSet<>()).add(row.getString("item"));
              }
              return each;
            })
        .list();
    return rows.values().stream()
        .map(row -> row.with(Kind.CONTACT, open.getOrDefault(row.id(), Set.of())))
        .toList();
  }

  private static List<Submission> proposals(
      Handle handle, Sight sight, Instant from, Instant until) {
    Map<UUID, Row> versions = new LinkedHashMap<>();
    Seen.bind(
            handle.createQuery(
                "select r.id, v.id as part, v.handed_in_by as account, p.deal, v.handed_in as at"
                    + " from reviews r join proposal_versions v on v.id = r.version"
                    + " join proposals p on p.id = v.proposal"
                    + " where r.state = :done and r.gold is not null"
                    + " and v.handed_in >= :from and v.handed_in < :until and "
                    + Seen.at("v.handed_in_by", "v.handed_in")
                    + " order by r.ended, r.id"),
            sight)
        .bind("done", ReviewState.DONE)
        .bind("from", from)
        .bind("until", until)
        .map((row, context) -> row(row))
        .forEach(row -> versions.put(row.part(), row));
    return versions.values().stream()
        .map(row -> row.with(Kind.PROPOSAL, ReviewRules.of(handle, row.id()).keySet()))
        .toList();
  }

  private static Row row(java.sql.ResultSet row) throws java.sql.SQLException {
    return new Row(
        row.getObject("id", UUID.class),
        row.getObject("part", UUID.class),
        row.getObject("account", UUID.class),
        row.getObject("deal", UUID.class),
        row.getObject("at", OffsetDateTime.class).toInstant());
  }
}
