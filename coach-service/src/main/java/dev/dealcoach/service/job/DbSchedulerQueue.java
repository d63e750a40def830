package dev.dealcoach.service.job;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.jdbc.AutodetectJdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import dev.dealcoach.service.proposal.Urgency;
import dev.dealcoach.service.store.ReviewQueue;
import java.sql.Connection;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;

/** Writes jobs into db-scheduler's table, in the transaction of whoever asks. */
public final class DbSchedulerQueue implements ReviewQueue {
  /** The jobs' kind; the instance's id is the review's. */
  static final TaskDescriptor<Void> REVIEW = TaskDescriptor.of("review");

  private final JdbcCustomization dialect;
  private final AtomicReference<Runnable> listener = new AtomicReference<>(() -> {});

  /**
   * @param source asked once what kind of database it is
   */
  public DbSchedulerQueue(DataSource source) {
    this.dialect = new AutodetectJdbcCustomization(source);
  }

  @Override
  public void add(Connection transaction, UUID review, Urgency urgency, Instant due) {
    SchedulerClient.Builder.create(new TransactionSource(transaction))
        .jdbcCustomization(dialect)
        .enablePriority()
        .build()
        .schedule(
            REVIEW.instance(review.toString()).priority(urgency.priority()).scheduledTo(due),
            SchedulerClient.ScheduleOptions.WHEN_EXISTS_DO_NOTHING);
  }

  @Override
  public void committed() {
    listener.get().run();
  }

  /** Sets who is told of new jobs in this process. */
  void onCommitted(Runnable told) {
    listener.set(told);
  }
}
