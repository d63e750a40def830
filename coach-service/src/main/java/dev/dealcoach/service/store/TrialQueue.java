package dev.dealcoach.service.store;

import java.sql.Connection;
import java.time.Instant;
import java.util.UUID;

/** Where the job that makes a dry run is written down. Thread-safe. */
public interface TrialQueue {
  /**
   * Writes the job.
   *
   * @param transaction the job is there if and only if this transaction commits; neither committed
   *     nor closed here
   * @param due not begun before
   */
  void add(Connection transaction, UUID trial, Instant due);

  /** Told after a transaction with jobs has committed, so that they begin soon. */
  void committed();
}
