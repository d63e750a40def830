package dev.dealcoach.service.retention;

import dev.dealcoach.service.audit.AuditEntry;
import dev.dealcoach.service.audit.AuditLog;
import dev.dealcoach.service.retention.Erasure.Erased;
import dev.dealcoach.service.setting.Setting;
import dev.dealcoach.service.setting.SettingStore;
import io.dropwizard.lifecycle.Managed;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletes what is older than the settings allow, once an hour. Thread-safe. */
public final class Retention implements Managed {
  private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

  /** A file is written before the row that refers to it; none takes a day from one to the other. */
  private static final Duration UNUSED_FILE = Duration.ofDays(1);

  private final SettingStore settings;
  private final Erasure erasure;
  private final AuditLog audit;
  private final InstantSource clock;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("retention").factory());

  public Retention(SettingStore settings, Erasure erasure, AuditLog audit, InstantSource clock) {
    this.settings = settings;
    this.erasure = erasure;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public void start() {
    ScheduledFuture<?> unused =
        timer.scheduleWithFixedDelay(this::tryOnce, 1, 60, TimeUnit.MINUTES);
  }

  @Override
  public void stop() {
    timer.shutdownNow();
  }

  private void tryOnce() {
    try {
      run();
    } catch (RuntimeException e) {
      LOG.error("what is too old could not be deleted; the next try is in an hour", e);
    }
  }

  /** Deletes what is too old now. */
  public void run() {
    after(Setting.PROPOSAL_DAYS, erasure::proposalsBefore);
    after(Setting.STATEMENT_DAYS, erasure::statementsBefore);
    after(Setting.CLOSED_DEAL_DAYS, erasure::dealsClosedBefore);
    after(Setting.REQUEST_KEY_DAYS, erasure::requestKeysBefore);
    Erased files = erasure.unusedFilesBefore(clock.instant().minus(UNUSED_FILE));
    if (files.any()) {
      LOG.info("{} files that nothing refers to were deleted", files.files());
    }
  }

  private void after(Setting setting, Function<Instant, Erased> erase) {
    long days = settings.value(setting);
    if (days == 0) {
      return;
    }
    Instant now = clock.instant();
    Erased erased = erase.apply(now.minus(Duration.ofDays(days)));
    if (erased.any()) {
      LOG.info("{}: {} rows, {} files deleted", setting.id(), erased.rows(), erased.files());
      audit.add(
          new AuditEntry(
              0,
              now,
              null,
              AuditEntry.Act.REMOVED,
              "retention",
              setting.id(),
              erased.rows() + " rows, " + erased.files() + " files"));
    }
  }
}
