package dev.dealcoach.service.transcribe;

import dev.dealcoach.service.child.ChildTask;
import dev.dealcoach.speech.audio.AudioDecoder;
import dev.dealcoach.speech.audio.AudioLimits;
import dev.dealcoach.speech.audio.Decoding;
import dev.dealcoach.speech.audio.Ffmpeg;
import dev.dealcoach.speech.audio.PcmSink;
import dev.dealcoach.speech.audio.SoundMeter;
import dev.dealcoach.speech.audio.StandardAudioDecoder;
import dev.dealcoach.speech.transcript.ModelStamp;
import dev.dealcoach.speech.transcript.Transcription;
import dev.dealcoach.speech.vosk.ModelDirectory;
import dev.dealcoach.speech.vosk.UnusableModelException;
import dev.dealcoach.speech.vosk.VoskTranscriber;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Transcribes a recording, in the child process. The model stays loaded for the next one; a request
 * that names another takes its place. As the audio is worked through, the deadline is put off.
 */
public final class TranscribeTask implements ChildTask {
  /** After so much audio the deadline is put off, by so many times that. */
  private static final int STEP_SECONDS = 10;

  /** How many times real time may be needed: large models need up to once on a slow machine. */
  static final int SLOWEST = 4;

  private final AudioDecoder decoder =
      new StandardAudioDecoder(
          () -> Ffmpeg.find(Path.of(System.getProperty("java.io.tmpdir"), "ffmpeg")));

  private @Nullable VoskTranscriber transcriber;
  private @Nullable Progress progress;
  private SoundMeter meter = new SoundMeter();

  @Override
  public byte[] run(byte[] request, Progress progress) throws Exception {
    TranscribeRequest wanted = TranscribeRequest.decode(request);
    this.progress = progress;
    this.meter = new SoundMeter();
    Transcription result;
    try {
      result = transcriber(wanted).transcribe(Path.of(wanted.audio()), wanted.limits());
    } catch (UnusableModelException | IOException e) {
      result = new Transcription.Failed(Transcription.Reason.NO_MODEL, e.getMessage());
    }
    return TranscriptionWire.encode(result, meter.sound());
  }

  private VoskTranscriber transcriber(TranscribeRequest wanted)
      throws UnusableModelException, IOException {
    VoskTranscriber loaded = transcriber;
    if (loaded != null && isOf(loaded.model(), wanted)) {
      return loaded;
    }
    if (loaded != null) {
      transcriber = null;
      loaded.close();
    }
    ModelStamp stamp = wanted.stamp();
    ModelDirectory model = ModelDirectory.known(Path.of(wanted.model()), wanted.language(), stamp);
    VoskTranscriber opened = VoskTranscriber.open(model, this::decode, 1);
    transcriber = opened;
    return opened;
  }

  private static boolean isOf(ModelDirectory model, TranscribeRequest wanted) {
    return model.stamp().equals(wanted.stamp())
        && model.path().equals(Path.of(wanted.model()))
        && model.language() == wanted.language();
  }

  private Decoding decode(Path file, AudioLimits limits, PcmSink sink) throws InterruptedException {
    long[] since = {0};
    return decoder.decode(
        file,
        limits,
        (samples, count) -> {
          meter.accept(samples, count);
          sink.accept(samples, count);
          since[0] += count;
          if (since[0] >= (long) STEP_SECONDS * PcmSink.RATE && progress != null) {
            since[0] = 0;
            progress.extend(Duration.ofSeconds((long) STEP_SECONDS * SLOWEST));
          }
        });
  }
}
