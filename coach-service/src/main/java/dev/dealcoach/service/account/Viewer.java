package dev.dealcoach.service.account;

import dev.dealcoach.service.people.Account;
import dev.dealcoach.service.people.Role;
import dev.dealcoach.service.people.Session;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who asks. Immutable.
 *
 * @param session the browser's; null for a program with an API token
 */
public record Viewer(Account account, @Nullable Session session) {
  /** The account's id. */
  public UUID id() {
    return account.id();
  }

  /** The account's role. */
  public Role role() {
    return account.role();
  }
}
