package dev.dealcoach.service.job;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.dealcoach.service.blob.Blobs;
import dev.dealcoach.service.proposal.ProposalStore;
import dev.dealcoach.service.proposal.Reviewer;
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
 * Makes the reviews whose jobs are in the database, with a number of threads, until it is stopped.
 * What another process has begun and not ended, because it was killed, is begun again.
 */
public final class ReviewJobs implements Managed {
  private static final Logger LOG = LoggerFactory.getLogger(ReviewJobs.class);
  private static final Duration STOP_WITHIN = Duration.ofSeconds(5);

  private final DataSource source;
  private final JobSettings settings;
  private final DbSchedulerQueue queue;
  private final Scheduler scheduler;

  public ReviewJobs(
      DataSource source,
      JobSettings settings,
      DbSchedulerQueue queue,
      ProposalStore proposals,
      Blobs blobs,
      Reviewer reviewer,
      InstantSource clock) {
    this.source = source;
    this.settings = settings;
    this.queue = queue;
    ReviewWorker worker = new ReviewWorker(proposals, blobs, reviewer, clock);
    this.scheduler =
        new Clocked(source, task(worker, settings, clock), clock)
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
    Again() {
      super("another attempt will be made", null, false, false);
    }
  }

  private static Task<Void> task(ReviewWorker worker, JobSettings settings, InstantSource clock) {
    return Tasks.oneTime(DbSchedulerQueue.REVIEW)
        .onFailure(
            (complete, operations) ->
                operations.reschedule(complete, clock.instant().plus(settings.retry())))
        .onDeadExecutionRevive()
        .execute(
            (instance, context) -> {
              if (attempt(worker, UUID.fromString(instance.getId())) == ReviewWorker.Next.AGAIN) {
                throw new Again();
              }
            });
  }

  private static ReviewWorker.Next attempt(ReviewWorker worker, UUID review) {
    try {
      return worker.attempt(review);
    } catch (RuntimeException e) {
      LOG.error("review {}: this attempt failed", review, e);
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
                "update scheduled_tasks set picked = false, picked_by = null,"
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
