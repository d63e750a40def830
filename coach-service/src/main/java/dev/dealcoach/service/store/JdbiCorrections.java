package dev.dealcoach.service.store;

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
import dev.dealcoach.service.request.Creation;
import dev.dealcoach.service.request.Once;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;

/** What people say of scores, in the database. */
public final class JdbiCorrections implements CorrectionStore {
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
    return jdbi.withHandle(handle -> HeldScores.of(handle, subject));
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
    if (!HeldScores.of(handle, subject).contains(said.held())) {
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
    List<Held> points = HeldScores.points(handle, review);
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
                if (!HeldScores.of(handle, subject).contains(dispute.held())) {
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
    return jdbi.withHandle(handle -> QueueCandidates.of(handle, sight, since));
  }

  @Override
  public List<Said> said(@Nullable Sight sight) {
    return jdbi.withHandle(handle -> JudgedScores.said(handle, sight));
  }

  @Override
  public List<JudgedSummary> judged(@Nullable Sight sight) {
    return jdbi.withHandle(handle -> JudgedScores.summaries(handle, sight));
  }
}
