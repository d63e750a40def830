package dev.dealcoach.service.job;

import dev.dealcoach.service.proposal.Urgency;
import dev.dealcoach.service.store.ReviewQueue;
import java.sql.Connection;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;

/** Writes the jobs of reviews into db-scheduler's table, in the transaction of whoever asks. */
public final class DbSchedulerQueue implements ReviewQueue {
  private final JobTable table;

  /**
   * @param source asked once what kind of database it is
   */
  public DbSchedulerQueue(DataSource source) {
    this.table = new JobTable(source, "scheduled_tasks", "review");
  }

  @Override
  public void add(Connection transaction, UUID review, Urgency urgency, Instant due) {
    table.add(transaction, review, urgency.priority(), due);
  }

  @Override
  public void committed() {
    table.committed();
  }

  JobTable table() {
    return table;
  }
}
