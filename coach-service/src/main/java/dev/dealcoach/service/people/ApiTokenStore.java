package dev.dealcoach.service.people;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps API tokens. Thread-safe. */
public interface ApiTokenStore {
  /**
   * Adds a token.
   *
   * @param key SHA-256 of its value in hexadecimal
   */
  void add(ApiToken token, String key);

  /** The token whose value has this SHA-256. */
  Optional<ApiToken> find(String key);

  /** The account's tokens, the newest first. */
  List<ApiToken> of(UUID account);

  /** Notes that it was used. */
  void used(UUID token, Instant at);

  /**
   * Withdraws a token of this account.
   *
   * @return false if the account has none with this id
   */
  boolean withdraw(UUID account, UUID token);
}
