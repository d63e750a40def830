package dev.dealcoach.service.job;

import dev.dealcoach.service.blob.Blobs;
import dev.dealcoach.service.proposal.ProposalStore;
import dev.dealcoach.service.proposal.Reviewer;
import io.dropwizard.lifecycle.Managed;
import java.sql.SQLException;
import java.time.InstantSource;
import javax.sql.DataSource;

/** Makes the reviews whose jobs are in the database, until it is stopped. */
public final class ReviewJobs implements Managed {
  private final JobRunner runner;

  public ReviewJobs(
      DataSource source,
      JobSettings settings,
      DbSchedulerQueue queue,
      ProposalStore proposals,
      Blobs blobs,
      Reviewer reviewer,
      InstantSource clock) {
    ReviewWorker worker = new ReviewWorker(proposals, blobs, reviewer, clock);
    this.runner = new JobRunner(source, settings, queue.table(), worker::attempt, clock);
  }

  @Override
  public void start() throws SQLException {
    runner.start();
  }

  @Override
  public void stop() {
    runner.stop();
  }
}
