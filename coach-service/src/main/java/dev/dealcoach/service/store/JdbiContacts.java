package dev.dealcoach.service.store;

import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.service.contact.Contact;
import dev.dealcoach.service.contact.ContactStore;
import dev.dealcoach.service.contact.Copies;
import dev.dealcoach.service.contact.NewContact;
import dev.dealcoach.service.contact.NewSummary;
import dev.dealcoach.service.contact.Summary;
import dev.dealcoach.service.people.Sight;
import dev.dealcoach.service.request.Creation;
import dev.dealcoach.service.request.Once;
import dev.dealcoach.service.request.Page;
import dev.dealcoach.service.request.PageRequest;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Contacts and their summaries in the database. */
public final class JdbiContacts implements ContactStore {
  /**
   * Whether the summary {@code s} counts, as it stands after corrections; the same as {@link
   * Contact#counts}.
   */
  static final String COUNTS = "not coalesce(s.corrected_aside, s.filler or s.copy_of is not null)";

  /** A row of {@link Contact}; a condition follows. */
  static final String SELECT =
      """
      select c.id, c.deal, d.title as deal_title, u.name as customer_name, c.author,
        a.name as author_name, c.kind, c.people, c.held, c.created, s.id as summary,
        coalesce(s.corrected_score, s.score) as score, s.filler, s.copy_of,
        case when s.corrected_score is not null then s.score end as machine_score,
        s.corrected_aside as aside
      from contacts c join deals d on d.id = c.deal join customers u on u.id = d.customer
        join accounts a on a.id = c.author
        left join contact_summaries s on s.contact = c.id and s.number =
          (select max(n.number) from contact_summaries n where n.contact = c.id)
      """
          + "where ";

  private static final String SEEN = Seen.at("c.author", "c.created");
  private static final UUID NO_CONTACT = new UUID(0, 0);

  private static final List<String> BEST_FIRST = List.of("covered", "partial", "missing");

  private final Jdbi jdbi;

  public JdbiContacts(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public Creation add(NewContact contact, @Nullable NewSummary summary, @Nullable Once once) {
    return Creations.run(
        jdbi,
        once,
        contact.at(),
        (handle, id) -> {
          write(handle, id, contact);
          if (summary != null) {
            write(handle, id, UUID.randomUUID(), 1, summary);
          }
        });
  }

  @Override
  public Creation summarise(UUID contact, NewSummary summary, @Nullable Once once) {
    return Creations.run(
        jdbi, once, summary.at(), (handle, id) -> next(handle, contact, id, summary));
  }

  /** Writes a contact under this id, in the caller's transaction. */
  static void write(Handle handle, UUID id, NewContact contact) {
    handle
        .createUpdate(
            "insert into contacts (id, deal, author, kind, people, held, created)"
                + " values (:id, :deal, :author, :kind, :people, :held, :at)")
        .bindMethods(contact)
        .bind("id", id)
        .execute();
    FigureChanges.note(handle, contact.author(), contact.held());
  }

  /** Writes the next version of a contact's summary, in the caller's transaction. */
  static void next(Handle handle, UUID contact, UUID id, NewSummary summary) {
    // the lock makes versions that come at the same time take turns
    handle
        .createQuery("select id from contacts where id = :id for update")
        .bind("id", contact)
        .mapTo(UUID.class)
        .one();
    int number =
        handle
            .createQuery(
                "select coalesce(max(number), 0) + 1 from contact_summaries"
                    + " where contact = :contact")
            .bind("contact", contact)
            .mapTo(Integer.class)
            .one();
    write(handle, contact, id, number, summary);
  }

  private static void write(Handle handle, UUID contact, UUID id, int number, NewSummary summary) {
    Copies.Copy copy = summary.copy();
    handle
        .createUpdate(
            "insert into contact_summaries (id, contact, number, text, language, score, filler,"
                + " copy_of, likeness, pack_id, pack_sha256, models, at) values (:id, :contact,"
                + " :number, :text, :lang, :score, :filler, :copyOf, :likeness, :packId,"
                + " :packSha256, :models, :at)")
        .bindMethods(summary.judgement())
        .bind("id", id)
        .bind("contact", contact)
        .bind("number", number)
        .bind("text", summary.text())
        .bind("lang", summary.judgement().language().code())
        .bind("copyOf", copy == null ? null : copy.of())
        .bind("likeness", copy == null ? null : (Integer) copy.likeness())
        .bind("at", summary.at())
        .execute();
    int position = 0;
    for (Map.Entry<String, String> item : summary.judgement().items().entrySet()) {
      handle
          .createUpdate(
              "insert into contact_summary_items (summary, item, status, position)"
                  + " values (:summary, :item, :status, :position)")
          .bind("summary", id)
          .bind("item", item.getKey())
          .bind("status", item.getValue())
          .bind("position", position++)
          .execute();
    }
    summary
        .judgement()
        .reports()
        .forEach(
            (language, report) ->
                handle
                    .createUpdate(
                        "insert into contact_summary_wordings (summary, language, report)"
                            + " values (:summary, :language, :report)")
                    .bind("summary", id)
                    .bind("language", language.code())
                    .bind("report", report)
                    .execute());
    FigureChanges.ofContact(handle, contact);
  }

  @Override
  public Optional<Contact> find(UUID id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(SELECT + "c.id = :id")
                .bind("id", id)
                .mapTo(Contact.class)
                .findOne());
  }

  @Override
  public Optional<Contact> find(UUID id, Sight sight) {
    return jdbi.withHandle(
        handle ->
            Seen.bind(handle.createQuery(SELECT + "c.id = :id and " + SEEN), sight)
                .bind("id", id)
                .mapTo(Contact.class)
                .findOne());
  }

  @Override
  public List<Contact> ofDeal(UUID deal, Sight sight) {
    return jdbi.withHandle(
        handle ->
            Seen.bind(
                    handle.createQuery(
                        SELECT + "c.deal = :deal and " + SEEN + " order by c.held desc, c.id"),
                    sight)
                .bind("deal", deal)
                .mapTo(Contact.class)
                .list());
  }

  @Override
  public Page<Contact> contacts(Sight sight, PageRequest page) {
    return jdbi.withHandle(
        handle ->
            Listing.page(
                Seen.bind(
                    handle.createQuery(SELECT + SEEN + Listing.part("c.created", "c.id")), sight),
                page,
                Contact.class,
                contact -> new PageRequest.Place(contact.created(), contact.id())));
  }

  @Override
  public List<Contact> of(UUID author, Sight sight, Instant from, Instant until) {
    return jdbi.withHandle(
        handle ->
            Seen.bind(
                    handle.createQuery(
                        SELECT
                            + "c.author = :author and c.held >= :from and c.held < :until and "
                            + SEEN
                            + " order by c.held, c.id"),
                    sight)
                .bind("author", author)
                .bind("from", from)
                .bind("until", until)
                .mapTo(Contact.class)
                .list());
  }

  @Override
  public Optional<Summary> summary(UUID contact) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select * from contact_summaries where contact = :contact"
                        + " order by number desc fetch first 1 rows only")
                .bind("contact", contact)
                .mapTo(Summary.class)
                .findOne());
  }

  @Override
  public Optional<String> report(UUID summary, Language language) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select report from contact_summary_wordings"
                        + " where summary = :summary and language = :language")
                .bind("summary", summary)
                .bind("language", language.code())
                .mapTo(String.class)
                .findOne());
  }

  @Override
  public Optional<UUID> contactOf(UUID summary) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select contact from contact_summaries where id = :id")
                .bind("id", summary)
                .mapTo(UUID.class)
                .findOne());
  }

  @Override
  public Map<String, String> items(UUID summary) {
    return jdbi.withHandle(
        handle -> {
          Map<String, String> items = new LinkedHashMap<>();
          handle
              .createQuery(
                  "select item, coalesce(corrected, status) as status from contact_summary_items"
                      + " where summary = :summary order by position")
              .bind("summary", summary)
              .map((row, context) -> Map.entry(row.getString("item"), row.getString("status")))
              .forEach(item -> items.put(item.getKey(), item.getValue()));
          return items;
        });
  }

  @Override
  public Map<String, String> best(UUID deal, Sight sight) {
    return jdbi.withHandle(
        handle -> {
          Map<String, String> best = new LinkedHashMap<>();
          Seen.bind(
                  handle.createQuery(
                      "select i.item, coalesce(i.corrected, i.status) as status"
                          + " from contact_summary_items i"
                          + " join contact_summaries s on s.id = i.summary"
                          + " join contacts c on c.id = s.contact"
                          + " where c.deal = :deal and "
                          + COUNTS
                          + " and s.number = (select max(n.number) from contact_summaries n"
                          + " where n.contact = c.id) and "
                          + SEEN
                          + " order by i.position"),
                  sight)
              .bind("deal", deal)
              .map((row, context) -> Map.entry(row.getString("item"), row.getString("status")))
              .forEach(item -> best.merge(item.getKey(), item.getValue(), JdbiContacts::better));
          return best;
        });
  }

  private static String better(String one, String other) {
    return BEST_FIRST.indexOf(one) <= BEST_FIRST.indexOf(other) ? one : other;
  }

  @Override
  public List<Copies.Earlier> earlier(UUID author, @Nullable UUID contact) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select s.id, s.text from contact_summaries s"
                        + " join contacts c on c.id = s.contact"
                        + " where c.author = :author and c.id <> :contact"
                        + " order by s.at desc, s.id fetch first :most rows only")
                .bind("author", author)
                .bind("contact", contact == null ? NO_CONTACT : contact)
                .bind("most", COMPARED)
                .map(
                    (row, context) ->
                        new Copies.Earlier(row.getObject("id", UUID.class), row.getString("text")))
                .list());
  }
}
