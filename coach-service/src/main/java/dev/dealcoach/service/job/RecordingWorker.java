package dev.dealcoach.service.job;

import dev.dealcoach.service.blob.Blobs;
import dev.dealcoach.service.contact.NewSummary;
import dev.dealcoach.service.contact.Summaries;
import dev.dealcoach.service.recording.Flags;
import dev.dealcoach.service.recording.Listener;
import dev.dealcoach.service.recording.Listener.Heard;
import dev.dealcoach.service.recording.Raised;
import dev.dealcoach.service.recording.Recording;
import dev.dealcoach.service.recording.RecordingState;
import dev.dealcoach.service.recording.RecordingStore;
import dev.dealcoach.service.recording.RecordingWork;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes one attempt at a recording. An attempt counts from its beginning, so that a recording which
 * takes the whole process down with it is tried no more often than one which only fails. Waiting
 * for a model is no attempt. Thread-safe.
 */
final class RecordingWorker {
  private static final Logger LOG = LoggerFactory.getLogger(RecordingWorker.class);

  /** What is said of a recording whose attempts all ended without an answer. */
  private static final String CRASHED = "crashed";

  private final RecordingStore recordings;
  private final Blobs blobs;
  private final Listener listener;
  private final Summaries summaries;
  private final InstantSource clock;

  RecordingWorker(
      RecordingStore recordings,
      Blobs blobs,
      Listener listener,
      Summaries summaries,
      InstantSource clock) {
    this.recordings = recordings;
    this.blobs = blobs;
    this.listener = listener;
    this.summaries = summaries;
    this.clock = clock;
  }

  /** Makes the attempt; what is thrown says that the database or this program failed. */
  Next attempt(UUID id) {
    Optional<Recording> found = recordings.find(id);
    if (found.isEmpty() || found.get().state().ended()) {
      return Next.OVER;
    }
    if (!listener.ready(found.get().language())) {
      if (found.get().state() != RecordingState.NO_MODEL) {
        recordings.waitsForModel(id);
        LOG.info("recording {} waits for a speech model", id);
      }
      return Next.WAITING;
    }
    Optional<RecordingWork> begun = recordings.begin(id);
    if (begun.isEmpty()) {
      return Next.OVER;
    }
    RecordingWork work = begun.get();
    if (work.attempt() > JobSettings.MOST_ATTEMPTS) {
      return refused(work, CRASHED);
    }
    Optional<Path> file = blobs.find(work.audio());
    if (file.isEmpty()) {
      LOG.error("recording {}: it cannot be read from the store", id);
      recordings.postponed(work, false);
      return Next.AGAIN;
    }
    try {
      return ended(work, listener.hear(file.get(), work.language()));
    } catch (InterruptedException e) {
      // this process stops; that is not the recording's fault
      Thread.currentThread().interrupt();
      recordings.postponed(work, false);
      return Next.AGAIN;
    } catch (RuntimeException e) {
      recordings.postponed(work, !Thread.currentThread().isInterrupted());
      throw e;
    }
  }

  private Next ended(RecordingWork work, Heard heard) {
    return switch (heard) {
      case Heard.Words words -> {
        scored(work, words);
        yield Next.OVER;
      }
      case Heard.Refused(String code) -> refused(work, code);
      case Heard.NoModel _ -> {
        recordings.postponed(work, false);
        recordings.waitsForModel(work.recording());
        yield Next.WAITING;
      }
      case Heard.Failed(String code, String detail) -> {
        LOG.warn(
            "recording {}: attempt {} ended: {} ({})",
            work.recording(),
            work.attempt(),
            code,
            detail);
        if (work.attempt() < JobSettings.MOST_ATTEMPTS) {
          recordings.postponed(work, true);
          yield Next.AGAIN;
        }
        yield refused(work, code);
      }
    };
  }

  private void scored(RecordingWork work, Heard.Words words) {
    recordings.progress(work, RecordingState.SCORING);
    Raised flag =
        Flags.find(
                words.transcript(),
                words.sound(),
                work.audio().sha256(),
                recordings.earlier(work.author(), work.recording()))
            .orElse(null);
    NewSummary summary =
        flag != null
            ? null
            : summaries.judged(
                words.transcript().text(),
                work.industry(),
                work.author(),
                work.contact(),
                clock.instant());
    if (recordings.done(work, words.transcript(), words.sound(), flag, summary, clock.instant())) {
      LOG.info("recording {} done", work.recording());
    }
  }

  private Next refused(RecordingWork work, String code) {
    if (recordings.refused(work, code, clock.instant())) {
      LOG.info("recording {} refused: {}", work.recording(), code);
    }
    return Next.OVER;
  }
}
