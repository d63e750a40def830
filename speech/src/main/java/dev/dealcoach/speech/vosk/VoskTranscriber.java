package dev.dealcoach.speech.vosk;

import dev.dealcoach.speech.audio.AudioDecoder;
import dev.dealcoach.speech.audio.AudioLimits;
import dev.dealcoach.speech.audio.Decoding;
import dev.dealcoach.speech.audio.PcmSink;
import dev.dealcoach.speech.transcript.Transcriber;
import dev.dealcoach.speech.transcript.Transcript;
import dev.dealcoach.speech.transcript.Transcription;
import dev.dealcoach.speech.vosk.UnusableModelException.Reason;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.Semaphore;
import org.vosk.Model;

/**
 * Transcribes with libvosk in this process. The model is loaded once; each recording has a
 * recogniser of its own, which only the calling thread touches. Thread-safe.
 *
 * <p>libvosk may end the process on a damaged model or when memory runs out; where that must not
 * happen, run this in a child process.
 */
public final class VoskTranscriber implements Transcriber, AutoCloseable {
  private final ModelDirectory directory;
  private final Model model;
  private final AudioDecoder decoder;
  private final int parallel;
  private final Semaphore places;
  private boolean closed;

  private VoskTranscriber(
      ModelDirectory directory, Model model, AudioDecoder decoder, int parallel) {
    this.directory = directory;
    this.model = model;
    this.decoder = decoder;
    this.parallel = parallel;
    this.places = new Semaphore(parallel, true);
  }

  /**
   * Loads a model.
   *
   * @param directory which was checked when it was opened
   * @param parallel most recordings at the same time, at least 1
   * @throws UnusableModelException if libvosk does not take the model, or there is none for this
   *     machine
   */
  public static VoskTranscriber open(ModelDirectory directory, AudioDecoder decoder, int parallel)
      throws UnusableModelException {
    if (parallel < 1) {
      throw new IllegalArgumentException("no recording at a time");
    }
    VoskLibrary.load();
    Model model = load(directory);
    // some damage shows only when there is a recogniser, and something for it to hear
    try (Recognition trial = Recognition.open(model)) {
      trial.accept(new short[Recognition.PIECE], Recognition.PIECE);
      trial.finish();
    } catch (UnusableModelException | RuntimeException e) {
      model.close();
      throw e;
    }
    return new VoskTranscriber(directory, model, decoder, parallel);
  }

  private static Model load(ModelDirectory directory) throws UnusableModelException {
    try {
      return new Model(directory.path().toAbsolutePath().toString());
    } catch (IOException e) {
      throw new UnusableModelException(Reason.DAMAGED, "libvosk does not take the model");
    }
  }

  /**
   * Lets a model hear two seconds of noise and tells whether it survives. If this process ends
   * instead, the model is not fit for use.
   *
   * @throws UnusableModelException if the model does not work
   */
  public static void tryOut(ModelDirectory directory) throws UnusableModelException {
    VoskLibrary.load();
    Model model = load(directory);
    try (Recognition trial = Recognition.open(model)) {
      short[] noise = new short[2 * PcmSink.RATE];
      Random random = new Random(1);
      for (int i = 0; i < noise.length; i++) {
        noise[i] = (short) (3_000 * random.nextGaussian());
      }
      trial.accept(noise, noise.length);
      trial.finish();
    } finally {
      model.close();
    }
  }

  /** The model. */
  public ModelDirectory model() {
    return directory;
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalStateException if it is closed
   */
  @Override
  public Transcription transcribe(Path audio, AudioLimits limits) throws InterruptedException {
    places.acquire();
    try {
      synchronized (this) {
        if (closed) {
          throw new IllegalStateException("the transcriber is closed");
        }
      }
      try (Recognition recognition = Recognition.open(model)) {
        return switch (decoder.decode(audio, limits, recognition)) {
          case Decoding.Refused refused -> new Transcription.Refused(refused.refusal());
          case Decoding.Decoded decoded -> {
            recognition.finish();
            yield new Transcription.Transcribed(
                Transcript.of(
                    recognition.words(decoded.seconds()),
                    decoded.seconds(),
                    directory.language(),
                    directory.stamp()));
          }
        };
      } catch (UnusableModelException e) {
        return new Transcription.Failed(Transcription.Reason.NO_MODEL, e.getMessage());
      }
    } finally {
      places.release();
    }
  }

  /** Waits for the recordings under way and frees the model. Closing again does nothing. */
  @Override
  public void close() {
    places.acquireUninterruptibly(parallel);
    try {
      synchronized (this) {
        if (!closed) {
          closed = true;
          model.close();
        }
      }
    } finally {
      places.release(parallel);
    }
  }
}
