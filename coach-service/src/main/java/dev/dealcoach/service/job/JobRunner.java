package dev.dealcoach.service.job;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes attempts at the jobs of a table, with a number of threads, until it is stopped. A job stays
 * until an attempt says that it is over; what another process has begun and not ended, because it
 * was killed, is begun again. Several processes on one database share the work. How many attempts
 * are enough is the attempt's business. Thread-safe.
 */
final class JobRunner {
  private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);
  private static final Duration STOP_WITHIN = Duration.ofSeconds(5);

  /**
   * A job that waits for something is looked at again by itself; usually {@link #wake} is faster.
   */
  private static final Duration WAITING = Duration.ofSeconds(15);

  private final DataSource source;
  private final JobSettings settings;
  private final JobTable table;
  private final InstantSource clock;
  private final Scheduler scheduler;

  /**
   * @param attempt makes one attempt at what has this id; what it throws says that the database or
   *     this program failed, and leads to another attempt
   */
  JobRunner(
      DataSource source,
      JobSettings settings,
      JobTable table,
      Function<UUID, Next> attempt,
      InstantSource clock) {
    this.source = source;
    this.settings = settings;
    this.table = table;
    this.clock = clock;
    this.scheduler =
        new Clocked(source, task(attempt), clock)
            .tableName(table.name())
            .pollingInterval(settings.poll())
            .heartbeatInterval(settings.heartbeat())
            .missedHeartbeatsLimit(JobSettings.MISSED_HEARTBEATS)
            .schedulerName(new SchedulerName.Fixed(settings.node()))
            .threads(settings.threads())
            .shutdownMaxWait(STOP_WITHIN)
            .enablePriority()
            // hardly more jobs in hand than threads: what waits in memory cannot be overtaken
            .pollUsingFetchAndLockOnExecute(0.5, 1)
            // this package logs its failures itself, and an attempt to come is none
            .failureLogging(LogLevel.OFF, false)
            .build();
  }

  /** The attempt shall be made again; not a failure that needs a word in the log. */
  private static final class Again extends RuntimeException {
    private final transient Duration after;

    Again(Duration after) {
      super("another attempt will be made", null, false, false);
      this.after = after;
    }
  }

  private Task<Void> task(Function<UUID, Next> attempt) {
    return Tasks.oneTime(table.kind())
        .onFailure(
            (complete, operations) -> {
              Duration after =
                  complete.getCause().orElse(null) instanceof Again again
                      ? again.after
                      : settings.retry();
              operations.reschedule(complete, clock.instant().plus(after));
            })
        .onDeadExecutionRevive()
        .execute(
            (instance, context) -> {
              switch (logged(attempt, UUID.fromString(instance.getId()))) {
                case OVER -> {}
                case AGAIN -> throw new Again(settings.retry());
                case WAITING -> throw new Again(WAITING);
              }
            });
  }

  private Next logged(Function<UUID, Next> attempt, UUID about) {
    try {
      return attempt.apply(about);
    } catch (RuntimeException e) {
      LOG.error("{} {}: this attempt failed", table.kind().getTaskName(), about, e);
      throw e;
    }
  }

  /** db-scheduler takes its clock from a subclass only. */
  private static final class Clocked extends SchedulerBuilder {
    Clocked(DataSource source, Task<?> task, InstantSource clock) {
      super(source, List.of(task));
      this.clock = clock::instant;
    }
  }

  /** Begins. */
  void start() throws SQLException {
    // what this process had in hand when it was killed need not wait until it is thought dead
    try (Connection connection = source.getConnection();
        PreparedStatement release =
            connection.prepareStatement(
                "update "
                    + table.name()
                    + " set picked = false, picked_by = null,"
                    + " last_heartbeat = null, version = version + 1 where picked_by = ?")) {
      release.setString(1, settings.node());
      release.executeUpdate();
    }
    scheduler.start();
    table.onCommitted(scheduler::triggerCheckForDueExecutions);
  }

  /** Has every job that waits looked at now. */
  void wake() {
    try (Connection connection = source.getConnection();
        PreparedStatement now =
            connection.prepareStatement(
                "update "
                    + table.name()
                    + " set execution_time = ?, version = version + 1 where picked = false")) {
      now.setObject(1, clock.instant().atOffset(ZoneOffset.UTC));
      now.executeUpdate();
    } catch (SQLException e) {
      LOG.warn("waiting jobs could not be woken; they are looked at again soon", e);
      return;
    }
    scheduler.triggerCheckForDueExecutions();
  }

  /** Ends; attempts under way are interrupted when they take too long. */
  void stop() {
    table.onCommitted(() -> {});
    scheduler.stop();
  }
}
