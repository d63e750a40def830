package dev.dealcoach.service.store;

import dev.dealcoach.service.contact.NewSummary;
import dev.dealcoach.service.json.TranscriptReport;
import dev.dealcoach.service.notice.Notice;
import dev.dealcoach.service.recording.Flag;
import dev.dealcoach.service.recording.Raised;
import dev.dealcoach.service.recording.RecordingState;
import dev.dealcoach.service.recording.RecordingWork;
import dev.dealcoach.speech.audio.Sound;
import dev.dealcoach.speech.transcript.Transcript;
import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/**
 * What an attempt at a recording may write: nothing once the recording has ended or a later attempt
 * has begun, so that a worker that was thought dead cannot write a second summary.
 */
final class Hearings {
  private Hearings() {}

  /** A change that finds no row unless this attempt may still write. */
  private static Update update(Handle handle, RecordingWork work, String set) {
    return handle
        .createUpdate(
            "update recordings set "
                + set
                + " where id = :recording and attempts = :attempt and ended is null")
        .bind("recording", work.recording())
        .bind("attempt", work.attempt());
  }

  static void change(Handle handle, RecordingWork work, String set, RecordingState state) {
    update(handle, work, set).bind("state", state).execute();
  }

  static boolean done(
      Handle handle,
      RecordingWork work,
      Transcript transcript,
      Sound sound,
      @Nullable Raised flag,
      @Nullable NewSummary summary,
      Instant at) {
    boolean mine =
        update(
                    handle,
                    work,
                    "state = :state, seconds = :seconds, doubtful = :doubtful,"
                        + " transcript = :transcript, loudness = :loudness, print = :print,"
                        + " ended = :at")
                .bind("state", RecordingState.DONE)
                .bind("seconds", transcript.seconds())
                .bind("doubtful", transcript.doubtful())
                .bind("transcript", TranscriptReport.of(transcript).json())
                .bind("loudness", sound.loudness())
                .bind("print", sound.print())
                .bind("at", at)
                .execute()
            == 1;
    if (!mine) {
      return false;
    }
    if (flag != null) {
      raise(handle, work.recording(), flag);
    }
    if (summary != null) {
      JdbiContacts.next(handle, work.contact(), UUID.randomUUID(), summary);
      flag(handle, work.recording(), summary);
    }
    JdbiNotices.recordingEnded(handle, work, Notice.RECORDING_DONE, at);
    return true;
  }

  /** Raises what the words of a recording say against counting it, in place of what they said. */
  static void flag(Handle handle, UUID recording, NewSummary summary) {
    handle
        .createUpdate(
            "delete from recording_flags where recording = :recording and flag in (:filler, :words)")
        .bind("recording", recording)
        .bind("filler", Flag.FILLER)
        .bind("words", Flag.SAME_WORDS)
        .execute();
    if (summary.judgement().filler()) {
      raise(handle, recording, new Raised(Flag.FILLER, null));
    }
    if (summary.copy() != null) {
      UUID repeats =
          handle
              .createQuery("select contact from contact_summaries where id = :id")
              .bind("id", summary.copy().of())
              .mapTo(UUID.class)
              .findOne()
              .orElse(null);
      raise(handle, recording, new Raised(Flag.SAME_WORDS, repeats));
    }
  }

  private static void raise(Handle handle, UUID recording, Raised raised) {
    handle
        .createUpdate(
            "insert into recording_flags (recording, flag, repeats)"
                + " values (:recording, :flag, :repeats)")
        .bind("recording", recording)
        .bind("flag", raised.flag())
        .bind("repeats", raised.contact())
        .execute();
  }

  static boolean refused(Handle handle, RecordingWork work, String code, Instant at) {
    boolean mine =
        update(handle, work, "state = :state, refusal = :code, ended = :at")
                .bind("state", RecordingState.REFUSED)
                .bind("code", code)
                .bind("at", at)
                .execute()
            == 1;
    if (mine) {
      JdbiNotices.recordingEnded(handle, work, Notice.RECORDING_REFUSED, at);
    }
    return mine;
  }
}
