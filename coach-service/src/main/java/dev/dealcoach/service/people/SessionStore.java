package dev.dealcoach.service.people;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Keeps sessions. Thread-safe. */
public interface SessionStore {
  /** Adds a session. */
  void open(Session session);

  /** The session with this key. */
  Optional<Session> find(String key);

  /** Notes that it was used. */
  void seen(String key, Instant at);

  /** Ends one. */
  void close(String key);

  /** Ends all of an account. */
  void closeAll(UUID account);

  /** Removes those last seen, or opened, before these instants. */
  void sweep(Instant lastSeen, Instant created);
}
