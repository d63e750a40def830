package dev.dealcoach.service.job;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.jdbc.AutodetectJdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import dev.dealcoach.service.store.RecordingQueue;
import java.sql.Connection;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;

/**
 * Writes the jobs of recordings, in the transaction of whoever asks. They have a table of their
 * own, so that a scheduler of reviews never meets them and slow documents hold no recording up.
 */
public final class RecordingTasks implements RecordingQueue {
  /** The jobs' table; it looks like db-scheduler's own. */
  static final String TABLE = "recording_tasks";

  /** The jobs' kind; the instance's id is the recording's. */
  static final TaskDescriptor<Void> RECORDING = TaskDescriptor.of("recording");

  private final JdbcCustomization dialect;
  private final AtomicReference<Runnable> listener = new AtomicReference<>(() -> {});

  /**
   * @param source asked once what kind of database it is
   */
  public RecordingTasks(DataSource source) {
    this.dialect = new AutodetectJdbcCustomization(source);
  }

  @Override
  public void add(Connection transaction, UUID recording, Instant due) {
    SchedulerClient.Builder.create(new TransactionSource(transaction))
        .tableName(TABLE)
        .jdbcCustomization(dialect)
        .enablePriority()
        .build()
        .schedule(
            RECORDING.instance(recording.toString()).scheduledTo(due),
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
