package dev.dealcoach.service.job;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.dealcoach.service.blob.Blobs;
import dev.dealcoach.service.contact.Summaries;
import dev.dealcoach.service.recording.Listener;
import dev.dealcoach.service.recording.RecordingStore;
import io.dropwizard.lifecycle.Managed;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Transcribes the recordings whose jobs are in the database, with a number of threads, until it is
 * stopped. What another process has begun and not ended, because it was killed, is begun again.
 */
public final class RecordingJobs implements Managed {
  private static final Logger LOG = LoggerFactory.getLogger(RecordingJobs.class);
  private static final Duration STOP_WITHIN = Duration.ofSeconds(5);

  /** A recording without a model is looked at again by itself; usually {@link #wake} is faster. */
  private static final Duration NO_MODEL = Duration.ofSeconds(15);

  private final DataSource source;
  private final JobSettings settings;
  private final RecordingTasks queue;
  private final InstantSource clock;
  private final Scheduler scheduler;

  public RecordingJobs(
      DataSource source,
      JobSettings settings,
      RecordingTasks queue,
      RecordingStore recordings,
      Blobs blobs,
      Listener listener,
      Summaries summaries,
      InstantSource clock) {
    this.source = source;
    this.settings = settings;
    this.queue = queue;
    this.clock = clock;
    RecordingWorker worker = new RecordingWorker(recordings, blobs, listener, summaries, clock);
    this.scheduler =
        new Clocked(source, task(worker, settings, clock), clock)
            .tableName(RecordingTasks.TABLE)
            .pollingInterval(settings.poll())
            .heartbeatInterval(settings.heartbeat())
            .missedHeartbeatsLimit(JobSettings.MISSED_HEARTBEATS)
            .schedulerName(new SchedulerName.Fixed(settings.node()))
            .threads(settings.threads())
            .shutdownMaxWait(STOP_WITHIN)
            .enablePriority()
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

  private static Task<Void> task(
      RecordingWorker worker, JobSettings settings, InstantSource clock) {
    return Tasks.oneTime(RecordingTasks.RECORDING)
        .onFailure(
            (complete, operations) ->
                operations.reschedule(
                    complete,
                    clock
                        .instant()
                        .plus(
                            complete.getCause().orElse(null) instanceof Again again
                                ? again.after
                                : settings.retry())))
        .onDeadExecutionRevive()
        .execute(
            (instance, context) -> {
              switch (attempt(worker, UUID.fromString(instance.getId()))) {
                case OVER -> {}
                case AGAIN -> throw new Again(settings.retry());
                case NO_MODEL -> throw new Again(NO_MODEL);
              }
            });
  }

  private static RecordingWorker.Next attempt(RecordingWorker worker, UUID recording) {
    try {
      return worker.attempt(recording);
    } catch (RuntimeException e) {
      LOG.error("recording {}: this attempt failed", recording, e);
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
                "update recording_tasks set picked = false, picked_by = null,"
                    + " last_heartbeat = null, version = version + 1 where picked_by = ?")) {
      release.setString(1, settings.node());
      release.executeUpdate();
    }
    scheduler.start();
    queue.onCommitted(scheduler::triggerCheckForDueExecutions);
  }

  /** Has every waiting recording looked at now: a model has come. */
  public void wake() {
    try (Connection connection = source.getConnection();
        PreparedStatement now =
            connection.prepareStatement(
                "update recording_tasks set execution_time = ?, version = version + 1"
                    + " where picked = false")) {
      now.setObject(1, clock.instant().atOffset(ZoneOffset.UTC));
      now.executeUpdate();
    } catch (SQLException e) {
      LOG.warn("waiting recordings could not be woken; they are looked at again soon", e);
      return;
    }
    scheduler.triggerCheckForDueExecutions();
  }

  @Override
  public void stop() {
    queue.onCommitted(() -> {});
    scheduler.stop();
  }
}
