package dev.dealcoach.service.transcribe;

import dev.dealcoach.service.child.ChildAnswer;
import dev.dealcoach.service.child.ChildPool;
import dev.dealcoach.speech.audio.AudioLimits;
import dev.dealcoach.speech.audio.Sound;
import dev.dealcoach.speech.transcript.Transcriber;
import dev.dealcoach.speech.transcript.Transcription;
import dev.dealcoach.speech.transcript.Transcription.Failed;
import dev.dealcoach.speech.transcript.Transcription.Reason;
import dev.dealcoach.speech.vosk.ModelDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Transcribes in child processes: what a recording or a model does to libvosk or ffmpeg ends in a
 * failure of that recording. Thread-safe.
 */
public final class ChildTranscriber implements Transcriber {
  /** For loading a large model from a slow disk, and for the first seconds of audio. */
  private static final Duration START = Duration.ofMinutes(3);

  private final ChildPool children;
  private final ModelDirectory model;

  /**
   * Transcribes with this model.
   *
   * @param children whose task must be {@link TranscribeTask}
   */
  public ChildTranscriber(ChildPool children, ModelDirectory model) {
    this.children = children;
    this.model = model;
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalStateException if child processes do not start on this machine
   */
  @Override
  public Transcription transcribe(Path audio, AudioLimits limits) throws InterruptedException {
    return hear(audio, limits).transcription();
  }

  /**
   * What came of transcribing, and what the audio sounds like.
   *
   * @param sound null unless it was transcribed
   */
  public record Answer(Transcription transcription, @Nullable Sound sound) {}

  /**
   * The same as {@link #transcribe}, with what the audio sounds like.
   *
   * @throws IllegalStateException if child processes do not start on this machine
   */
  public Answer hear(Path audio, AudioLimits limits) throws InterruptedException {
    byte[] request = TranscribeRequest.of(audio, model, limits).encode();
    Duration extension = limits.length().multipliedBy(TranscribeTask.SLOWEST);
    try {
      return switch (children.run(request, START.plus(limits.time()), extension)) {
        case ChildAnswer.Done done -> TranscriptionWire.decode(done.bytes());
        case ChildAnswer.Failed failed ->
            new Answer(new Failed(reason(failed.reason()), failed.detail()), null);
      };
    } catch (IOException e) {
      return new Answer(new Failed(Reason.CRASHED, "an answer that is none"), null);
    }
  }

  private static Reason reason(ChildAnswer.Reason reason) {
    return switch (reason) {
      case TIMED_OUT -> Reason.TIMED_OUT;
      case OUT_OF_MEMORY -> Reason.OUT_OF_MEMORY;
      case STACK_OVERFLOW, ANSWER_TOO_LARGE, CRASHED -> Reason.CRASHED;
    };
  }
}
