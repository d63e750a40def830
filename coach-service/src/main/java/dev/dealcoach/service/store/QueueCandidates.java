package dev.dealcoach.service.store;

import dev.dealcoach.service.contact.Contact;
import dev.dealcoach.service.correction.Candidate;
import dev.dealcoach.service.correction.Subject;
import dev.dealcoach.service.people.Sight;
import dev.dealcoach.service.proposal.ReviewState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** What may stand in a manager's queue, with why. */
final class QueueCandidates {
  private QueueCandidates() {}

  /** Contacts and reviews of others from an instant on, the newest first. */
  static List<Candidate> of(Handle handle, Sight sight, Instant since) {
    Set<UUID> judged = judged(handle);
    List<Candidate> all = new ArrayList<>(contacts(handle, sight, since, judged));
    all.addAll(reviews(handle, sight, since, judged));
    all.sort(Comparator.comparing(Candidate::at).reversed().thenComparing(Candidate::id));
    return all;
  }

  private static List<Candidate> contacts(
      Handle handle, Sight sight, Instant since, Set<UUID> judged) {
    Map<UUID, Set<String>> flags = new LinkedHashMap<>();
    handle
        .createQuery(
            "select r.contact, f.flag from recording_flags f join recordings r on"
                + " r.id = f.recording join contacts c on c.id = r.contact"
                + " where c.held >= :since order by f.flag")
        .bind("since", since)
        .map((row, context) -> Map.entry(row.getObject(1, UUID.class), row.getString(2)))
        .forEach(
            each ->
                flags
                    .computeIfAbsent(each.getKey(), contact -> new LinkedHashSet<>())
                    .add(each.getValue()));
    return Seen.bind(
            handle.createQuery(
                JdbiContacts.SELECT
                    + "c.held >= :since and c.author <> :seenSelf and "
                    + Seen.at("c.author", "c.created")),
            sight)
        .bind("since", since)
        .mapTo(Contact.class)
        .map(
            contact -> {
              Set<String> why = new LinkedHashSet<>(flags.getOrDefault(contact.id(), Set.of()));
              if (Boolean.TRUE.equals(contact.filler())) {
                why.add("FILLER");
              }
              if (contact.copyOf() != null) {
                why.add("SAME_WORDS");
              }
              return new Candidate(
                  Subject.Kind.CONTACT,
                  contact.id(),
                  contact.deal(),
                  contact.customerName(),
                  contact.author(),
                  contact.authorName(),
                  contact.held(),
                  contact.score(),
                  contact.counts(),
                  why,
                  judged.contains(contact.summary() == null ? contact.id() : contact.summary()));
            })
        .list();
  }

  private static List<Candidate> reviews(
      Handle handle, Sight sight, Instant since, Set<UUID> judged) {
    return Seen.bind(
            handle.createQuery(
                "select r.id, p.deal, v.file_name, v.handed_in_by, a.name as author_name,"
                    + " v.handed_in, coalesce(r.corrected_gold, r.gold) as gold"
                    + " from reviews r join proposal_versions v on v.id = r.version"
                    + " join proposals p on p.id = v.proposal"
                    + " join accounts a on a.id = v.handed_in_by where r.state = :done"
                    + " and v.handed_in >= :since and v.handed_in_by <> :seenSelf and "
                    + Seen.at("v.handed_in_by", "v.handed_in")),
            sight)
        .bind("done", ReviewState.DONE)
        .bind("since", since)
        .map(
            (row, context) -> {
              UUID id = row.getObject("id", UUID.class);
              return new Candidate(
                  Subject.Kind.REVIEW,
                  id,
                  row.getObject("deal", UUID.class),
                  row.getString("file_name"),
                  row.getObject("handed_in_by", UUID.class),
                  row.getString("author_name"),
                  row.getObject("handed_in", java.time.OffsetDateTime.class).toInstant(),
                  row.getObject("gold", Integer.class),
                  true,
                  Set.of(),
                  judged.contains(id));
            })
        .list();
  }

  /** Versions of which a person has said something; contacts where there is no version. */
  private static Set<UUID> judged(Handle handle) {
    return new HashSet<>(
        handle
            .createQuery(
                "select distinct coalesce(summary, contact, review) from score_corrections")
            .mapTo(UUID.class)
            .list());
  }
}
