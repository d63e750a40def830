package dev.dealcoach.service.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.dealcoach.service.correction.Candidate;
import dev.dealcoach.service.correction.Correction;
import dev.dealcoach.service.correction.CorrectionStore;
import dev.dealcoach.service.correction.Dispute;
import dev.dealcoach.service.correction.Held;
import dev.dealcoach.service.correction.Item;
import dev.dealcoach.service.correction.JudgedSummary;
import dev.dealcoach.service.correction.NewCorrection;
import dev.dealcoach.service.correction.NewDispute;
import dev.dealcoach.service.correction.Said;
import dev.dealcoach.service.correction.Scale;
import dev.dealcoach.service.correction.Subject;
import dev.dealcoach.service.notice.Notice;
import dev.dealcoach.service.people.Sight;
import dev.dealcoach.service.proposal.ReviewState;
import dev.dealcoach.service.request.Creation;
import dev.dealcoach.service.request.Once;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;

/** What people say of scores, in the database. */
public final class JdbiCorrections implements CorrectionStore {
  private static final ObjectMapper JSON = JsonMapper.builder().build();

  /** A row of {@link Correction}; a condition follows. */
  private static final String CORRECTION =
      "select k.*, a.name as author_name from score_corrections k"
          + " join accounts a on a.id = k.author where ";

  /** A row of {@link Dispute}; a condition follows. */
  private static final String DISPUTE =
      "select d.*, a.name as author_name, b.bytes as file_bytes from score_disputes d"
          + " join accounts a on a.id = d.author left join blobs b on b.sha256 = d.file where ";

  private final Jdbi jdbi;

  public JdbiCorrections(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** Somebody else was faster; the transaction is given up. */
  private static final class Overtaken extends RuntimeException {
    private static final long serialVersionUID = 1;

    Overtaken() {
      super("something else holds now");
    }
  }

  @Override
  public List<Held> held(Subject subject) {
    return jdbi.withHandle(handle -> held(handle, subject));
  }

  private static List<Held> held(Handle handle, Subject subject) {
    return subject.kind() == Subject.Kind.REVIEW
        ? points(handle, subject.id())
        : statuses(handle, subject);
  }

  private static List<Held> statuses(Handle handle, Subject subject) {
    List<Held> all = new ArrayList<>();
    if (subject.summary() == null) {
      // a recording in which nothing can be heard has no summary, but is flagged
      if (!flags(handle, subject.id()).isEmpty()) {
        all.add(new Held(Item.SCORED, Scale.ASIDE, Scale.ASIDE));
      }
      return all;
    }
    handle
        .createQuery(
            "select item, status, coalesce(corrected, status) as holds from contact_summary_items"
                + " where summary = :summary order by position")
        .bind("summary", subject.summary())
        .map(
            (row, context) ->
                Item.ofId(row.getString("item"))
                    .map(item -> held(item, row, "status", "holds"))
                    .orElseThrow())
        .forEach(all::add);
    handle
        .createQuery(
            "select (filler or copy_of is not null) as aside, corrected_aside"
                + " from contact_summaries where id = :summary")
        .bind("summary", subject.summary())
        .map(
            (row, context) -> {
              boolean aside = row.getBoolean("aside");
              Boolean corrected = row.getObject("corrected_aside", Boolean.class);
              return new Held(
                  Item.SCORED, mode(aside), mode(corrected == null ? aside : corrected));
            })
        .forEach(all::add);
    return all;
  }

  private static Held held(Item item, ResultSet row, String machine, String value) {
    try {
      return new Held(item, row.getString(machine), row.getString(value));
    } catch (SQLException e) {
      throw new IllegalStateException("a row cannot be read", e);
    }
  }

  private static String mode(boolean aside) {
    return aside ? Scale.ASIDE : Scale.COUNTS;
  }

  private static String point(boolean met) {
    return met ? Scale.MET : Scale.NOT_MET;
  }

  private static List<Held> points(Handle handle, UUID review) {
    Optional<JsonNode> gold =
        handle
            .createQuery(
                "select report from review_wordings where review = :review"
                    + " order by language fetch first 1 rows only")
            .bind("review", review)
            .mapTo(String.class)
            .findOne()
            .map(JdbiCorrections::json)
            .map(report -> report.path("gold"));
    if (gold.isEmpty()) {
      return List.of();
    }
    Map<String, Boolean> corrected = correctedPoints(handle, review);
    List<Held> all = new ArrayList<>();
    for (Item item : Item.of(Subject.Kind.REVIEW)) {
      boolean met = gold.get().path(item.id()).path("met").asBoolean();
      all.add(new Held(item, point(met), point(corrected.getOrDefault(item.id(), met))));
    }
    return all;
  }

  /** The points that hold because a person said so, by their id. */
  static Map<String, Boolean> correctedPoints(Handle handle, UUID review) {
    Map<String, Boolean> points = new LinkedHashMap<>();
    handle
        .createQuery(
            "select point, corrected from review_points where review = :review order by point")
        .bind("review", review)
        .map((row, context) -> Map.entry(row.getString("point"), row.getBoolean("corrected")))
        .forEach(point -> points.put(point.getKey(), point.getValue()));
    return points;
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> flags(Handle handle, UUID contact) {
    return new LinkedHashSet<>(
        handle
            .createQuery(
                "select distinct f.flag from recording_flags f join recordings r on"
                    + " r.id = f.recording where r.contact = :contact order by f.flag")
            .bind("contact", contact)
            .mapTo(String.class)
            .list());
  }

  @Override
  public List<Correction> corrections(Subject subject) {
    return jdbi.withHandle(
        handle ->
            about(handle, CORRECTION, "k", subject, " order by k.number")
                .map((row, context) -> correction(row))
                .list());
  }

  /** What is about this version of this work. */
  private static Query about(
      Handle handle, String select, String table, Subject subject, String order) {
    if (subject.kind() == Subject.Kind.REVIEW) {
      return handle
          .createQuery(select + table + ".review = :review" + order)
          .bind("review", subject.id());
    }
    if (subject.summary() == null) {
      return handle
          .createQuery(
              select + table + ".contact = :contact and " + table + ".summary is null" + order)
          .bind("contact", subject.id());
    }
    return handle
        .createQuery(select + table + ".summary = :summary" + order)
        .bind("summary", subject.summary());
  }

  private static Correction correction(ResultSet row) throws SQLException {
    return new Correction(
        row.getObject("id", UUID.class),
        Item.ofId(row.getString("item")).orElseThrow(),
        Correction.Kind.ofId(row.getString("kind")),
        row.getString("machine"),
        row.getString("given"),
        row.getString("reason"),
        row.getObject("author", UUID.class),
        row.getString("author_name"),
        row.getObject("dispute", UUID.class),
        row.getObject("at", java.time.OffsetDateTime.class).toInstant());
  }

  private static Dispute dispute(ResultSet row) throws SQLException {
    java.time.OffsetDateTime ended = row.getObject("ended", java.time.OffsetDateTime.class);
    return new Dispute(
        row.getObject("id", UUID.class),
        row.getObject("contact", UUID.class),
        row.getObject("summary", UUID.class),
        row.getObject("review", UUID.class),
        Item.ofId(row.getString("item")).orElseThrow(),
        row.getObject("author", UUID.class),
        row.getString("author_name"),
        row.getString("text"),
        row.getString("disputed"),
        row.getString("file"),
        row.getObject("file_bytes", Long.class),
        row.getString("file_name"),
        row.getBoolean("trainers"),
        Dispute.State.valueOf(row.getString("state")),
        row.getObject("at", java.time.OffsetDateTime.class).toInstant(),
        ended == null ? null : ended.toInstant());
  }

  @Override
  public List<Dispute> disputes(Subject subject) {
    return jdbi.withHandle(
        handle ->
            about(handle, DISPUTE, "d", subject, " order by d.at, d.id")
                .map((row, context) -> dispute(row))
                .list());
  }

  @Override
  public Optional<Dispute> dispute(UUID id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(DISPUTE + "d.id = :id")
                .bind("id", id)
                .map((row, context) -> dispute(row))
                .findOne());
  }

  @Override
  public List<Dispute> open() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    DISPUTE
                        + "d.state = :open and (d.summary is null or d.summary ="
                        + " (select s.id from contact_summaries s where s.contact = d.contact"
                        + " order by s.number desc fetch first 1 rows only)) order by d.at, d.id")
                .bind("open", Dispute.State.OPEN)
                .map((row, context) -> dispute(row))
                .list());
  }

  @Override
  public Optional<Creation> add(
      Subject subject, List<NewCorrection> said, List<Notice> told, @Nullable Once once) {
    try {
      return Optional.of(
          Creations.run(
              jdbi,
              once,
              said.getFirst().at(),
              (handle, id) -> {
                lock(handle, subject);
                UUID next = id;
                for (NewCorrection each : said) {
                  write(handle, subject, next, each, null);
                  next = UUID.randomUUID();
                }
                told.forEach(notice -> JdbiNotices.add(handle, notice));
              }));
    } catch (Overtaken e) {
      return Optional.empty();
    }
  }

  /** Makes those who judge the same work at the same time take turns. */
  private static void lock(Handle handle, Subject subject) {
    handle
        .createQuery(
            "select id from "
                + (subject.kind() == Subject.Kind.REVIEW ? "reviews" : "contacts")
                + " where id = :id for update")
        .bind("id", subject.id())
        .mapTo(UUID.class)
        .one();
    if (subject.summary() != null) {
      boolean latest =
          handle
              .createQuery(
                  "select id from contact_summaries where contact = :contact"
                      + " order by number desc fetch first 1 rows only")
              .bind("contact", subject.id())
              .mapTo(UUID.class)
              .one()
              .equals(subject.summary());
      if (!latest) {
        throw new Overtaken();
      }
    }
  }

  private static void write(
      Handle handle, Subject subject, UUID id, NewCorrection said, @Nullable UUID dispute) {
    if (!held(handle, subject).contains(said.held())) {
      throw new Overtaken();
    }
    handle
        .createUpdate(
            "insert into score_corrections (id, contact, summary, review, item, kind, machine,"
                + " given, reason, author, dispute, at) values (:id, :contact, :summary, :review,"
                + " :item, :kind, :machine, :given, :reason, :author, :dispute, :at)")
        .bind("id", id)
        .bind("contact", contact(subject))
        .bind("summary", subject.summary())
        .bind("review", review(subject))
        .bind("item", said.held().item().id())
        .bind("kind", said.kind().id())
        .bind("machine", said.held().machine())
        .bind("given", said.given())
        .bind("reason", said.reason())
        .bind("author", said.author())
        .bind("dispute", dispute)
        .bind("at", said.at())
        .execute();
    if (said.changes()) {
      change(handle, subject, said);
      FigureChanges.note(handle, subject.author(), subject.at());
    }
  }

  private static @Nullable UUID contact(Subject subject) {
    return subject.kind() == Subject.Kind.CONTACT ? subject.id() : null;
  }

  private static @Nullable UUID review(Subject subject) {
    return subject.kind() == Subject.Kind.REVIEW ? subject.id() : null;
  }

  private static void change(Handle handle, Subject subject, NewCorrection said) {
    Item item = said.held().item();
    boolean machine = said.given().equals(said.held().machine());
    switch (item.scale()) {
      case STATUS -> status(handle, subject, item, machine ? null : said.given());
      case MODE ->
          handle
              .createUpdate(
                  "update contact_summaries set corrected_aside = :aside where id = :summary")
              .bind("aside", machine ? null : (Boolean) said.given().equals(Scale.ASIDE))
              .bind("summary", subject.summary())
              .execute();
      case POINT ->
          gold(
              handle,
              subject.id(),
              item,
              machine ? null : (Boolean) said.given().equals(Scale.MET));
    }
  }

  private static void status(
      Handle handle, Subject subject, Item item, @Nullable String corrected) {
    handle
        .createUpdate(
            "update contact_summary_items set corrected = :corrected"
                + " where summary = :summary and item = :item")
        .bind("corrected", corrected)
        .bind("summary", subject.summary())
        .bind("item", item.id())
        .execute();
    // SPEC §2: 20 per covered, 10 per partial item
    handle
        .createUpdate(
            "update contact_summaries set corrected_score = (select case when count(i.corrected)"
                + " = 0 then null else sum(case coalesce(i.corrected, i.status) when 'covered'"
                + " then 20 when 'partial' then 10 else 0 end) end from contact_summary_items i"
                + " where i.summary = contact_summaries.id) where id = :summary")
        .bind("summary", subject.summary())
        .execute();
  }

  private static void gold(Handle handle, UUID review, Item point, @Nullable Boolean corrected) {
    handle
        .createUpdate("delete from review_points where review = :review and point = :point")
        .bind("review", review)
        .bind("point", point.id())
        .execute();
    if (corrected != null) {
      handle
          .createUpdate(
              "insert into review_points (review, point, corrected)"
                  + " values (:review, :point, :corrected)")
          .bind("review", review)
          .bind("point", point.id())
          .bind("corrected", corrected)
          .execute();
    }
    List<Held> points = points(handle, review);
    boolean any = points.stream().anyMatch(Held::corrected);
    long met = points.stream().filter(each -> each.value().equals(Scale.MET)).count();
    handle
        .createUpdate("update reviews set corrected_gold = :gold where id = :review")
        .bind("gold", any ? (Integer) (int) met : null)
        .bind("review", review)
        .execute();
  }

  @Override
  public Optional<Creation> dispute(
      Subject subject, NewDispute dispute, Told told, @Nullable Once once) {
    try {
      return Optional.of(
          Creations.run(
              jdbi,
              once,
              dispute.at(),
              (handle, id) -> {
                lock(handle, subject);
                if (!held(handle, subject).contains(dispute.held())) {
                  throw new Overtaken();
                }
                if (dispute.file() != null) {
                  Acceptance.blob(handle, dispute.file(), dispute.at());
                }
                handle
                    .createUpdate(
                        "insert into score_disputes (id, contact, summary, review, item, author,"
                            + " text, disputed, file, file_name, trainers, state, at) values (:id,"
                            + " :contact, :summary, :review, :item, :author, :text, :disputed,"
                            + " :file, :fileName, :trainers, :state, :at)")
                    .bind("id", id)
                    .bind("contact", contact(subject))
                    .bind("summary", subject.summary())
                    .bind("review", review(subject))
                    .bind("item", dispute.held().item().id())
                    .bind("author", subject.author())
                    .bind("text", dispute.text())
                    .bind("disputed", dispute.held().value())
                    .bind("file", dispute.file() == null ? null : dispute.file().sha256())
                    .bind("fileName", dispute.fileName())
                    .bind("trainers", dispute.trainers())
                    .bind("state", Dispute.State.OPEN)
                    .bind("at", dispute.at())
                    .execute();
                told.of(id).forEach(notice -> JdbiNotices.add(handle, notice));
              }));
    } catch (Overtaken e) {
      return Optional.empty();
    } catch (UnableToExecuteStatementException e) {
      if (Creations.violates(e)) {
        return Optional.empty(); // the item is disputed already
      }
      throw e;
    }
  }

  @Override
  public boolean decide(Subject subject, UUID dispute, NewCorrection decision, List<Notice> told) {
    try {
      jdbi.useTransaction(
          handle -> {
            lock(handle, subject);
            int ended =
                handle
                    .createUpdate(
                        "update score_disputes set state = :state, ended = :at"
                            + " where id = :id and state = :open")
                    .bind(
                        "state", decision.changes() ? Dispute.State.CHANGED : Dispute.State.UPHELD)
                    .bind("at", decision.at())
                    .bind("id", dispute)
                    .bind("open", Dispute.State.OPEN)
                    .execute();
            if (ended == 0) {
              throw new Overtaken();
            }
            write(handle, subject, UUID.randomUUID(), decision, dispute);
            told.forEach(notice -> JdbiNotices.add(handle, notice));
          });
      return true;
    } catch (Overtaken e) {
      return false;
    }
  }

  @Override
  public boolean toTrainers(UUID dispute, List<Notice> told) {
    return jdbi.inTransaction(
        handle -> {
          int given =
              handle
                  .createUpdate(
                      "update score_disputes set trainers = true"
                          + " where id = :id and state = :open and not trainers")
                  .bind("id", dispute)
                  .bind("open", Dispute.State.OPEN)
                  .execute();
          if (given > 0) {
            told.forEach(notice -> JdbiNotices.add(handle, notice));
          }
          return given > 0;
        });
  }

  @Override
  public boolean looked(UUID account, Subject subject) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select 1 from audit_log where kind = :kind and subject = :subject"
                        + " and actor = :account and what = 'READ'"
                        + " and detail not in ('blind', 'audio', 'photo', 'document')"
                        + " and at >= coalesce((select s.at from contact_summaries s"
                        + " where s.id = :summary), at) fetch first 1 rows only")
                .bind("kind", subject.kind().id())
                .bind("subject", subject.id().toString())
                .bind("account", account)
                .bind("summary", subject.summary())
                .mapTo(Integer.class)
                .findOne()
                .isPresent());
  }

  @Override
  public List<Candidate> candidates(Sight sight, Instant since) {
    return jdbi.withHandle(
        handle -> {
          Set<UUID> judged = judged(handle);
          List<Candidate> all = new ArrayList<>(contacts(handle, sight, since, judged));
          all.addAll(reviews(handle, sight, since, judged));
          all.sort(
              java.util.Comparator.comparing(Candidate::at)
                  .reversed()
                  .thenComparing(Candidate::id));
          return all;
        });
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
        .mapTo(dev.dealcoach.service.contact.Contact.class)
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
    return new java.util.HashSet<>(
        handle
            .createQuery(
                "select distinct coalesce(summary, contact, review) from score_corrections")
            .mapTo(UUID.class)
            .list());
  }

  /** Joins what tells whose work it is; a condition follows. */
  private static final String WHOSE =
      " from score_corrections k left join contacts c on c.id = k.contact"
          + " left join reviews r on r.id = k.review"
          + " left join proposal_versions v on v.id = r.version where "
          + "(k.summary is not null or k.review is not null)";

  private static final String SEEN =
      " and " + Seen.at("coalesce(c.author, v.handed_in_by)", "coalesce(c.created, v.handed_in)");

  private static Query seen(Handle handle, String select, @Nullable Sight sight, String order) {
    return sight == null
        ? handle.createQuery(select + WHOSE + order)
        : Seen.bind(handle.createQuery(select + WHOSE + SEEN + order), sight);
  }

  @Override
  public List<Said> said(@Nullable Sight sight) {
    return jdbi.withHandle(
        handle -> {
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
        });
  }

  @Override
  public List<JudgedSummary> judged(@Nullable Sight sight) {
    return jdbi.withHandle(
        handle -> {
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
        });
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
