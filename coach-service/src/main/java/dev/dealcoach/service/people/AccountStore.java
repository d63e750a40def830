package dev.dealcoach.service.people;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps accounts. Thread-safe. */
public interface AccountStore {
  /**
   * Adds an account.
   *
   * @param hash of its password
   * @return false if the sign-in name is taken; nothing is changed then
   */
  boolean add(Account account, String hash);

  /** The account with this id. */
  Optional<Account> find(UUID id);

  /** The account with this sign-in name, in whatever case. */
  Optional<Account> bySignIn(String signIn);

  /** All accounts by sign-in name. */
  List<Account> all();

  /** Whether there is an active account of this role. */
  boolean anyActive(Role role);

  /** What checks the account's password; empty if there is no such account. */
  Optional<Secret> secret(UUID account);

  /** Sets a new password, and lets go a lock. */
  void setSecret(UUID account, String hash);

  /**
   * Counts a wrong password.
   *
   * @param lockedUntil no password is taken before; null to leave the account open
   */
  void failed(UUID account, @Nullable Instant lockedUntil);

  /** Forgets wrong passwords. */
  void succeeded(UUID account);

  /** Lets the account be used or not. */
  void setActive(UUID account, boolean active);
}
