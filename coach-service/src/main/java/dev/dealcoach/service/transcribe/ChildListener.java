package dev.dealcoach.service.transcribe;

import dev.dealcoach.service.child.ChildPool;
import dev.dealcoach.service.recording.Listener;
import dev.dealcoach.service.recording.SpokenIn;
import dev.dealcoach.speech.audio.AudioLimits;
import dev.dealcoach.speech.audio.Sound;
import dev.dealcoach.speech.model.InstalledModel;
import dev.dealcoach.speech.transcript.Transcript;
import dev.dealcoach.speech.transcript.Transcription;
import dev.dealcoach.speech.transcript.Word;
import dev.dealcoach.speech.vosk.UnusableModelException;
import java.io.IOException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hears recordings with the installed models, in child processes. Thread-safe. */
public final class ChildListener implements Listener {
  private static final Logger LOG = LoggerFactory.getLogger(ChildListener.class);

  private final ChildPool children;
  private final ModelChoice models;
  private final AudioLimits limits;

  /**
   * @param children whose task must be {@link TranscribeTask}
   */
  public ChildListener(ChildPool children, ModelChoice models, AudioLimits limits) {
    this.children = children;
    this.models = models;
    this.limits = limits;
  }

  @Override
  public boolean ready(SpokenIn language) {
    return !models.of(language).isEmpty();
  }

  @Override
  public Heard hear(Path audio, SpokenIn language) throws InterruptedException {
    Heard best = new Heard.NoModel();
    for (InstalledModel model : models.of(language)) {
      Heard heard = hear(audio, model);
      if (!(heard instanceof Heard.Words words)) {
        // a model that cannot be used leaves the recording to the others
        if (heard instanceof Heard.NoModel) {
          continue;
        }
        return heard;
      }
      if (!(best instanceof Heard.Words before) || sure(words) > sure(before)) {
        best = heard;
      }
    }
    return best;
  }

  /** How sure the engine was of what it heard; a model of the wrong language hears few words. */
  private static double sure(Heard.Words words) {
    Transcript transcript = words.transcript();
    return transcript.words().stream()
        .mapToDouble(word -> (word.end() - word.start()) * certainty(word))
        .sum();
  }

  private static double certainty(Word word) {
    return word.confidence() * word.confidence();
  }

  private Heard hear(Path audio, InstalledModel model) throws InterruptedException {
    ChildTranscriber.Answer answer;
    try {
      answer = new ChildTranscriber(children, model.open()).hear(audio, limits);
    } catch (UnusableModelException | IOException e) {
      LOG.error("the speech model {} cannot be used: {}", model.id(), e.getMessage());
      return new Heard.NoModel();
    }
    return switch (answer.transcription()) {
      case Transcription.Transcribed done -> {
        Sound sound = answer.sound();
        yield new Heard.Words(
            done.transcript(), sound == null ? new Sound(Sound.SILENT, "") : sound);
      }
      case Transcription.Refused refused -> new Heard.Refused(refused.refusal().code().id());
      case Transcription.Failed(Transcription.Reason reason, String detail) ->
          switch (reason) {
            case NO_MODEL -> {
              LOG.error("the speech model {} cannot be used: {}", model.id(), detail);
              yield new Heard.NoModel();
            }
            case CRASHED -> new Heard.Failed("crashed", detail);
            case TIMED_OUT -> new Heard.Failed("timed-out", detail);
            case OUT_OF_MEMORY -> new Heard.Failed("out-of-memory", detail);
          };
    };
  }
}
