package dev.dealcoach.service.transcribe;

import dev.dealcoach.speech.model.InstalledModel;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks into the folder of speech models every second and tells when there is another model than
 * before, whoever installed it. Thread-safe.
 */
public final class ModelWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ModelWatch.class);
  private static final Duration EVERY = Duration.ofSeconds(1);

  private final ModelChoice models;
  private final Runnable told;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("speech-models").factory());

  // used by the timer's thread only
  private List<InstalledModel> known = List.of();

  /**
   * @param told when the models have changed
   */
  public ModelWatch(ModelChoice models, Runnable told) {
    this.models = models;
    this.told = told;
  }

  /** Begins to look. */
  public void start() {
    ScheduledFuture<?> unused =
        timer.scheduleWithFixedDelay(this::look, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void look() {
    try {
      List<InstalledModel> now = models.installed();
      if (!now.equals(known)) {
        known = now;
        LOG.info(
            "speech models installed: {}",
            now.isEmpty() ? "none" : now.stream().map(InstalledModel::id).toList());
        told.run();
      }
    } catch (RuntimeException e) {
      LOG.warn("the folder of speech models cannot be looked into", e);
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
