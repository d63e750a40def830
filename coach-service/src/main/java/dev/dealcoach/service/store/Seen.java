package dev.dealcoach.service.store;

import dev.dealcoach.service.people.Sight;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.statement.SqlStatement;

/** Applies a {@link Sight} in SQL. */
final class Seen {
  /** In no team; SQL has no empty list. */
  private static final UUID NONE = new UUID(0, 0);

  private Seen() {}

  /** True for what this account did at this time, if that is seen. */
  static String at(String account, String at) {
    return during(account, at, at);
  }

  /** True for what this account did in this time, if some of it is seen. */
  static String during(String account, String from, String to) {
    return "("
        + account
        + " = :seenSelf or exists (select 1 from memberships m where m.account = "
        + account
        + " and m.team in (<seenTeams>) and m.since <= "
        + to
        + " and (m.until is null or m.until > "
        + from
        + ")))";
  }

  /** Fills the places of the conditions. */
  static <T extends SqlStatement<T>> T bind(T statement, Sight sight) {
    return statement
        .bind("seenSelf", sight.self())
        .bindList("seenTeams", sight.teams().isEmpty() ? Set.of(NONE) : sight.teams());
  }
}
