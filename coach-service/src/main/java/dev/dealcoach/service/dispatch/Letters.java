package dev.dealcoach.service.dispatch;

import java.util.Optional;

/** Words what somebody is told. Thread-safe. */
@FunctionalInterface
public interface Letters {
  /** The words as things stand now; empty if there is nothing left to tell. */
  Optional<Letter> of(Telling telling);
}
