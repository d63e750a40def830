package dev.dealcoach.service.store;

import java.time.Instant;
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
}
