package dev.dealcoach.service.store;

import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Lets one process at a time do something, as long as its transaction lasts. */
final class Turns {
  private Turns() {}

  /**
   * Takes the turn; it ends with the handle's transaction, also if the process is killed.
   *
   * @return false if somebody else has it
   */
  static boolean take(Jdbi jdbi, Handle handle, String name, Instant now) {
    boolean known =
        handle
            .createQuery("select 1 from turns where name = :name")
            .bind("name", name)
            .mapTo(Integer.class)
            .findOne()
            .isPresent();
    if (!known) {
      // in a transaction of its own, or others would wait for the end of this one
      jdbi.useHandle(
          other ->
              other
                  .createUpdate(
                      "insert into turns (name, at) values (:name, :now) on conflict do nothing")
                  .bind("name", name)
                  .bind("now", now)
                  .execute());
    }
    return handle
        .createQuery("select name from turns where name = :name for update skip locked")
        .bind("name", name)
        .mapTo(String.class)
        .findOne()
        .isPresent();
  }
}
