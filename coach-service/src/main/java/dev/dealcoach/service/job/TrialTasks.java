package dev.dealcoach.service.job;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.jdbc.AutodetectJdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import dev.dealcoach.service.store.TrialQueue;
import java.sql.Connection;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;

/**
 * Writes the jobs of dry runs, in the transaction of whoever asks. They have a table and a thread
 * of their own, so that they hold no review and no recording up.
 */
public final class TrialTasks implements TrialQueue {
  /** The jobs' table; it looks like db-scheduler's own. */
  static final String TABLE = "pack_tasks";

  /** The jobs' kind; the instance's id is the dry run's. */
  static final TaskDescriptor<Void> TRIAL = TaskDescriptor.of("pack-trial");

  private final JdbcCustomization dialect;
  private final AtomicReference<Runnable> listener = new AtomicReference<>(() -> {});

  /**
   * @param source asked once what kind of database it is
   */
  public TrialTasks(DataSource source) {
    this.dialect = new AutodetectJdbcCustomization(source);
  }

  @Override
  public void add(Connection transaction, UUID trial, Instant due) {
    SchedulerClient.Builder.create(new TransactionSource(transaction))
        .tableName(TABLE)
        .jdbcCustomization(dialect)
        .enablePriority()
        .build()
        .schedule(
            TRIAL.instance(trial.toString()).scheduledTo(due),
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
