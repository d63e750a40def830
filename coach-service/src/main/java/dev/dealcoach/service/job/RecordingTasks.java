package dev.dealcoach.service.job;

import dev.dealcoach.service.store.RecordingQueue;
import java.sql.Connection;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Writes the jobs of recordings, in the transaction of whoever asks. They have a table of their
 * own, so that a scheduler of reviews never meets them and slow documents hold no recording up.
 */
public final class RecordingTasks implements RecordingQueue {
  /** Recordings go in the order in which they came. */
  private static final int ALIKE = 0;

  private final JobTable table;

  /**
   * @param source asked once what kind of database it is
   */
  public RecordingTasks(DataSource source) {
    this.table = new JobTable(source, "recording_tasks", "recording");
  }

  @Override
  public void add(Connection transaction, UUID recording, Instant due) {
    table.add(transaction, recording, ALIKE, due);
  }

  @Override
  public void committed() {
    table.committed();
  }

  JobTable table() {
    return table;
  }
}
