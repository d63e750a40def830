package dev.dealcoach.service.job;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.jdbc.AutodetectJdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.sql.Connection;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;

/**
 * A table of jobs of one kind, as db-scheduler lays it out; a job's name is the id of what it is
 * about. Thread-safe.
 */
final class JobTable {
  private final String name;
  private final TaskDescriptor<Void> kind;
  private final JdbcCustomization dialect;
  private final AtomicReference<Runnable> listener = new AtomicReference<>(() -> {});

  /**
   * @param source asked once what kind of database it is
   * @param name of the table
   * @param kind of its jobs
   */
  JobTable(DataSource source, String name, String kind) {
    this.name = name;
    this.kind = TaskDescriptor.of(kind);
    this.dialect = new AutodetectJdbcCustomization(source);
  }

  String name() {
    return name;
  }

  TaskDescriptor<Void> kind() {
    return kind;
  }

  /**
   * Writes a job, unless there is one about the same.
   *
   * @param transaction whose commit makes it; neither committed nor closed here
   * @param priority what is due with a higher one goes first
   * @param due not begun before
   */
  void add(Connection transaction, UUID about, int priority, Instant due) {
    SchedulerClient.Builder.create(new TransactionSource(transaction))
        .tableName(name)
        .jdbcCustomization(dialect)
        .enablePriority()
        .build()
        .schedule(
            kind.instance(about.toString()).priority(priority).scheduledTo(due),
            SchedulerClient.ScheduleOptions.WHEN_EXISTS_DO_NOTHING);
  }

  /** Tells the runner in this process that there are new jobs. */
  void committed() {
    listener.get().run();
  }

  /** Sets who is told of new jobs in this process. */
  void onCommitted(Runnable told) {
    listener.set(told);
  }
}
