package dev.dealcoach.speech.transcript;

import dev.dealcoach.speech.audio.AudioLimits;
import java.nio.file.Path;

/** Makes transcripts of recordings. Implementations are thread-safe. */
public interface Transcriber {
  /**
   * Transcribes a sound file of any format and length within the limits. Waits while as many
   * recordings as the implementation takes at a time are under way. Memory does not grow with the
   * length of the audio but for the words.
   *
   * @throws InterruptedException if the thread is interrupted; the recording is given up
   */
  Transcription transcribe(Path audio, AudioLimits limits) throws InterruptedException;
}
