package dev.dealcoach.service.job;

import dev.dealcoach.service.blob.Blobs;
import dev.dealcoach.service.contact.Summaries;
import dev.dealcoach.service.recording.Listener;
import dev.dealcoach.service.recording.RecordingStore;
import io.dropwizard.lifecycle.Managed;
import java.sql.SQLException;
import java.time.InstantSource;
import javax.sql.DataSource;

/** Transcribes the recordings whose jobs are in the database, until it is stopped. */
public final class RecordingJobs implements Managed {
  private final JobRunner runner;

  public RecordingJobs(
      DataSource source,
      JobSettings settings,
      RecordingTasks queue,
      RecordingStore recordings,
      Blobs blobs,
      Listener listener,
      Summaries summaries,
      InstantSource clock) {
    RecordingWorker worker = new RecordingWorker(recordings, blobs, listener, summaries, clock);
    this.runner = new JobRunner(source, settings, queue.table(), worker::attempt, clock);
  }

  @Override
  public void start() throws SQLException {
    runner.start();
  }

  /** Has every waiting recording looked at now: a model has come. */
  public void wake() {
    runner.wake();
  }

  @Override
  public void stop() {
    runner.stop();
  }
}
