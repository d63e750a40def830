package dev.dealcoach.service.store;

import dev.dealcoach.service.notice.Notice;
import dev.dealcoach.service.proposal.ReviewResult;
import dev.dealcoach.service.proposal.ReviewState;
import dev.dealcoach.service.proposal.ReviewWork;
import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/**
 * What an attempt at a review may write: nothing once the review has ended or a later attempt has
 * begun, so that a worker that was thought dead cannot spoil what came after it.
 */
final class Attempts {
  private Attempts() {}

  /** A change that finds no row unless this attempt may still write. */
  private static Update update(Handle handle, ReviewWork work, String set) {
    return handle
        .createUpdate(
            "update reviews set "
                + set
                + " where id = :review and attempts = :attempt"
                + " and state in (:waiting, :reading, :reviewing)")
        .bind("review", work.review())
        .bind("attempt", work.attempt())
        .bind("waiting", ReviewState.WAITING)
        .bind("reading", ReviewState.READING)
        .bind("reviewing", ReviewState.REVIEWING);
  }

  static void change(Handle handle, ReviewWork work, String set, ReviewState state) {
    update(handle, work, set).bind("state", state).execute();
  }

  static boolean refused(Handle handle, ReviewWork work, String code, Instant at) {
    boolean mine =
        update(handle, work, "state = :state, refusal = :code, ended = :at")
                .bind("state", ReviewState.REFUSED)
                .bind("code", code)
                .bind("at", at)
                .execute()
            == 1;
    if (mine) {
      JdbiNotices.reviewEnded(handle, work.review(), Notice.REVIEW_REFUSED, at);
    }
    return mine;
  }

  static boolean done(Handle handle, ReviewWork work, ReviewResult result, Instant at) {
    boolean mine =
        update(
                    handle,
                    work,
                    "state = :state, type = :type, gold = :gold, pack_id = :packId,"
                        + " pack_sha256 = :packSha256, blocks = :blocks, ended = :at")
                .bindMethods(result)
                .bind("state", ReviewState.DONE)
                .bind("at", at)
                .execute()
            == 1;
    if (mine) {
      JdbiNotices.reviewEnded(handle, work.review(), Notice.REVIEW_DONE, at);
      FigureChanges.ofReview(handle, work.review());
      result
          .wordings()
          .forEach(
              (language, wording) ->
                  handle
                      .createUpdate(
                          "insert into review_wordings (review, language, report, notes)"
                              + " values (:review, :language, :report, :notes)")
                      .bindMethods(wording)
                      .bind("review", work.review())
                      .bind("language", language.code())
                      .execute());
    }
    return mine;
  }
}
