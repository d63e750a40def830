package dev.dealcoach.service.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Notes, in the caller's transaction, that something changed that figures and alerts rest on. */
final class FigureChanges {
  private FigureChanges() {}

  /**
   * Something of a rep's day changed.
   *
   * @param at an instant of the day, not when it changed
   */
  static void note(Handle handle, UUID account, Instant at) {
    handle
        .createUpdate("insert into figure_changes (account, at) values (:account, :at)")
        .bind("account", account)
        .bind("at", at)
        .execute();
    handle
        .createUpdate("insert into alert_checks (account) values (:account)")
        .bind("account", account)
        .execute();
  }

  /** Something of a rep's day changed that is dated by the day alone. */
  static void note(Handle handle, UUID account, LocalDate day) {
    handle
        .createUpdate("insert into figure_changes (account, held_on) values (:account, :day)")
        .bind("account", account)
        .bind("day", day)
        .execute();
  }

  /** Something of a contact changed. */
  static void ofContact(Handle handle, UUID contact) {
    copy(handle, "select author, held from contacts where id = :id", contact);
  }

  /** Something of a review changed. */
  static void ofReview(Handle handle, UUID review) {
    copy(
        handle,
        "select v.handed_in_by, v.handed_in from reviews r"
            + " join proposal_versions v on v.id = r.version where r.id = :id",
        review);
  }

  /** Rows are about to go; figures may rest on them. */
  static void goes(Handle handle, String table, String column, List<?> values) {
    String of =
        switch (table) {
          case "contacts" -> "(account, at) select author, held from contacts";
          case "proposal_versions" ->
              "(account, at) select handed_in_by, handed_in from proposal_versions";
          case "deals" ->
              "(account, held_on) select owner, first_quote from deals where first_quote is not"
                  + " null";
          default -> "";
        };
    if (of.isEmpty()) {
      return;
    }
    handle
        .createUpdate(
            "insert into figure_changes "
                + of
                + (of.contains(" where ") ? " and " : " where ")
                + column
                + " in (<values>)")
        .bindList("values", values)
        .execute();
  }

  /** Nobody counts for an account that is gone, so that what was noted of it goes as well. */
  static void forgetGone(Handle handle) {
    handle.execute("delete from figure_changes where account not in (select a.id from accounts a)");
  }

  private static void copy(Handle handle, String select, UUID id) {
    handle
        .createUpdate("insert into figure_changes (account, at) " + select)
        .bind("id", id)
        .execute();
    handle
        .createUpdate(
            "insert into alert_checks (account) select f.who from (" + select + ") f (who, at)")
        .bind("id", id)
        .execute();
  }

  /**
   * A rep's teams changed: what was done from then on counts for others.
   *
   * @param since when they changed
   */
  static void ofTeams(Handle handle, UUID account, Instant since) {
    handle
        .createUpdate(
            "insert into figure_changes (account, at)"
                + " select author, held from contacts where author = :account and created >= :since"
                + " union select handed_in_by, handed_in from proposal_versions"
                + " where handed_in_by = :account and handed_in >= :since")
        .bind("account", account)
        .bind("since", since)
        .execute();
    handle
        .createUpdate(
            "insert into figure_changes (account, held_on) select distinct owner, first_quote"
                + " from deals where owner = :account and first_quote >= :day")
        .bind("account", account)
        // a day or two early does no harm: the day begins at another instant in each zone
        .bind("day", LocalDate.ofInstant(since, ZoneOffset.UTC).minusDays(1))
        .execute();
  }
}
