package dev.dealcoach.service.store;

import dev.dealcoach.service.notice.Notice;
import dev.dealcoach.service.notice.NoticeStore;
import dev.dealcoach.service.recording.RecordingWork;
import dev.dealcoach.service.request.Page;
import dev.dealcoach.service.request.PageRequest;
import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Notices in the database. */
public final class JdbiNotices implements NoticeStore {
  private final Jdbi jdbi;

  public JdbiNotices(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public void add(Notice notice) {
    jdbi.useHandle(handle -> add(handle, notice));
  }

  /** Tells somebody something, in the caller's transaction. */
  static void add(Handle handle, Notice notice) {
    handle
        .createUpdate(
            "insert into notices (id, account, kind, link, detail, at)"
                + " values (:id, :account, :kind, :link, :detail, :at)")
        .bindMethods(notice)
        .execute();
  }

  /** Tells who handed a document in how its review ended, in the transaction that ends it. */
  static void reviewEnded(Handle handle, UUID review, String kind, Instant at) {
    handle
        .createQuery(
            "select v.handed_in_by, p.deal, v.file_name from reviews r"
                + " join proposal_versions v on v.id = r.version"
                + " join proposals p on p.id = v.proposal where r.id = :review")
        .bind("review", review)
        .map(
            (row, context) -> {
              String deal = "/deals/" + row.getString("deal");
              return Notice.of(
                  row.getObject("handed_in_by", UUID.class),
                  kind,
                  kind.equals(Notice.REVIEW_DONE) ? deal + "/reviews/" + review : deal,
                  row.getString("file_name"),
                  at);
            })
        .findOne()
        .ifPresent(notice -> add(handle, notice));
  }

  /** Tells a rep how the transcription of a recording ended, in the transaction that ends it. */
  static void recordingEnded(Handle handle, RecordingWork work, String kind, Instant at) {
    handle
        .createQuery(
            "select c.deal, u.name from contacts c join deals d on d.id = c.deal"
                + " join customers u on u.id = d.customer where c.id = :contact")
        .bind("contact", work.contact())
        .map(
            (row, context) ->
                Notice.of(
                    work.author(),
                    kind,
                    "/deals/" + row.getString("deal") + "/contacts/" + work.contact(),
                    row.getString("name"),
                    at))
        .findOne()
        .ifPresent(notice -> add(handle, notice));
  }

  @Override
  public Page<Notice> of(UUID account, PageRequest page) {
    return jdbi.withHandle(
        handle ->
            Listing.page(
                handle
                    .createQuery(
                        "select * from notices n where n.account = :account"
                            + Listing.part("n.at", "n.id"))
                    .bind("account", account),
                page,
                Notice.class,
                notice -> new PageRequest.Place(notice.at(), notice.id())));
  }

  @Override
  public int unseen(UUID account) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select count(*) from notices where account = :account and seen is null")
                .bind("account", account)
                .mapTo(Integer.class)
                .one());
  }

  @Override
  public void seen(UUID account, Instant at) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "update notices set seen = :at where account = :account and seen is null")
                .bind("at", at)
                .bind("account", account)
                .execute());
  }
}
