package dev.dealcoach.service.retention;

import java.time.Instant;
import java.util.UUID;

/**
 * Deletes for good: rows, the files that nothing else refers to, and what the database keeps of
 * deleted rows. The audit log stays; it holds ids only. Thread-safe.
 */
public interface Erasure {
  /**
   * What was deleted.
   *
   * @param rows of the database
   * @param files of the store of files
   */
  record Erased(long rows, int files) {
    /** Whether there was anything to delete. */
    public boolean any() {
      return rows > 0 || files > 0;
    }
  }

  /** A person with the account, own deals and all that was done in them. */
  Erased account(UUID id);

  /** A customer with all deals. */
  Erased customer(UUID id);

  /** A deal with all that belongs to it. */
  Erased deal(UUID id);

  /** Versions of proposals, with their reviews, that were handed in before. */
  Erased proposalsBefore(Instant instant);

  /** What customers said before. */
  Erased statementsBefore(Instant instant);

  /** Deals that were closed before, with all that belongs to them. */
  Erased dealsClosedBefore(Instant instant);

  /** Keys of requests that were made before. */
  Erased requestKeysBefore(Instant instant);

  /** Files that nothing refers to, and that were written before. */
  Erased unusedFilesBefore(Instant instant);
}
