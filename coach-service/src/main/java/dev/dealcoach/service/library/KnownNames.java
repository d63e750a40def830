package dev.dealcoach.service.library;

import java.util.UUID;

/** The names that must not leave a deal. Thread-safe. */
public interface KnownNames {
  /**
   * Names of all customers, of the people who took part in the deal's contacts, and of all
   * accounts.
   */
  Masking.Known of(UUID deal);
}
