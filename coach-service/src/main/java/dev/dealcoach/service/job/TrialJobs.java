package dev.dealcoach.service.job;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.dropwizard.lifecycle.Managed;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the dry runs whose jobs are in the database, one at a time, and only while no review waits.
 * What another process has begun and not ended, because it was killed, goes on where it stood.
 */
public final class TrialJobs implements Managed {
  private static final Logger LOG = LoggerFactory.getLogger(TrialJobs.class);
  private static final Duration STOP_WITHIN = Duration.ofSeconds(5);

  private final DataSource source;
  private final JobSettings settings;
  private final TrialTasks queue;
  private final Scheduler scheduler;

  /**
   * @param settings of which the number of threads does not count
   */
  public TrialJobs(
      DataSource source,
      JobSettings settings,
      TrialTasks queue,
      TrialWorker worker,
      InstantSource clock) {
    this.source = source;
    this.settings = settings;
    this.queue = queue;
    this.scheduler =
        new Clocked(source, task(worker, settings, clock), clock)
            .tableName(TrialTasks.TABLE)
            .pollingInterval(settings.poll())
            .heartbeatInterval(settings.heartbeat())
            .missedHeartbeatsLimit(JobSettings.MISSED_HEARTBEATS)
            .schedulerName(new SchedulerName.Fixed(settings.node()))
            .threads(1)
            .shutdownMaxWait(STOP_WITHIN)
            .enablePriority()
            .pollUsingFetchAndLockOnExecute(0.5, 1)
            // this package logs its failures itself, and waiting is none
            .failureLogging(LogLevel.OFF, false)
            .build();
  }

  /** It shall go on later; not a failure that needs a word in the log. */
  private static final class Later extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Later() {
      super("it goes on later", null, false, false);
    }
  }

  private static Task<Void> task(TrialWorker worker, JobSettings settings, InstantSource clock) {
    return Tasks.oneTime(TrialTasks.TRIAL)
        .onFailure(
            (complete, operations) ->
                operations.reschedule(
                    complete,
                    clock
                        .instant()
                        .plus(
                            complete.getCause().orElse(null) instanceof Later
                                ? settings.poll()
                                : settings.retry())))
        .onDeadExecutionRevive()
        .execute(
            (instance, context) -> {
              if (!attempt(worker, UUID.fromString(instance.getId()))) {
                throw new Later();
              }
            });
  }

  private static boolean attempt(TrialWorker worker, UUID trial) {
    try {
      return worker.run(trial);
    } catch (RuntimeException e) {
      LOG.error("dry run {}: this attempt failed", trial, e);
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

  @Override
  public void start() throws SQLException {
    // what this process had in hand when it was killed need not wait until it is thought dead
    try (Connection connection = source.getConnection();
        PreparedStatement release =
            connection.prepareStatement(
                "update pack_tasks set picked = false, picked_by = null,"
                    + " last_heartbeat = null, version = version + 1 where picked_by = ?")) {
      release.setString(1, settings.node());
      release.executeUpdate();
    }
    scheduler.start();
    queue.onCommitted(scheduler::triggerCheckForDueExecutions);
  }

  @Override
  public void stop() {
    queue.onCommitted(() -> {});
    scheduler.stop();
  }
}
